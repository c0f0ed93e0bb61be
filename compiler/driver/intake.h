// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/driver/request.h"
#include "compiler/driver/session.h"
#include "compiler/foundation/bytes.h"
#include "compiler/inspect/inspect.h"
#include "compiler/resolve/exhibit_pages.h"

namespace dossier::driver {

/// What is said in a recording: a file beside it.
struct TranscriptFile {
  std::string path;
  Bytes bytes;
  std::string unread;  // why there are no bytes; empty when there are
  inspect::Inspection inspection;
};

/// One file of an exhibit, read once: what is checked, hashed and bundled are the same bytes.
struct ExhibitFile {
  std::string path;
  Bytes bytes;
  bool present = false;
  inspect::Inspection inspection;
  /// Of a recording; its blocks are in the facts of the recording once both were read.
  std::optional<TranscriptFile> transcript;
  /// Where the words of each page come from; in step with `facts->pages`, empty without pages.
  std::vector<inspect::PageOrigin> origins;
  /// The sidecar that its words were taken from, when there is one that counts.
  std::optional<model::LockedReading> sidecar;
  /// The pages made of it (`convert`), when it has none that the bundle can take.
  Bytes made_pages;

  /// What the bundle carries: the file itself when it is a PDF, else the pages made of it.
  [[nodiscard]] ByteView Pdf() const {
    return inspection.media == inspect::MediaType::kPdf ? ByteView(bytes) : ByteView(made_pages);
  }
};

/// All exhibit files of a case, and what `resolve` has to know of them.
struct Intake {
  std::vector<std::vector<ExhibitFile>> files;  // in step with the register and its parts
  resolve::ExhibitPagesById pages;
};

/// Reads and inspects the files of one exhibit, with their transcripts and what a machine read of
/// them. What is wrong is in the sink of the session.
[[nodiscard]] std::vector<ExhibitFile> TakeInExhibit(Session& session, const model::Exhibit& exhibit,
                                                     const Request& request);

/// Reads and inspects every exhibit file. Exhibits that differ from the lock count as rejected. For
/// files without pages of their own it takes the pages that `lock` made, or makes them in memory.
/// Reports: D0017, D0701, D0703 to D0707, D0709, D0711, D0713 to D0734,
/// D0746, D0747, D0749, D0750, D0802, D0803.
[[nodiscard]] Intake TakeIn(Session& session, const Request& request);

}  // namespace dossier::driver
