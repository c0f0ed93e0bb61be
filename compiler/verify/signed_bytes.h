// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/foundation/bytes.h"

namespace dossier::verify {

/// What the bytes of a file say about its signature, read without any PDF library: two readers
/// that agree are harder to deceive than one.
struct SignedBytes {
  std::vector<std::string> faults;
  bool has_byte_range = false;
  bool whole_file = false;     // the ranges cover every byte but the signature value
  std::size_t byte_range = 0;  // offset of the text inside the brackets
  std::size_t contents = 0;    // offset of '<'
  ByteView before, after;      // the two signed ranges
  Bytes cms;                   // DER, without the padding
};

/// Demands the exact grammar that `sign` writes: one /ByteRange with four plain numbers that begin
/// at 0 and end at the last byte; the gap is one string of lower-case hexadecimal digits straight
/// after /Contents, a DER value and zeros; one `startxref`, one `%%EOF`, at the end.
[[nodiscard]] SignedBytes ReadSignedBytes(ByteView file);

}  // namespace dossier::verify
