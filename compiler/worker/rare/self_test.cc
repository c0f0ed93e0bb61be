// SPDX-License-Identifier: GPL-3.0-or-later
#include <iconv.h>

#include <array>
#include <string>

#include "compiler/foundation/utf8.h"
#include "compiler/inspect/tasks.h"
#include "compiler/worker/rare/rare_tasks.h"

namespace dossier::worker {

Result<Bytes> RareSelfTest(ByteView, const AnnouncePages&) {
  std::string coded;  // UTF-16BE; every letter of the text is in the first plane
  for (const char32_t letter : utf8::ToCodePoints(inspect::kSelfTestText)) {
    coded += static_cast<char>(letter >> 8);
    coded += static_cast<char>(letter & 0xFF);
  }
  const iconv_t tables = ::iconv_open("UTF-8", "UTF-16BE");
  // NOLINTNEXTLINE(performance-no-int-to-ptr): what POSIX answers when it fails
  if (tables == reinterpret_cast<iconv_t>(-1)) return Failure{"the tables of characters are missing"};
  std::array<char, 256> text{};
  char* from = coded.data();
  char* to = text.data();
  std::size_t from_left = coded.size();
  std::size_t to_left = text.size();
  const std::size_t done = ::iconv(tables, &from, &from_left, &to, &to_left);
  ::iconv_close(tables);
  if (done == static_cast<std::size_t>(-1)) return Failure{"a known text cannot be converted"};
  return Bytes(text.data(), text.size() - to_left);
}

}  // namespace dossier::worker
