// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "compiler/diagnostics/sink.h"
#include "compiler/diagnostics/sources.h"
#include "compiler/foundation/result.h"
#include "compiler/io/file_system.h"
#include "compiler/model/pack.h"

namespace dossier::driver {

/// A rule pack that the user named, with those that it extends, and what was found on the way.
struct OpenedPack {
  std::string id;
  std::unique_ptr<io::FileSystem> files;  // rules/, with the user's own files in their places
  diagnostics::Sources sources;
  diagnostics::Sink sink;
  /// The pack, then those that it extends; tailored. Empty: it could not be loaded (exit 3).
  std::vector<model::RulePack> packs;
  std::vector<model::Calendar> calendars;  // that the packs count by
  std::string tests_path;   // in `files`
  std::string tests_shown;  // as findings name it
  bool has_tests = false;   // there is such a file
};

/// The ids of all packs that belong to the program, sorted.
[[nodiscard]] Result<std::vector<std::string>> ShippedPackIds();

/// Opens the pack `word`: an id of rules/, or the path of a file, whose tests stand beside it in
/// `NAME.tests.yaml`. A pack in a file of the user's own may extend those of rules/.
[[nodiscard]] Result<std::unique_ptr<OpenedPack>> OpenPack(const std::string& word);

}  // namespace dossier::driver
