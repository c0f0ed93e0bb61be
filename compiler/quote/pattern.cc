// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/quote/pattern.h"

#include <algorithm>
#include <utility>

#include "compiler/foundation/utf8.h"
#include "compiler/quote/guarded_words.h"
#include "compiler/text/normalise.h"

namespace dossier::quote {
namespace {

constexpr std::size_t kMaxOmission = 2000;
constexpr std::size_t kMaxChange = 80;
constexpr std::size_t kMaxSuffix = 8;
constexpr std::size_t kMaxBrackets = 120;

bool IsEllipsis(std::string_view text) {
  text = TrimSpaces(text);
  return text == "…" || text == "..." || text == ". . ." || text == "....";
}

bool IsComment(std::string_view content) {
  for (const std::string_view comment :
       {"sic", "sic!", "emphasis added", "emphasis in original", "emphasis in the original",
        "footnote omitted", "footnotes omitted", "citation omitted", "citations omitted"}) {
    if (text::FoldCase(content) == comment) return true;
  }
  return false;
}

bool LetterBefore(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  do {
    --at;
  } while (at > 0 && utf8::IsContinuation(text[at]));
  return IsLetter(utf8::DecodeAt(text, at).code);
}

bool LetterAt(std::string_view text, std::size_t at) {
  return at < text.size() && IsLetter(utf8::DecodeAt(text, at).code);
}

/// The change that begins at `at`, if one does.
std::optional<Declared> ChangeAt(std::string_view text, std::size_t at) {
  Declared change;
  for (const std::string_view mark : {"…", ". . .", "....", "..."}) {
    if (text.compare(at, mark.size(), mark) != 0) continue;
    change.mark = std::string(mark);
    change.in_brackets = false;
    return change;
  }
  if (text[at] != '[' && text[at] != '(') return std::nullopt;
  const std::size_t end = text.find(text[at] == '[' ? ']' : ')', at);
  if (end == std::string_view::npos || end - at > kMaxBrackets) return std::nullopt;
  change.mark = std::string(text.substr(at, end + 1 - at));
  change.content = std::string(TrimSpaces(text.substr(at + 1, end - at - 1)));
  if (IsEllipsis(change.content)) return change;
  change.kind = Declared::Kind::kChange;
  if (IsComment(change.content)) change.kind = Declared::Kind::kComment;
  if (text[at] == '(' && change.kind != Declared::Kind::kComment) return std::nullopt;
  change.glued_before = LetterBefore(text, at);
  change.glued_after = LetterAt(text, end + 1);
  return change;
}

bool SameLetterOtherCase(std::string_view quoted, std::string_view source) {
  return utf8::CountCodePoints(quoted) == 1 && utf8::CountCodePoints(source) == 1 &&
         text::FoldCase(quoted) == text::FoldCase(source);
}

bool AllowsOmission(const Declared& change, std::string_view gap) {
  if (HasNegation(gap) && WordsOf(gap).size() <= 3) return false;
  if (change.in_brackets) return true;
  return gap.find("...") == std::string_view::npos;
}

}  // namespace

std::string_view TrimSpaces(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\n')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.remove_suffix(1);
  return text;
}

Pattern WholePattern(std::string_view quotation) {
  Pattern pattern;
  Folded piece = Fold(TrimSpaces(quotation));
  if (piece.size() > 0) pattern.pieces.push_back(std::move(piece));
  return pattern;
}

std::optional<Pattern> DeclaredPattern(std::string_view quotation) {
  Pattern pattern;
  std::optional<Declared> open;
  std::size_t from = 0;
  bool any = false;
  const auto close = [&](std::size_t end) {
    Folded piece = Fold(TrimSpaces(quotation.substr(from, end - from)));
    if (piece.size() == 0) return false;
    if (pattern.pieces.empty()) {
      pattern.front = std::exchange(open, std::nullopt);
    } else {
      pattern.between.push_back(*std::exchange(open, std::nullopt));
    }
    pattern.pieces.push_back(std::move(piece));
    return true;
  };
  for (std::size_t at = 0; at < quotation.size();) {
    const std::optional<Declared> change = ChangeAt(quotation, at);
    if (!change) {
      ++at;
      continue;
    }
    any = true;
    const bool piece = close(at);
    // Of two side by side the wider counts; brackets with words of their own stand alone.
    const bool beside = !piece && open.has_value();
    const auto changes = [](const Declared& one) { return one.kind == Declared::Kind::kChange; };
    if (beside && (changes(*open) || changes(*change))) return std::nullopt;
    if (!beside || open->kind != Declared::Kind::kOmission) open = change;
    at += change->mark.size();
    from = at;
  }
  if (!any) return std::nullopt;
  if (!close(quotation.size())) pattern.back = open;
  if (pattern.pieces.empty()) return std::nullopt;
  return pattern;
}

std::size_t ReachOf(const Declared& change) {
  return change.kind == Declared::Kind::kOmission ? kMaxOmission : kMaxChange;
}

bool Allows(const Declared& change, std::string_view gap, std::string_view before,
            std::string_view after) {
  if (change.kind == Declared::Kind::kOmission) {
    return AllowsOmission(change, gap) &&
           !(LetterBefore(before, before.size()) && LetterAt(gap, 0)) &&
           !(LetterBefore(gap, gap.size()) && LetterAt(after, 0));
  }
  const std::string_view words = TrimSpaces(gap);
  if (change.kind == Declared::Kind::kComment) return words.empty();
  if (DigitsOf(change.content) != DigitsOf(words) ||
      HasNegation(change.content) != HasNegation(words))
    return false;
  const bool from_word = LetterBefore(before, before.size()) && LetterAt(gap, 0);
  const bool into_word = LetterBefore(gap, gap.size()) && LetterAt(after, 0);
  const bool letter = utf8::CountCodePoints(change.content) == 1;
  if (change.glued_after && !change.glued_before && letter) {
    return into_word && !from_word && SameLetterOtherCase(change.content, words);
  }
  if (into_word && !change.glued_after) return false;
  if (from_word && !change.glued_before) return false;
  if (change.glued_before)
    return words.size() <= kMaxSuffix && words.find(' ') == std::string_view::npos;
  return true;
}

}  // namespace dossier::quote
