// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "compiler/diagnostics/sink.h"
#include "compiler/model/case.h"

namespace dossier::check {

/// D0801: ids of the case in which a word of a person's name stands, at the start or the end of one
/// of their words. Words of fewer than four letters are passed over, those of four must be whole.
/// Organisations are not persons.
void ReportNamesInIds(const model::Case& source, diagnostics::Sink& sink);

/// `text` in small letters without accents, as an id would spell it: "Žukauskas" is "zukauskas".
/// Letters of other scripts are left as they are.
[[nodiscard]] std::string PlainLetters(std::string_view text);

}  // namespace dossier::check
