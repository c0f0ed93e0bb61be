// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/io/standard_output.h"

#include <unistd.h>

#include <string>

#include "compiler/io/descriptor.h"

namespace dossier::io {
namespace {

Result<Done> WriteTo(int descriptor, const char* name, ByteView bytes) {
  const int error = WriteFully(descriptor, bytes);
  if (error != 0) return Failure{std::string(name) + ": " + ErrorText(error)};
  return Done{};
}

}  // namespace

Result<Done> WriteStdout(ByteView bytes) {
  return WriteTo(STDOUT_FILENO, "standard output", bytes);
}

Result<Done> WriteStderr(ByteView bytes) { return WriteTo(STDERR_FILENO, "standard error", bytes); }

}  // namespace dossier::io
