// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/office/docx_styles.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "compiler/xml/foreign.h"

namespace dossier::office {
namespace {

/// A style as written.
struct Raw {
  std::string based_on;
  std::optional<int> heading;
  std::optional<bool> hidden;
  std::string list;
  std::optional<int> level;
};

/// The level of "heading 2"; 1 for the title of a document.
std::optional<int> HeadingOfName(std::string name) {
  for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  if (name == "title") return 1;
  constexpr std::string_view kHeading = "heading ";
  if (!name.starts_with(kHeading) || name.size() != kHeading.size() + 1) return std::nullopt;
  const char digit = name.back();
  if (digit < '1' || digit > '9') return std::nullopt;
  return std::min(digit - '0', 6);
}

class Reader : public xml::ForeignEvents {
 public:
  void Start(const xml::ForeignElement& element) override {
    const std::string_view name = element.name;
    const std::string* value = element.Attribute("val");
    if (name == "docDefaults") in_defaults_ = true;
    if (name == "lang" && in_defaults_ && value != nullptr) styles.language = *value;
    if (name == "style") {
      const std::string* id = element.Attribute("styleId");
      current_ = id == nullptr ? nullptr : &raw_[*id];
    }
    if (current_ == nullptr) return;
    if (name == "name" && value != nullptr) {
      if (auto level = HeadingOfName(*value)) current_->heading = level;
    }
    if (name == "basedOn" && value != nullptr) current_->based_on = *value;
    if (name == "vanish" || name == "specVanish") current_->hidden = IsOn(value);
    if (name == "numId" && value != nullptr) current_->list = *value;
    if (name == "ilvl") current_->level = SmallNumber(value);
    if (name == "outlineLvl") {
      const std::optional<int> level = SmallNumber(value);
      if (level) current_->heading = *level < 9 ? std::min(*level + 1, 6) : 0;
    }
  }

  void End(std::string_view name) override {
    if (name == "docDefaults") in_defaults_ = false;
    if (name == "style") current_ = nullptr;
  }

  void Words(std::string_view /*words*/) override {}

  DocxStyles Finish() {
    for (const auto& [id, style] : raw_) styles.by_id[id] = Inherited(style);
    return std::move(styles);
  }

 private:
  DocxStyle Inherited(const Raw& style) const {
    constexpr int kLongestChain = 20;  // Word follows ten
    std::optional<int> heading;
    std::optional<bool> hidden;
    DocxStyle result;
    const Raw* at = &style;
    for (int step = 0; at != nullptr && step < kLongestChain; ++step) {
      if (!heading) heading = at->heading;
      if (!hidden) hidden = at->hidden;
      if (result.list.empty()) {
        result.list = at->list;
        result.level = at->level;
      }
      const auto base = raw_.find(at->based_on);
      at = base == raw_.end() ? nullptr : &base->second;
    }
    result.heading = heading.value_or(0);
    result.hidden = hidden.value_or(false);
    return result;
  }

  DocxStyles styles;
  std::map<std::string, Raw, std::less<>> raw_;
  Raw* current_ = nullptr;
  bool in_defaults_ = false;
};

}  // namespace

const DocxStyle& DocxStyles::Of(std::string_view id) const {
  static const DocxStyle kPlain;
  const auto found = by_id.find(id);
  return found == by_id.end() ? kPlain : found->second;
}

Result<DocxStyles> ReadDocxStyles(ByteView part) {
  Reader reader;
  const auto read = xml::ReadForeignXml(part, reader);
  if (!read) return read.failure();
  return reader.Finish();
}

bool IsOn(const std::string* value) {
  return value == nullptr || (*value != "0" && *value != "false" && *value != "off");
}

std::optional<int> SmallNumber(const std::string* value) {
  if (value == nullptr) return std::nullopt;
  int number = 0;
  const auto [end, error] = std::from_chars(value->data(), value->data() + value->size(), number);
  const bool whole = error == std::errc() && end == value->data() + value->size();
  if (!whole || number < 0 || number > 100'000) return std::nullopt;
  return number;
}

}  // namespace dossier::office
