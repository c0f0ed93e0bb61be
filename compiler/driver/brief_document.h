// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "compiler/compose/document.h"
#include "compiler/compose/strings.h"
#include "compiler/driver/checking.h"
#include "compiler/driver/request.h"

namespace dossier::driver {

/// The brief of a checked case as a document, before it is set.
struct BriefDocument {
  compose::Document document;
  compose::Strings strings;
  bool word = false;  // the template asks for brief.docx
};

/// Reads the template, the words and the guide to citation, and composes. Nothing when one of them
/// cannot be used or the family is not pinned; the sink says why. Reports what `LoadDocumentFiles`,
/// `LoadCitationGuide` and `ReadPrintedPictures` report; D0105 for the family; D0918.
[[nodiscard]] std::optional<BriefDocument> ComposeBrief(CheckedCase& checked, const Request& request);

}  // namespace dossier::driver
