// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/diagnostics/explain.h"

#include <algorithm>
#include <array>

namespace dossier::diagnostics {
namespace {

/// The text begins with the line end that follows the opening parenthesis in explain.def.
struct Page {
  Kind kind;
  std::string_view text;
};

constexpr auto kPages = std::to_array<Page>({
#define DOSSIER_EXPLAIN(enumerator, text) {Kind::enumerator, text},
#include "compiler/diagnostics/explain.def"
#undef DOSSIER_EXPLAIN
});

}  // namespace

std::string_view Explain(Kind kind) {
  const auto* const page = std::ranges::find(kPages, kind, &Page::kind);
  return page == kPages.end() ? std::string_view() : page->text.substr(1);
}

}  // namespace dossier::diagnostics
