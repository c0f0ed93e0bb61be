// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "compiler/anchors/line_marks.h"

namespace dossier::anchors {

/// A heading that begins with a word and a number: "Article 405. Title", "Статья 405", "86
/// straipsnis.", "Section 4", "Annex II: Letters", "2 priedas", "Приложение № 2". Nothing when the
/// line goes on as a sentence ("Article 405 of the Code"), which a line that was broken there does.
[[nodiscard]] std::optional<Mark> WordMark(std::string_view line);

}  // namespace dossier::anchors
