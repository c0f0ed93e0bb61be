// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "compiler/foundation/span.h"

/// What the fuzz targets share: the entry point of libFuzzer and a way to fail.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace dossier::fuzz {

/// The oracle was not met: libFuzzer keeps the input.
inline void Require(bool held, std::string_view what) {
  if (held) return;
  std::fprintf(stderr, "oracle not met: %.*s\n", static_cast<int>(what.size()), what.data());
  std::abort();
}

inline std::string TextOf(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// Ordered, and inside a source of `size` bytes.
inline bool Inside(const Span& span, std::size_t size) {
  return !span.known() || (span.begin <= span.end && span.end <= size);
}

/// Takes an input apart, first byte first; reads as zero when it is used up.
class Pieces {
 public:
  Pieces(const std::uint8_t* data, std::size_t size) : data_(data), size_(size) {}

  [[nodiscard]] bool empty() const { return at_ == size_; }
  std::uint8_t Byte() { return empty() ? std::uint8_t{0} : data_[at_++]; }
  std::size_t Number() {
    std::size_t number = 0;
    for (int i = 0; i < 3; ++i) number = number << 8 | Byte();
    return number;
  }
  std::string Take(std::size_t count) {
    const std::size_t taken = count < size_ - at_ ? count : size_ - at_;
    std::string bytes = TextOf(data_ + at_, taken);
    at_ += taken;
    return bytes;
  }
  std::string Rest() { return Take(size_); }

 private:
  const std::uint8_t* data_;
  std::size_t size_;
  std::size_t at_ = 0;
};

}  // namespace dossier::fuzz
