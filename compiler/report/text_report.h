// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "compiler/diagnostics/finding.h"
#include "compiler/diagnostics/sources.h"

namespace dossier::report {

struct TextStyle {
  bool color = false;   // ANSI colours for level and marks
  bool subjects = false;  // names the subject of each finding: where there are several
  bool redact = false;  // ids, codes, pages; no personal text, no excerpts
};

/// Findings for people, one block each:
///
///     grounds.yaml:12:14: error[D0203]: cites page 9 of exhibit e03, which has 7 pages
///        12 |     - {cite: "e03 p. 9", shows: ...}
///           |              ^^^^^^^^^^
///     exhibits.yaml:31:5: note: exhibit declared here
///     why: ...
///     help: cite a page from 1 to 7
///
/// Everything that comes from files is made printable (`Printable`).
[[nodiscard]] std::string FindingsAsText(const std::vector<diagnostics::Finding>& findings,
                                         const diagnostics::Sources& sources, const TextStyle& style);

/// The same of one finding.
[[nodiscard]] std::string FindingAsText(const diagnostics::Finding& finding,
                                        const diagnostics::Sources& sources,
                                        const TextStyle& style);

/// "grounds.yaml:12:14", "files/e03.pdf, page 2", or the path alone.
[[nodiscard]] std::string PlaceAsText(const diagnostics::Place& place,
                                      const diagnostics::Sources& sources);

}  // namespace dossier::report
