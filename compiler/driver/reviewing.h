// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/driver/request.h"

namespace dossier::driver {

/// `review [DOSSIER] [EXHIBIT...]`. Without exhibits it lists what was reviewed, changed since, or
/// by nobody. With exhibits and `--by NAME` it adds to reviews.yaml that this person looked at them
/// as they are now: their digests, the note, and the day of `--today` when that is given. What stands
/// in the file is kept to the byte; a file that would not read back as before with the new reviews
/// at its end is left alone (exit 4). The first argument is the case when it is a folder with
/// dossier.yaml, or that file. An exhibit whose file is not there cannot be
/// reviewed (exit 1), nor one that is not registered (exit 2); then nothing is written.
[[nodiscard]] ExitCode ReviewCommand(const Request& request);

}  // namespace dossier::driver
