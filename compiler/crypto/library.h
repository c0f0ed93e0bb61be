// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace dossier::crypto::internal {

/// Starts OpenSSL without its configuration file: neither that file nor the environment may choose
/// engines, providers or algorithms for a signature. Safe to call any number of times.
void StartLibrary();

/// Empties OpenSSL's error queue of this thread.
void ClearErrors();

}  // namespace dossier::crypto::internal
