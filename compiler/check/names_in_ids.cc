// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/check/names_in_ids.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>
#include <vector>

#include "compiler/foundation/utf8.h"

namespace dossier::check {
namespace {

constexpr std::size_t kShortestWhole = 4;
constexpr std::size_t kShortestPart = 5;

/// Base letters of U+00C0 to U+017F (Latin-1 Supplement, Latin Extended-A), two columns a letter.
constexpr std::string_view kBaseLetters =
    "aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo*ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
constexpr std::size_t kFirstWithBase = 0xC0;
static_assert(kBaseLetters.size() == 0x180 - kFirstWithBase);

std::vector<std::string> WordsOf(std::string_view text) {
  std::vector<std::string> words(1);
  for (const char c : PlainLetters(text)) {
    const bool letter = (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
    if (letter) {
      words.back() += c;
    } else if (!words.back().empty()) {
      words.emplace_back();
    }
  }
  return words;
}

std::set<std::string> NamesOf(const model::Case& source) {
  std::set<std::string> names;
  const auto add = [&](std::string_view name) {
    for (std::string& word : WordsOf(name)) {
      if (word.size() >= kShortestWhole) names.insert(std::move(word));
    }
  };
  for (const model::Person& person : source.people) {
    if (person.kind != model::PersonKind::kPerson) continue;
    for (const auto& [language, name] : person.name.texts) add(name);
    for (const std::string& variant : person.variants) add(variant);
  }
  return names;
}

bool HoldsName(std::string_view id, const std::set<std::string>& names) {
  for (const std::string& word : WordsOf(id)) {
    if (word.size() < kShortestWhole) continue;
    if (names.count(word) > 0) return true;
    // An id is at most a line long; the cap keeps a hostile one from costing its square.
    const std::size_t longest = std::min<std::size_t>(word.size(), 64);
    for (std::size_t length = kShortestPart; length <= longest; ++length) {
      if (names.count(word.substr(0, length)) > 0) return true;
      if (names.count(word.substr(word.size() - length)) > 0) return true;
    }
  }
  return false;
}

}  // namespace

std::string PlainLetters(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const auto [code, size] = utf8::DecodeAt(text, at);
    const std::size_t index = code - kFirstWithBase;  // of others a huge one
    if (code >= 'A' && code <= 'Z') {
      plain += static_cast<char>(code - 'A' + 'a');
    } else if (index < kBaseLetters.size() && kBaseLetters[index] != '*') {
      plain += kBaseLetters[index];
    } else {
      plain += text.substr(at, size);
    }
    at += size;
  }
  return plain;
}

void ReportNamesInIds(const model::Case& source, diagnostics::Sink& sink) {
  const std::set<std::string> names = NamesOf(source);
  if (names.empty()) return;
  const auto look = [&](const model::Text& id) {
    if (!HoldsName(id.value, names)) return;
    diagnostics::Finding finding;
    finding.kind = diagnostics::Kind::kIdNamesPerson;
    finding.place = id.span;
    finding.args = {id.value};  // personal: redaction takes it out
    finding.hint = {
        "choose a neutral id, such as a letter and a number, here and where it is used"};
    sink.Report(std::move(finding));
  };
  look(source.header.id);
  for (const model::Filing& filing : source.header.filings) look(filing.id);
  for (const model::Procedure& procedure : source.header.procedures) look(procedure.id);
  for (const model::Person& person : source.people) look(person.id);
  for (const model::Exhibit& exhibit : source.exhibits) look(exhibit.id);
  for (const model::Fact& fact : source.facts) look(fact.id);
  for (const model::Event& event : source.events) look(event.id);
  for (const model::AdverseDecision& decision : source.decisions) {
    for (const model::Assertion& assertion : decision.assertions) look(assertion.id);
  }
}

}  // namespace dossier::check
