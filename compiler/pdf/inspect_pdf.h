// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/page.h"
#include "compiler/foundation/result.h"
#include "compiler/pdf/page_truth.h"
#include "compiler/pdf/self_description.h"

namespace dossier::pdf {

/// Width and height of a page as a reader shows it: crop box after rotation, in points.
struct PageSize {
  double width = 0;
  double height = 0;
};

/// What a PDF file says about itself, found over its unpacked objects, not by a byte search: of
/// the active content in real exhibits more than half is invisible to one.
struct PdfFacts {
  int page_count = 0;
  /// One per page; empty when the file declares none (ISO 32000-1:2008, 12.4.2).
  std::vector<PageLabel> labels;
  /// One per page.
  std::vector<PageSize> sizes;
  /// Kinds of active or hidden content, sorted, each once, as their PDF names: "JavaScript",
  /// "Launch", "OpenAction", "AA", "EmbeddedFile", "XFA", "RichMedia", "OCG" and others.
  std::vector<std::string> active_content;
  /// The file is encrypted, with an empty user password unless `needs_password`.
  bool encrypted = false;
  /// Nothing else could be read: all other fields but `encrypted` are empty.
  bool needs_password = false;
  /// Signature fields that hold a signature.
  int signatures = 0;
  /// The file was damaged and its cross-reference table rebuilt.
  bool repaired = false;
  /// What it says of itself, its states and the files inside it.
  SelfDescription self;
  /// One per page: which of its words a reader does not see.
  std::vector<PageTruth> truth;
};

/// Reads the facts of a PDF file.
///
/// Total on hostile input: a failure says in plain words why the file cannot be read. Prints
/// nothing and follows no reference out of the file. Runs in the worker only.
///
/// `pages_known` is called once, before the first page is looked at. Of a file with more than
/// `kMostPagesLookedAt` pages only the count is told, and `pages_known` is not called.
Result<PdfFacts> ReadPdfFacts(ByteView pdf, const std::function<void(int)>& pages_known = {});

inline constexpr int kMostPagesLookedAt = 10'000;

}  // namespace dossier::pdf
