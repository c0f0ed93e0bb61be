// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string_view>

#include "compiler/worker/sandbox.h"

namespace dossier::worker {

/// Closes this process for good: no files but the tables for characters and time zones, no network,
/// no other process. What cannot be installed here is left out. The answer is not what was asked of
/// the kernel but what it did: this process tries to open a folder and to ask for its parent, and
/// is refused.
/// Where files cannot be closed by their path, none can be opened at all and the tables are loaded
/// before.
/// `also_readable` are files and folders of the system that the libraries of one program want to
/// read besides; never anything of a user.
///
/// Needs no-new-privileges. Sanitizer builds stay open: their runtime starts threads and programs.
[[nodiscard]] Sandbox CloseSandbox(std::span<const std::string_view> also_readable = {});

/// Gives up every capability, for workers that root starts. Nothing to give up is no failure.
void DropCapabilities();

}  // namespace dossier::worker
