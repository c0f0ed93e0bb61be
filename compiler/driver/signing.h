// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "compiler/crypto/key.h"
#include "compiler/driver/request.h"
#include "compiler/foundation/result.h"

namespace dossier::driver {

/// The key that the command line names: from a file that only its owner can read, the passphrase
/// from `--passphrase-fd` or the terminal. Never from an argument or the environment.
[[nodiscard]] Result<crypto::SigningKey> OpenKey(const Request& request);

/// `sign FILE.pdf --key KEY [-o DIR]`: fills the reserved hole of a prepared file. The signed file
/// takes the place of the prepared one, whole or not at all; with `-o` it goes to DIR and the
/// prepared one stays.
[[nodiscard]] ExitCode SignCommand(const Request& request);

}  // namespace dossier::driver
