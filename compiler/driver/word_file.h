// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/compose/document.h"
#include "compiler/compose/template.h"
#include "compiler/driver/checking.h"
#include "compiler/driver/typesetting.h"
#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"

namespace dossier::driver {

/// Whether brief.docx is written beside brief.pdf: for templates whose audience takes Word (`word`
/// of their <document>).
[[nodiscard]] bool WantsWordFile(const compose::Template& document_template);

/// The brief as a Word file, with the numbers of the pages of the bundle where it names pages.
[[nodiscard]] Result<Bytes> WordFileOf(const CheckedCase& checked, const compose::Document& document,
                                       const TypesetBrief& brief);

}  // namespace dossier::driver
