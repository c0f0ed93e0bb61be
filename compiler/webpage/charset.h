// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "compiler/foundation/bytes.h"

namespace dossier::webpage {

/// Text of a declared character set as UTF-8.
struct Converted {
  std::string text;
  /// Places where the bytes are not what the set allows; each is one U+FFFD.
  int damaged = 0;
  /// False when the set is not known here; the text was then read as UTF-8, else as Windows-1252,
  /// which is what people get who do not declare one.
  bool known = true;
};

/// Converts by glibc's tables. Names as in RFC 2978, any case; an empty one is US-ASCII, which is
/// read as UTF-8. Valid UTF-8 that declares US-ASCII is taken as UTF-8, too. Total: never drops bytes
/// silently.
[[nodiscard]] Converted ToUtf8(ByteView bytes, std::string_view charset);

}  // namespace dossier::webpage
