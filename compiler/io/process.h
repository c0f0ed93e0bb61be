// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace dossier::io {

/// First thing in `main`. After it: no core dumps and no other process of the user may look into
/// the memory (it holds names and keys); files are 0600 and folders 0700 whatever the umask was; a
/// full disk, a size limit and a reader that went away are error numbers, not signals; descriptors
/// 0 to 2 are open, so that no exhibit is ever opened under the number of standard output (writes
/// to one that was closed fail with EBADF).
///
/// Sanitizer builds keep the process inspectable, because the leak check stops it as a debugger
/// would.
void PrepareProcess();

}  // namespace dossier::io
