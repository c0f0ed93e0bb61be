// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/compose/pictures.h"
#include "compiler/driver/session.h"

namespace dossier::driver {

/// The logo and the portraits that the case wants printed, by their paths; each is decoded in a worker
/// of its own. Portraits of protected people are not even opened. Reports D0002 for a file that is not
/// there or is no picture; the document has an empty place for it then.
[[nodiscard]] compose::Pictures ReadPrintedPictures(Session& session);

}  // namespace dossier::driver
