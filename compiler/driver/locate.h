// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "compiler/foundation/result.h"

namespace dossier::driver {

/// The folder of the case that a command is about.
///
/// `word` is a folder with `dossier.yaml`, or that file; when empty, the nearest folder upwards
/// from the working directory that has one, not past a repository root (a folder with `.git`).
[[nodiscard]] Result<std::string> FindCase(const std::string& word);

/// The folder that holds `rules/` and `templates/`: beside the installed program
/// (`../share/dossier`), or the source tree that the program was built in.
[[nodiscard]] Result<std::string> FindData();

/// The path of a program beside the running one; never looked up in PATH.
[[nodiscard]] std::string Beside(const std::string& name);

/// Where what was found out in earlier runs is kept; empty when this user has no such place.
[[nodiscard]] std::string CacheFolder();

}  // namespace dossier::driver
