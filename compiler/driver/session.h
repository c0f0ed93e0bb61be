// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "compiler/diagnostics/sink.h"
#include "compiler/diagnostics/sources.h"
#include "compiler/driver/request.h"
#include "compiler/io/case_folder.h"
#include "compiler/model/case.h"
#include "compiler/model/pack.h"

namespace dossier::driver {

/// One run over one case: its folder, the texts that were read, what was found so far, and the
/// files as `load` understood them.
struct Session {
  std::string folder;  // of the case
  std::string data;    // holds rules/ and templates/
  std::unique_ptr<io::CaseFolder> files;
  diagnostics::Sources sources;
  diagnostics::Sink sink;
  std::optional<model::Case> loaded;  // nothing: exit 3
  std::vector<model::Input> inputs;  // every file of the folder, also when nothing was loaded
  std::vector<model::RulePack> packs;
  model::Lock lock;
};

/// Opens the folder and reads everything in it that `load` reads, and the packs it names.
///
/// Total: what cannot be read is in the sink, and `loaded` stays empty when coverage would be
/// unknown (no dossier.yaml, syntax, schema, a pack that is not there).
[[nodiscard]] Session OpenSession(const Request& request);

}  // namespace dossier::driver
