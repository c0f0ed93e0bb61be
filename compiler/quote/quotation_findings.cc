// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/quote/quotation_findings.h"

#include <algorithm>
#include <cstdio>
#include <optional>

#include "compiler/foundation/utf8.h"
#include "compiler/quote/look_alikes.h"

namespace dossier::quote {
namespace {

using diagnostics::Finding;
using diagnostics::Id;
using diagnostics::Kind;

std::string CodePoint(char32_t code) {
  char name[16];
  std::snprintf(name, sizeof name, "U+%04X", static_cast<unsigned>(code));
  return name;
}

/// The first letters in which two words differ: "U+0410 stands for U+0041".
std::string FirstDifference(std::string_view quoted, std::string_view source) {
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < quoted.size() && j < source.size()) {
    const utf8::Decoded ours = utf8::DecodeAt(quoted, i);
    const utf8::Decoded theirs = utf8::DecodeAt(source, j);
    if (ours.code != theirs.code) return CodePoint(ours.code) + " stands for " + CodePoint(theirs.code);
    i += ours.size;
    j += theirs.size;
  }
  return {};
}

}  // namespace

Finding Teller::About(const CheckedQuotation& checked) const {
  const model::Exhibit& exhibit = source_.exhibits[*resolved_.citations[checked.citation].exhibit_index];
  Finding finding{.kind = Kind::kQuotationNotFound,
                  .args = {Id(exhibit.id.value)},
                  .place = checked.place,
                  .exhibits = {exhibit.id.value},
                  .related = {{"exhibit declared here", exhibit.id.span}}};
  if (checked.translation) {
    const model::Exhibit& translation = source_.exhibits[checked.translation->exhibit];
    finding.exhibits.push_back(translation.id.value);
    finding.related.push_back({"its translation is declared here", translation.id.span});
  }
  finding.why = WhyOf(checked);
  return finding;
}

/// Which texts were compared, where there is more than the exhibit itself to say.
std::string Teller::WhyOf(const CheckedQuotation& checked) const {
  const std::size_t cited = *resolved_.citations[checked.citation].exhibit_index;
  const auto describe = [&](std::size_t index) {
    const model::Exhibit& exhibit = source_.exhibits[index];
    if (!exhibit.translation) return std::string();
    std::string words = exhibit.translation->certified ? ", a certified translation" : ", a translation that is not certified";
    const model::Exhibit* original = source_.FindExhibit(exhibit.translation->of.value);
    if (original != nullptr && original->translation) {
      words += ", made from another translation, exhibit " + original->id.value;
    }
    return words;
  };
  if (checked.translation) {
    return "compared with exhibit " + source_.exhibits[checked.translation->exhibit].id.value + describe(checked.translation->exhibit);
  }
  std::string why = describe(cited);
  const std::vector<std::size_t> translations = comparer_.TranslationsOf(cited);
  if (why.empty() && translations.empty()) return {};
  why = "compared with exhibit " + source_.exhibits[cited].id.value + why;
  if (Holds(checked.result.verdict)) return why;
  for (std::size_t i = 0; i < translations.size(); ++i) {
    why += (i == 0 ? " and with its translations: " : ", ") + source_.exhibits[translations[i]].id.value;
  }
  return why;
}

std::string Teller::WhereOf(const CheckedQuotation& checked) const {
  if (checked.result.places.empty()) return {};
  const std::size_t cited = *resolved_.citations[checked.citation].exhibit_index;
  const std::size_t compared = checked.translation ? checked.translation->exhibit : cited;
  std::string where = comparer_.ByParagraph(compared) ? "para " : "pdf p. ";
  return where + std::to_string(checked.result.places.front().section);
}

void Teller::TellNotChecked(const CheckedQuotation& checked) {
  Finding finding = About(checked);
  const std::size_t cited = *resolved_.citations[checked.citation].exhibit_index;
  if (!told_not_checked_.insert(cited).second) return;
  if (checked.result.verdict == Verdict::kStale) {
    finding.kind = Kind::kQuotationStale;
    finding.hint = "put the locked file back, or look at the quotations and run `dossier lock`";
  } else {
    finding.kind = Kind::kQuotationNotCheckable;
    finding.args.push_back(Id(checked.reason));
    finding.hint = "compare it with the original, or put it in your own words";
  }
  sink_.Report(std::move(finding));
}

void Teller::TellThatItHolds(const CheckedQuotation& checked) {
  const FindResult& result = checked.result;
  const std::string& id = source_.exhibits[*resolved_.citations[checked.citation].exhibit_index].id.value;
  if (result.verdict == Verdict::kAmbiguous) {
    Finding finding = About(checked);
    finding.kind = Kind::kQuotationAmbiguous;
    finding.args.push_back(diagnostics::Number(static_cast<long long>(result.places.size())));
    finding.hint = {"say which is meant: \"{0} {1}\" is the first", {Id(id), Id(WhereOf(checked))}};
    sink_.Report(std::move(finding));
  }
  const auto misread = std::find_if(result.edits.begin(), result.edits.end(),
                                    [](const Edit& edit) { return edit.kind == EditKind::kOcr; });
  if (misread != result.edits.end()) {
    Finding finding = About(checked);
    finding.kind = Kind::kQuotationMisread;
    finding.args = {Id(id), misread->quoted, misread->source};
    finding.hint = {"look at the picture of {0}: the quotation has to say what it shows", {Id(WhereOf(checked))}};
    sink_.Report(std::move(finding));
  }
  TellTranslation(checked);
}

void Teller::TellTranslation(const CheckedQuotation& checked) {
  if (!checked.translation) return;
  const std::size_t cited = *resolved_.citations[checked.citation].exhibit_index;
  if (!told_translations_.emplace(cited, checked.translation->exhibit).second) return;
  Finding finding = About(checked);
  finding.kind = Kind::kQuotationTranslated;
  const bool placed = checked.translation->same_places;
  finding.args.push_back(Id(source_.exhibits[checked.translation->exhibit].id.value));
  finding.args.push_back(Id(placed ? "at the place cited" : "the place in the original is not known"));
  if (!placed) finding.hint = {"look for the passage in the original; in the translation it is at {0}", {Id(WhereOf(checked))}};
  sink_.Report(std::move(finding));
}

void Teller::TellLookAlikes(const CheckedQuotation& checked) {
  std::string words;
  std::string difference;
  for (const Edit& edit : checked.result.edits) {
    if (!words.empty() || !LookAlike(edit.quoted, edit.source)) continue;
    words = edit.quoted;
    difference = FirstDifference(edit.quoted, edit.source);
  }
  if (words.empty()) words = MixedWord(checked.text).value_or("");
  if (words.empty()) return;
  Finding finding = About(checked);
  finding.kind = Kind::kQuotationLookAlikes;
  finding.args.push_back(words);
  finding.hint = "type the word anew in one script";
  if (!difference.empty()) finding.hint = {"{0}: copy the word from the source, or mark the change in square brackets", {Id(difference)}};
  sink_.Report(std::move(finding));
}

void Teller::TellDifferent(const CheckedQuotation& checked) {
  const FindResult& result = checked.result;
  Finding finding = About(checked);
  const std::string id = finding.exhibits.front();
  const std::string where = WhereOf(checked);
  if (result.verdict == Verdict::kWrongPage) {
    finding.kind = Kind::kQuotationWrongPage;
    finding.args = {Id(where), Id(id)};
    finding.hint = {"cite \"{0} {1}\"", {Id(id), Id(where)}};
  } else if (result.verdict == Verdict::kContentMismatch) {
    finding.kind = Kind::kQuotationAltered;
    finding.args = {Id(id), result.edits.front().quoted, result.edits.front().source};
    finding.hint = {"quote the source as it stands at {0}; \"[…]\" stands for words left out",
                    {Id(where)}};
  } else {
    finding.hint = "quote the words as they stand, or take the quotation marks away";
  }
  sink_.Report(std::move(finding));
  TellLookAlikes(checked);
}

void Teller::Tell(const CheckedQuotation& checked) {
  switch (checked.result.verdict) {
    case Verdict::kExact:
    case Verdict::kNormalised:
    case Verdict::kAltered:
    case Verdict::kOcrTolerant:
    case Verdict::kAmbiguous:
      return TellThatItHolds(checked);
    case Verdict::kNotCheckable:
    case Verdict::kStale:
      return TellNotChecked(checked);
    case Verdict::kWrongPage:
    case Verdict::kContentMismatch:
    case Verdict::kNotFound:
      return TellDifferent(checked);
  }
}

}  // namespace dossier::quote
