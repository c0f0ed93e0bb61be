// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "compiler/compose/context.h"
#include "compiler/xml/tree.h"

namespace dossier::compose {

/// How long the document is, counted where the forum counts.
struct LengthTotals {
  struct Part {
    std::string id;  // "body", "notes", "cover"
    int words = 0;
    bool counted = false;
  };
  std::vector<Part> parts;
  std::optional<int> limit;  // of words, where a rule of the case sets one
};

/// The resolved dossier as a document: everything that a filing may show, in an order and with the
/// names that `model_schema.def` lists and explains. Templates select from it.
///
/// Made from the case, its citations and the words of its language alone; coverage is not among the
/// inputs. What speaks against the filing and what only its authors need (assertions without an
/// answer, adverse items, needs without evidence, waivers, acceptances, contradictions and their
/// explanations) has no element and cannot get in. Names of protected people are replaced.
///
/// Gives: text in Unicode form C; a `cite` has the span of its citation, other words that of the
/// place where the author wrote them.
[[nodiscard]] xml::Element ModelDocument(const Context& context, bool draft,
                                         const std::optional<LengthTotals>& length);

}  // namespace dossier::compose
