// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/quote/compare.h"

#include <algorithm>
#include <utility>
#include <variant>

#include "compiler/quote/guarded_words.h"
#include "compiler/resolve/citation_text.h"

namespace dossier::quote {
namespace {

using model::PinpointKind;
using resolve::BoundCitation;

/// Paragraphs that a citation names, from its text: they are not pages.
void AddParagraphs(const BoundCitation& bound, std::vector<SectionRange>& out) {
  const auto parsed = resolve::ParseCitation(bound.source.text);
  const auto* citation = std::get_if<resolve::ParsedCitation>(&parsed);
  if (citation == nullptr) return;
  for (const model::Pinpoint& pinpoint : citation->pinpoints) {
    if (pinpoint.kind != PinpointKind::kParagraph) continue;
    for (const model::PinpointRange& range : pinpoint.ranges) {
      resolve::Ordinal first;
      resolve::Ordinal last;
      if (!resolve::ParseOrdinal(range.first, first)) continue;
      if (!resolve::ParseOrdinal(range.last, last)) continue;
      out.push_back({static_cast<int>(first.value), static_cast<int>(last.value)});
    }
  }
}

std::vector<SectionRange> CitedSections(const BoundCitation& bound, bool by_paragraph) {
  std::vector<SectionRange> out;
  if (by_paragraph) {
    AddParagraphs(bound, out);
    return out;
  }
  const bool narrower = std::any_of(
      bound.pinpoints.begin(), bound.pinpoints.end(), [](const resolve::BoundPinpoint& pinpoint) {
        return pinpoint.has_page && pinpoint.kind != PinpointKind::kAnnex;
      });
  for (const resolve::BoundPinpoint& pinpoint : bound.pinpoints) {
    // What an article is said of may be said of it elsewhere too.
    if (pinpoint.mentioned) continue;
    if (!pinpoint.has_page || (narrower && pinpoint.kind == PinpointKind::kAnnex)) continue;
    out.push_back({pinpoint.first_page.Number(), pinpoint.last_page.Number()});
  }
  return out;
}

void AddWords(std::string_view name, std::set<std::string>& names) {
  constexpr std::size_t kShortest = 2;  // initials are no words of a name
  for (std::string& word : WordsOf(name)) {
    if (word.size() > kShortest) names.insert(std::move(word));
  }
}

}  // namespace

int Rank(Verdict verdict) {
  switch (verdict) {
    case Verdict::kExact:
      return 0;
    case Verdict::kNormalised:
    case Verdict::kAltered:
      return 1;
    case Verdict::kOcrTolerant:
      return 2;
    case Verdict::kAmbiguous:
      return 3;
    case Verdict::kNotCheckable:
    case Verdict::kStale:
      return 4;
    case Verdict::kWrongPage:
      return 5;
    case Verdict::kContentMismatch:
      return 6;
    case Verdict::kNotFound:
      return 7;
  }
  return 7;
}

Comparer::Comparer(const resolve::ResolvedCase& resolved, const ExhibitTexts& texts)
    : resolved_(resolved), source_(*resolved.source), texts_(texts) {
  for (const model::Person& person : source_.people) {
    for (const auto& [language, name] : person.name.texts) AddWords(name, names_);
    for (const std::string& variant : person.variants) AddWords(variant, names_);
  }
  for (std::size_t i = 0; i < source_.exhibits.size(); ++i) {
    const auto& translation = source_.exhibits[i].translation;
    if (translation) translations_.emplace(translation->of.value, i);
  }
}

std::vector<std::size_t> Comparer::TranslationsOf(std::size_t exhibit) const {
  std::vector<std::size_t> found = {exhibit};
  for (std::size_t next = 0; next < found.size(); ++next) {
    const auto [first, last] = translations_.equal_range(source_.exhibits[found[next]].id.value);
    for (auto at = first; at != last; ++at) {
      if (std::find(found.begin(), found.end(), at->second) == found.end()) found.push_back(at->second);
    }
  }
  found.erase(found.begin());
  return found;
}

const ExhibitText* Comparer::TextOf(std::size_t exhibit) const {
  const auto found = texts_.find(source_.exhibits[exhibit].id.value);
  return found == texts_.end() ? nullptr : &found->second;
}

bool Comparer::ByParagraph(std::size_t exhibit) const {
  const ExhibitText* text = TextOf(exhibit);
  return text != nullptr && text->by_paragraph;
}

bool Comparer::SamePlaces(std::size_t one, std::size_t other) const {
  const ExhibitText* first = TextOf(one);
  const ExhibitText* second = TextOf(other);
  return first != nullptr && second != nullptr && first->by_paragraph == second->by_paragraph &&
         first->sections.size() == second->sections.size();
}

const PreparedText& Comparer::Prepared(std::size_t exhibit, const ExhibitText& text) {
  const auto found = prepared_.find(exhibit);
  if (found != prepared_.end()) return found->second;
  return prepared_.emplace(exhibit, PreparedText(text, names_)).first->second;
}

std::string Comparer::WhyNotCheckable(std::size_t exhibit) const {
  if (source_.exhibits[exhibit].files.empty()) return "the original is not in the case";
  if (source_.exhibits[exhibit].surrogate) return "a note stands in for the original";
  if (resolved_.exhibits[exhibit].state == resolve::ExhibitState::kRejected)
    return "its file is not the one that was locked";
  const bool read = resolved_.exhibits[exhibit].state == resolve::ExhibitState::kUsed && TextOf(exhibit) != nullptr;
  return read ? "" : "the exhibit could not be read";
}

Comparer::Outcome Comparer::CompareWith(std::size_t exhibit, const std::string& text,
                                        const std::vector<SectionRange>& cited) {
  Outcome out{.result = {.verdict = Verdict::kNotCheckable}, .reason = WhyNotCheckable(exhibit)};
  if (!out.reason.empty()) {
    const bool stale = resolved_.exhibits[exhibit].state == resolve::ExhibitState::kRejected;
    if (stale && !source_.exhibits[exhibit].IsSurrogate()) out.result.verdict = Verdict::kStale;
    return out;
  }
  const PreparedText& prepared = Prepared(exhibit, *TextOf(exhibit));
  out.result = Find(text, prepared, cited);
  const bool blank =
      cited.empty() ? prepared.Empty(1, prepared.sections())
                    : std::any_of(cited.begin(), cited.end(), [&](const SectionRange& range) {
                        return prepared.Empty(range.first, range.last);
                      });
  if (RestsOnDoubt(out.result, prepared, cited)) {
    out.result = {.verdict = Verdict::kNotCheckable};
    out.reason = kDoubtfulText;
  } else if (!Holds(out.result.verdict) && blank) {
    out.result = {.verdict = Verdict::kNotCheckable};
    out.reason = "what is cited has no text layer";
  } else if (out.result.verdict == Verdict::kNotCheckable) {
    out.reason = "it has no words, or too many";
  }
  return out;
}

void Comparer::Compare(const std::string& text, const BoundCitation& bound,
                       CheckedQuotation& checked) {
  const std::size_t cited_exhibit = *bound.exhibit_index;
  const std::vector<SectionRange> cited = CitedSections(bound, ByParagraph(cited_exhibit));
  Outcome best = CompareWith(cited_exhibit, text, cited);
  if (!Holds(best.result.verdict)) {
    for (const std::size_t exhibit : TranslationsOf(cited_exhibit)) {
      const bool same_places = SamePlaces(cited_exhibit, exhibit);
      Outcome other = CompareWith(exhibit, text, same_places ? cited : std::vector<SectionRange>{});
      if (Rank(other.result.verdict) >= Rank(best.result.verdict)) continue;
      best = std::move(other);
      checked.translation = {.exhibit = exhibit, .same_places = same_places};
      if (Holds(best.result.verdict)) break;
    }
  }
  if (bound.pinpoints.empty() && PlaceIsOpen(text, best.result)) {
    best.result.verdict = Verdict::kAmbiguous;
  }
  checked.result = std::move(best.result);
  checked.reason = std::move(best.reason);
}

}  // namespace dossier::quote
