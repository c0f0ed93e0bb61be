// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"

namespace dossier::io {

/// Owns one file descriptor; closes it at the end of its life.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    if (this != &other) {
      Close();
      number_ = std::exchange(other.number_, -1);
    }
    return *this;
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { Close(); }

  [[nodiscard]] bool open() const { return number_ >= 0; }
  [[nodiscard]] int number() const { return number_; }
  void Close();

 private:
  int number_ = -1;
};

struct Pipe {
  Descriptor read, write;
};

/// A pipe that no program started later inherits. Fails with the system's words.
[[nodiscard]] Result<Pipe> MakePipe();

/// The system's words for an error number, in English whatever the locale.
[[nodiscard]] std::string ErrorText(int error_number);

/// Writes all bytes, however many calls that takes. Returns 0 or the error number.
[[nodiscard]] int WriteFully(int descriptor, ByteView bytes);

}  // namespace dossier::io
