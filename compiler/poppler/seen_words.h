// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <poppler-page.h>

#include <string>
#include <vector>

#include "compiler/poppler/read_text.h"

/// For the sources of this folder only.
namespace dossier::poppler {

/// The words of a page without the letters of `hidden`, in poppler's reading order.
[[nodiscard]] std::string SeenWords(const ::poppler::page& page,
                                    const std::vector<HiddenLetter>& hidden);

}  // namespace dossier::poppler
