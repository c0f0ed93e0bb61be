// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/poppler/library_text.h"

#include "compiler/foundation/utf8.h"

namespace dossier::poppler {

std::string ToUtf8(const ::poppler::ustring& words) {
  std::string out;
  out.reserve(words.size());
  for (std::size_t i = 0; i < words.size(); ++i) {
    char32_t code = words[i];
    if (code == 0xFEFF && i == 0) continue;
    const bool high = code >= 0xD800 && code <= 0xDBFF;
    if (high && i + 1 < words.size() && words[i + 1] >= 0xDC00 && words[i + 1] <= 0xDFFF) {
      code = 0x10000 + ((code - 0xD800) << 10) + (char32_t{words[i + 1]} - 0xDC00);
      ++i;
    }
    utf8::Append(code, out);
  }
  return out;
}

}  // namespace dossier::poppler
