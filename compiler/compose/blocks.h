// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/compose/context.h"

/// The parts of a brief that are made from the case, each under a heading that the template gives.
/// Every one returns nothing when the case has nothing for it. None shows what speaks against the
/// filing: assertions without an answer, items filed as adverse, needs without items are left out.
namespace dossier::compose {

/// Steps of the applicant's procedures with their dates, authorities and outcomes.
[[nodiscard]] Blocks ComposeProcedures(const Context& context);

/// Assertions of the refusal that have an answer: what it says, the answer, the exhibits.
[[nodiscard]] Blocks ComposeAnswers(const Context& context);

/// Criterion by criterion under the pleaded roots: the rule with its authority, then what each
/// exhibit shows. A root that is asked of several persons goes person by person.
[[nodiscard]] Blocks ComposeGrounds(Context& context);

[[nodiscard]] Blocks ComposeChronology(const Context& context);

/// Persons, then organisations, by name in the order of the language: role, other spellings.
[[nodiscard]] Blocks ComposePersons(const Context& context);

/// Which text was applied where the author had to choose, and which requirements were adjusted, each
/// with its reason; then which sets of rules were used and how their text was read. Nothing when
/// the author neither chose nor adjusted anything: the authorities say the rest.
[[nodiscard]] Blocks ComposeLaw(Context& context);

/// Instruments of the rules behind the grounds, and laws and judgments among the exhibits, each with
/// the pages on which the document cites it.
[[nodiscard]] Blocks ComposeAuthorities(const Context& context);

/// The list of exhibits by label; each row has the anchor `ListAnchor`.
[[nodiscard]] Blocks ComposeExhibitList(const Context& context);

/// Which exhibits are source notes and which are not in the bundle.
[[nodiscard]] Blocks ComposeSourceNotes(const Context& context);

/// Digests of the exhibits' files.
[[nodiscard]] Blocks ComposeDigests(const Context& context);

/// Date of filing, who signs, and the box of the visible signature.
[[nodiscard]] Blocks ComposeSignature(const Context& context);

}  // namespace dossier::compose
