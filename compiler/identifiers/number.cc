// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/identifiers/number.h"

#include <algorithm>

#include "compiler/foundation/utf8.h"

namespace dossier::identifiers {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Letters, digits and, between digits, one hyphen; a raised number counts as "-1".
std::string TakeStep(std::string_view text, std::size_t& at) {
  std::string step;
  while (at < text.size() && step.size() <= kMaxStep) {
    const char c = text[at];
    const bool joined = c == '-' && !step.empty() && IsDigit(step.back()) && at + 1 < text.size() &&
                        IsDigit(text[at + 1]) && step.find('-') == std::string::npos;
    if (IsDigit(c) || IsLetter(c) || joined) {
      step += static_cast<char>(IsLetter(c) ? c | 0x20 : c);
      ++at;
      continue;
    }
    const std::string raised = step.empty() ? "" : TakeRaised(text, at);
    if (raised.empty()) break;
    step += "-" + raised;
  }
  const std::size_t first = std::min(step.find_first_not_of('0'), step.size());
  if (first > 0 && first < step.size() && IsDigit(step[first])) step.erase(0, first);
  return step;
}

/// "12", "12a", a letter, a roman number: a step counts; a word does not.
bool IsCounted(const std::string& step) {
  return step.size() == 1 || IsDigit(step.front()) ||
         step.find_first_not_of("ivxlc") == std::string::npos;
}

}  // namespace

bool Number::StartsWith(const Number& other) const {
  return steps.size() >= other.steps.size() &&
         std::equal(other.steps.begin(), other.steps.end(), steps.begin());
}

std::string TakeRaised(std::string_view text, std::size_t& at) {
  std::string digits;
  while (at < text.size()) {
    const utf8::Decoded code = utf8::DecodeAt(text, at);
    if (code.code == 0xB9) {
      digits += '1';
    } else if (code.code == 0xB2 || code.code == 0xB3) {
      digits += static_cast<char>('0' + (code.code - 0xB0));
    } else if (code.code == 0x2070 || (code.code >= 0x2074 && code.code <= 0x2079)) {
      digits += static_cast<char>('0' + (code.code - 0x2070));
    } else {
      break;
    }
    at += code.size;
  }
  return digits;
}

std::optional<Number> ParseNumber(std::string_view text) {
  Number number;
  std::size_t at = 0;
  while (at < text.size()) {
    const bool open = text[at] == '(' || text[at] == '[';
    if (open) ++at;
    std::string step = TakeStep(text, at);
    if (step.empty() || step.size() > kMaxStep || number.steps.size() == kMaxSteps) return {};
    number.steps.push_back(std::move(step));
    if (open) {
      if (at >= text.size() || (text[at] != ')' && text[at] != ']')) return {};
      ++at;
    }
    if (at < text.size() && text[at] == '.') ++at;
  }
  if (!std::all_of(number.steps.begin(), number.steps.end(), IsCounted)) return {};
  if (number.empty()) return {};
  return number;
}

std::string ToText(const Number& number, bool dotted) {
  std::string text;
  for (const std::string& step : number.steps) {
    if (text.empty()) {
      text = step;
    } else if (dotted && Value(step)) {
      text += "." + step;
    } else {
      text += "(" + step + ")";
    }
  }
  return text;
}

std::optional<int> Value(std::string_view step) {
  if (step.empty() || step.size() > 6) return {};
  int value = 0;
  for (const char c : step) {
    if (!IsDigit(c)) return {};
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<int> Rank(std::string_view step) {
  if (step.size() == 1 && step[0] >= 'a' && step[0] <= 'z') return step[0] - 'a' + 1;
  return Value(step);
}

}  // namespace dossier::identifiers
