// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/io/descriptor.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace dossier::io {

void Descriptor::Close() {
  if (number_ >= 0) ::close(number_);
  number_ = -1;
}

Result<Pipe> MakePipe() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return Failure{ErrorText(errno)};
  return Pipe{.read = Descriptor(ends[0]), .write = Descriptor(ends[1])};
}

std::string ErrorText(int error_number) {
  const char* words = ::strerrordesc_np(error_number);
  std::string text = words != nullptr ? words : "error " + std::to_string(error_number);
  // "No space left" in the middle of a sentence; "I/O error" stays.
  if (text.size() > 1 && text[0] >= 'A' && text[0] <= 'Z' && text[1] >= 'a' && text[1] <= 'z') {
    text[0] = static_cast<char>(text[0] - 'A' + 'a');
  }
  return text;
}

int WriteFully(int descriptor, ByteView bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      return errno;
    }
    // A regular file that takes nothing is full; looping would never end.
    if (written == 0) return ENOSPC;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

}  // namespace dossier::io
