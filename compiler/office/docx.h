// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"
#include "compiler/inspect/exhibit_facts.h"

namespace dossier::office {

/// A Word document (DOCX, ECMA-376, strict or transitional) as an exhibit: heads of its pages, its
/// text (`DocxBody`), notes, feet of its pages, each a block, not numbered; its properties; and as
/// oddities tracked changes, comments, hidden text, what it fetches from elsewhere, what was not read
/// (pictures, charts, drawings, inserted files). Files that are embedded are attachments, listed and
/// not opened. For the worker.
///
/// Fails, with a reason, on what `archive::Container` refuses, on broken XML and on a main part that
/// is not there. A lesser part that cannot be read is an oddity that names it.
Result<inspect::ExhibitFacts> ReadDocx(ByteView file);

}  // namespace dossier::office
