// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "compiler/model/pack.h"

namespace dossier::rulebook {

/// True for the languages that `Render` has words in: en, lt.
[[nodiscard]] bool CanRender(std::string_view language);

/// The whole pack as a numbered checklist in plain words, for a lawyer to approve: each rule with a
/// box, its source and how that was read, when it is in force, when it applies, what it counts, its
/// exceptions, limbs, judgements and deadlines; a line for name, date and signature at the end.
/// Markdown. Nothing that a pack says is left out; of a text in several languages the one asked for.
///
/// Needs: `CanRender(language)`.
[[nodiscard]] std::string Render(const model::RulePack& pack, std::string_view language);

/// The same of one rule of any section, without boxes and number; nothing when the pack has none of
/// this id.
[[nodiscard]] std::optional<std::string> RenderRule(const model::RulePack& pack,
                                                    std::string_view id,
                                                    std::string_view language);

}  // namespace dossier::rulebook
