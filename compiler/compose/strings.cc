// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/compose/strings.h"

#include <utility>

#include "compiler/diagnostics/text.h"
#include "compiler/text/numbers.h"

namespace dossier::compose {
namespace {

using diagnostics::Id;
using diagnostics::Kind;

void Flatten(const yaml::Node& node, const std::string& prefix,
             std::map<std::string, std::string, std::less<>>& words, diagnostics::Sink& sink) {
  for (const yaml::Entry& entry : node.entries) {
    const std::string key = prefix.empty() ? entry.key : prefix + "." + entry.key;
    if (entry.value.is_map()) {
      Flatten(entry.value, key, words, sink);
    } else if (entry.value.is_scalar()) {
      words.emplace(key, entry.value.text);
    } else if (entry.value.is_null()) {
      sink.Report({.kind = Kind::kEmptyValue, .args = {Id(key)}, .place = entry.key_span});
    } else {
      sink.Report({.kind = Kind::kWrongType,
                   .args = {Id(key), Id("words"), Id("a list")},
                   .place = entry.value.span});
    }
  }
}

}  // namespace

Strings::Strings(std::string language, std::map<std::string, std::string, std::less<>> words)
    : language_(std::move(language)),
      words_(std::move(words)),
      dates_(std::make_shared<text::DateNamer>(language_)) {}

std::string_view Strings::Get(std::string_view key) const {
  const auto found = words_.find(key);
  return found == words_.end() ? key : std::string_view(found->second);
}

bool Strings::Replace(std::string_view key, std::string_view words) {
  const auto found = words_.find(key);
  if (found == words_.end()) return false;
  found->second = words;
  return true;
}

std::string Strings::Fill(std::string_view key, const std::vector<std::string>& values) const {
  return diagnostics::Fill(Get(key), values);
}

std::string Strings::Word(std::string_view family, std::string_view value) const {
  const std::string key = std::string(family) + "." + std::string(value);
  return Has(key) ? std::string(Get(key)) : std::string(value);
}

std::string Strings::Plural(std::string_view key, std::string_view number) const {
  const std::string family(key);
  const std::string form = family + "." + text::PluralForm(language_, number);
  return Fill(Has(form) ? form : Has(family + ".other") ? family + ".other" : family,
              {NumberInDigits(number)});
}

std::string Strings::NumberInDigits(std::string_view number) const {
  return text::NumberInDigits(language_, number);
}

std::string Strings::DateInWords(const Date& date) const {
  if (date.month() == 0) return Fill("date.year", {std::to_string(date.year())});
  if (date.day() == 0) return dates_->Month(date.year(), date.month());
  return dates_->Day(date.First());
}

std::string Strings::DateInWords(const model::CaseDate& date) const {
  return date.date ? DateInWords(*date.date) : std::string();
}

Strings ReadStrings(const yaml::Node& root, diagnostics::Sink& sink) {
  std::string language = "en";
  std::map<std::string, std::string, std::less<>> words;
  for (const yaml::Entry& entry : root.entries) {
    if (entry.key == "format") {
      if (entry.value.text != "1") {
        sink.Report({.kind = Kind::kFormatUnsupported,
                     .args = {Id(entry.value.text)},
                     .place = entry.value.span});
      }
    } else if (entry.key == "language") {
      language = entry.value.text;
    } else if (entry.key == "strings") {
      Flatten(entry.value, "", words, sink);
    } else {
      sink.Report({.kind = Kind::kUnknownKey, .args = {Id(entry.key)}, .place = entry.key_span});
    }
  }
  if (words.empty()) {
    sink.Report({.kind = Kind::kMissingKey, .args = {Id("strings")}, .place = root.span});
  }
  return {std::move(language), std::move(words)};
}

}  // namespace dossier::compose
