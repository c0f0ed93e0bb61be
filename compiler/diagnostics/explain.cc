// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/diagnostics/explain.h"

#include <algorithm>
#include <array>

#include "compiler/foundation/check.h"

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

constexpr auto kKinds = std::to_array<Kind>({
#define DOSSIER_FINDING(code, enumerator, name, level, text) Kind::enumerator,
#include "compiler/diagnostics/kind.def"
#undef DOSSIER_FINDING
});

constexpr bool EveryKindHasOnePage() {
  return std::ranges::all_of(kKinds, [](Kind kind) {
    return std::ranges::count(kPages, kind, &Page::kind) == 1;
  });
}
static_assert(EveryKindHasOnePage(), "every line of kind.def needs one page in explain.def");

}  // namespace

std::string_view Explain(Kind kind) {
  const auto* const page = std::ranges::find(kPages, kind, &Page::kind);
  DOSSIER_CHECK(page != kPages.end(), "every kind has a page");
  return page->text.substr(1);
}

}  // namespace dossier::diagnostics
