// SPDX-License-Identifier: GPL-3.0-or-later
// Quotations in small texts of three letters, against a search word by word.
#include <algorithm>
#include <vector>

#include "compiler/quote/find.h"
#include "tests/fuzz/targets/target.h"

namespace dossier::fuzz {
namespace {

struct Word {
  std::string text;
  int section = 0;
};

std::string FewLetters(const std::string& bytes) {
  std::string text;
  for (const char c : bytes) text += "abc  a\nb"[static_cast<unsigned char>(c) % 8];
  return text;
}

void AddWords(const std::string& text, int section, std::vector<Word>& words) {
  std::string word;
  for (const char c : text + " ") {
    if (c != ' ' && c != '\n') {
      word += c;
    } else if (!word.empty()) {
      words.push_back({word, section});
      word.clear();
    }
  }
}

/// First and last section of every place where the words stand.
std::vector<quote::SectionRange> Places(const std::vector<Word>& source,
                                        const std::vector<Word>& quoted) {
  std::vector<quote::SectionRange> places;
  for (std::size_t at = 0; at + quoted.size() <= source.size(); ++at) {
    bool same = true;
    for (std::size_t i = 0; i < quoted.size(); ++i) {
      same = same && source[at + i].text == quoted[i].text;
    }
    if (same) places.push_back({source[at].section, source[at + quoted.size() - 1].section});
  }
  return places;
}

std::vector<int> Beginnings(const std::vector<quote::SectionRange>& places,
                            const std::vector<quote::SectionRange>& cited) {
  std::vector<int> sections;
  for (const quote::SectionRange& place : places) {
    const bool touches =
        cited.empty() || (place.first <= cited[0].last && place.last >= cited[0].first);
    if (touches && (sections.empty() || sections.back() != place.first)) {
      sections.push_back(place.first);
    }
  }
  return sections;
}

}  // namespace
}  // namespace dossier::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dossier;  // NOLINT: one function
  if (size > 90) return 0;  // fewer places than the search gives back at most
  fuzz::Pieces input(data, size);
  const std::size_t quoted_size = input.Byte() % 16;
  const int cited_section = input.Byte() % 5;
  const std::string quotation = fuzz::FewLetters(input.Take(quoted_size));
  std::vector<std::string> sections;
  std::vector<fuzz::Word> words;
  while (!input.empty() || sections.empty()) {
    sections.push_back(fuzz::FewLetters(input.Take(input.Byte() % 32)));
    fuzz::AddWords(sections.back(), static_cast<int>(sections.size()), words);
  }
  std::vector<fuzz::Word> quoted;
  fuzz::AddWords(quotation, 0, quoted);
  std::vector<quote::SectionRange> cited;
  if (cited_section > 0 && cited_section <= static_cast<int>(sections.size())) {
    cited = {{cited_section, cited_section}};
  }
  const auto found = quote::Find(quotation, quote::PreparedText(sections), cited);
  if (quoted.empty()) return 0;

  const auto places = fuzz::Places(words, quoted);
  const auto here = fuzz::Beginnings(places, cited);
  const bool holds =
      found.verdict == quote::Verdict::kExact || found.verdict == quote::Verdict::kNormalised;
  fuzz::Require(holds == !here.empty(), "found and not there, or there and not found");
  if (holds) fuzz::Require(found.sections() == here, "found in other sections");
  if (here.empty() && !places.empty()) {
    fuzz::Require(found.verdict == quote::Verdict::kWrongPage, "not told of the right page");
    fuzz::Require(found.sections() == fuzz::Beginnings(places, {}), "told of a wrong page");
  }
  if (places.empty()) {
    fuzz::Require(
        found.verdict == quote::Verdict::kContentMismatch || found.verdict == quote::Verdict::kNotFound,
        "a verdict about words that are not there");
  }
  return 0;
}
