// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"

namespace dossier::io {

/// A key file with its permission bits, read through one descriptor, so that the bits are those of
/// the bytes. Whether they will do is for `crypto::KeyModeProblem`.
struct PrivateFile {
  Bytes bytes;
  unsigned mode = 0;  // st_mode & 07777
};

/// At most 1 MiB; regular files only.
Result<PrivateFile> ReadPrivateFile(const std::string& path);

/// Asks at the controlling terminal without showing what is typed; nothing when there is none.
std::optional<std::string> AskPassphrase(const std::string& prompt);

/// The first line that can be read from an open descriptor; nothing when there is none.
std::optional<std::string> ReadPassphrase(int descriptor);

}  // namespace dossier::io
