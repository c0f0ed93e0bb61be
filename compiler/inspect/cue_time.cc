// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/inspect/cue_time.h"

#include <algorithm>
#include <array>
#include <utility>

namespace dossier::inspect {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

/// Up to `most` digits; takes them from `text`. -1 when there is none or one too many.
int TakeNumber(std::string_view& text, std::size_t most) {
  std::size_t digits = 0;
  int value = 0;
  while (digits < text.size() && digits < most && IsDigit(text[digits])) {
    value = 10 * value + (text[digits] - '0');
    ++digits;
  }
  const bool longer = digits < text.size() && IsDigit(text[digits]);
  text.remove_prefix(digits);
  return digits == 0 || longer ? -1 : value;
}

bool TakeChar(std::string_view& text, std::string_view any) {
  if (text.empty() || any.find(text[0]) == std::string_view::npos) return false;
  text.remove_prefix(1);
  return true;
}

/// ".5" is half a second.
int TakeThousandths(std::string_view& text) {
  std::string_view after = text;
  if (!TakeChar(after, ".,") || after.empty() || !IsDigit(after[0])) return 0;
  int value = 0;
  int unit = 100;
  while (!after.empty() && IsDigit(after[0])) {
    value += unit * (after[0] - '0');
    unit /= 10;
    after.remove_prefix(1);
  }
  text = after;
  return value;
}

/// The name of a tag: "v" of "v.loud Anna", "b" of "/b".
std::string_view TagName(std::string_view tag) {
  if (!tag.empty() && tag[0] == '/') tag.remove_prefix(1);
  return tag.substr(0, std::min(tag.find_first_of(" .\t"), tag.size()));
}

bool IsTag(std::string_view tag) {
  constexpr std::array<std::string_view, 9> kNames{"b", "i", "u", "c", "v", "ruby", "rt", "lang", "font"};
  const std::string_view name = TagName(tag);
  if (std::find(kNames.begin(), kNames.end(), name) != kNames.end()) return true;
  const auto time = TakeTime(tag);
  return time && time->rest.empty();
}

/// "Anna: " of the tag "v.loud Anna"; empty for other tags.
std::string Voice(std::string_view tag) {
  const std::size_t blank = tag.find_first_of(" \t");
  if (tag[0] == '/' || TagName(tag) != "v" || blank == std::string_view::npos) return {};
  const std::size_t begin = tag.find_first_not_of(" \t", blank);
  return begin == std::string_view::npos ? std::string() : std::string(tag.substr(begin)) + ": ";
}

/// The entity at the beginning of `text`, and what it stands for (W3C WebVTT, 4.2.2).
std::pair<std::size_t, std::string_view> Entity(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kEntities{
      {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&nbsp;", "\u00A0"}, {"&lrm;", "\u200E"}, {"&rlm;", "\u200F"}}};
  for (const auto& [entity, meaning] : kEntities) {
    if (text.substr(0, entity.size()) == entity) return {entity.size(), meaning};
  }
  return {0, {}};
}

}  // namespace

std::optional<LeadingTime> TakeTime(std::string_view text) {
  constexpr std::size_t kHourDigits = 4;
  int first = TakeNumber(text, kHourDigits);
  if (first < 0 || !TakeChar(text, ":")) return std::nullopt;
  int minutes = TakeNumber(text, 2);
  if (minutes < 0) return std::nullopt;
  int seconds = -1;
  std::string_view rest = text;
  if (TakeChar(rest, ":")) {
    seconds = TakeNumber(rest, 2);
    text = rest;
  } else {
    seconds = std::exchange(minutes, std::exchange(first, 0));
  }
  if (seconds < 0 || seconds > 59 || minutes > 59) return std::nullopt;
  const int thousandths = TakeThousandths(text);
  const std::int64_t whole = (std::int64_t{first} * 60 + minutes) * 60 + seconds;
  return LeadingTime{.at_ms = whole * 1000 + thousandths, .rest = text};
}

std::optional<std::int64_t> CueBegin(std::string_view line) {
  const auto begin = TakeTime(line);
  if (!begin) return std::nullopt;
  std::string_view rest = begin->rest;
  const std::size_t arrow = rest.find_first_not_of(" \t");
  if (arrow == std::string_view::npos || rest.substr(arrow, 3) != "-->") return std::nullopt;
  rest.remove_prefix(arrow + 3);
  const std::size_t end = rest.find_first_not_of(" \t");
  if (end == std::string_view::npos || !TakeTime(rest.substr(end))) return std::nullopt;
  return begin->at_ms;
}

std::string PlainCue(std::string_view text, bool webvtt) {
  std::string plain;
  while (!text.empty()) {
    const bool brace = text[0] == '{' && text.substr(0, 2) == "{\\";
    if (text[0] == '<' || brace) {
      const std::size_t end = text.find(brace ? '}' : '>');
      const std::string_view tag = end == std::string_view::npos ? std::string_view() : text.substr(1, end - 1);
      if (!tag.empty() && (brace || IsTag(tag))) {
        if (!brace) plain += Voice(tag);
        text.remove_prefix(end + 1);
        continue;
      }
    }
    const auto [size, meaning] = webvtt && text[0] == '&' ? Entity(text) : std::pair<std::size_t, std::string_view>{};
    if (size > 0) {
      plain += meaning;
      text.remove_prefix(size);
      continue;
    }
    plain += text[0];
    text.remove_prefix(1);
  }
  return plain;
}

}  // namespace dossier::inspect
