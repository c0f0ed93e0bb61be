// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/diagnostics/text.h"

namespace dossier::diagnostics {
namespace {

std::string FillWith(const Text& text, bool redact) {
  std::vector<std::string> values;
  values.reserve(text.args.size());
  for (const Arg& arg : text.args) {
    values.push_back(redact && arg.personal() ? "[…]" : arg.text());
  }
  return Fill(text.pattern, values);
}

}  // namespace

Arg Id(std::string_view text) {
  Arg arg(text);
  arg.personal_ = false;
  return arg;
}

Arg Number(long long value) { return Id(std::to_string(value)); }

std::string Text::Full() const { return FillWith(*this, false); }
std::string Text::Redacted() const { return FillWith(*this, true); }

std::string Fill(std::string_view pattern, const std::vector<std::string>& values) {
  std::string out;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '{' && i + 2 < pattern.size() && pattern[i + 2] == '}' &&
        pattern[i + 1] >= '0' && pattern[i + 1] <= '9') {
      const std::size_t index = static_cast<std::size_t>(pattern[i + 1] - '0');
      if (index < values.size()) {
        out += values[index];
        i += 2;
        continue;
      }
    }
    out += pattern[i];
  }
  return out;
}

}  // namespace dossier::diagnostics
