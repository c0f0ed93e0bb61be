// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include "compiler/diagnostics/sink.h"
#include "compiler/diagnostics/sources.h"
#include "compiler/io/file_system.h"
#include "compiler/model/case.h"

namespace dossier::load {

struct LoadOptions {
  /// Files under derived/ count as used when this lock names them; without a lock all of them do.
  const model::Lock* lock = nullptr;
  /// Filled also when the case could not be loaded.
  std::vector<model::Input>* inputs = nullptr;
};

/// Reads the case in a folder: dossier.yaml and what lies beside it (section 4 of the design).
///
/// Guarantees of the product: keys and ids are unique, enumerations closed, dates exist, paths stay
/// in the folder, no criterion has two grounds for one subject. Whether ids refer to anything is
/// for `resolve`; exhibit files are not opened. `inputs` lists every file of the folder.
///
/// Reports families 00 and 01. A syntax error ends its file, the others are read all the same, and
/// every schema error is shown. Nothing when an error of the text was reported: links among files
/// (D0017) and warnings (D0016) do not count.
std::optional<model::Case> LoadCase(const io::FileSystem& files, diagnostics::Sources& sources,
                                    diagnostics::Sink& sink, const LoadOptions& options = {});

}  // namespace dossier::load
