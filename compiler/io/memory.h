// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace dossier::io {

/// For a program that does one thing and ends: memory that one stage gave back serves the next one
/// instead of going back to the system in between, and the first 48 MiB of the heap are large pages
/// where the machine has them. Touching a fresh small page costs more than what is then done with
/// it. Touches no memory itself; a machine that refuses changes nothing but the time.
void KeepMemory();

}  // namespace dossier::io
