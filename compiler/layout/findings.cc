// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/layout/findings.h"

#include "compiler/foundation/utf8.h"

namespace dossier::layout {

void Findings::GlyphMissing(char32_t code, const Span& run, const Span& place) {
  if (!missing_.emplace(run, code).second) {
    return;
  }
  diagnostics::Finding finding;
  finding.kind = diagnostics::Kind::kGlyphMissing;
  finding.args = {
      diagnostics::Id(utf8::CodePointName(code) + " \"" + utf8::Encode(code) + "\"")};
  finding.place = place;
  finding.hint = "write it with letters that the fonts have, or leave it out";
  sink_.Report(std::move(finding));
}

void Findings::TooWide(std::string_view word, const Span& place) {
  constexpr std::size_t kShown = 40;
  std::string shown;
  std::size_t count = 0;
  for (std::size_t offset = 0; offset < word.size() && count < kShown; ++count) {
    const std::size_t size = utf8::DecodeAt(word, offset).size;
    shown += word.substr(offset, size);
    offset += size;
  }
  if (shown.size() < word.size()) {
    shown += "…";
  }
  if (!wide_.emplace(place, shown).second) {
    return;
  }
  diagnostics::Finding finding;
  finding.kind = diagnostics::Kind::kContentTooWide;
  finding.args = {shown};
  finding.place = place;
  sink_.Report(std::move(finding));
}

}  // namespace dossier::layout
