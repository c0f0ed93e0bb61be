// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/webpage/charset.h"

#include <iconv.h>

#include <array>
#include <cerrno>

#include "compiler/foundation/utf8.h"

namespace dossier::webpage {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// A handle of iconv, closed at the end.
class Tables {
 public:
  explicit Tables(const std::string& from) : handle_(::iconv_open("UTF-8", from.c_str())) {}
  ~Tables() {
    if (open()) ::iconv_close(handle_);
  }
  Tables(const Tables&) = delete;
  Tables& operator=(const Tables&) = delete;

  [[nodiscard]] bool open() const {
    // NOLINTNEXTLINE(performance-no-int-to-ptr): what POSIX answers when it fails
    return handle_ != reinterpret_cast<iconv_t>(-1);
  }

  void Run(ByteView bytes, Converted& out) {
    // POSIX declares the input writable and does not write to it.
    char* from = const_cast<char*>(bytes.data());
    std::size_t left = bytes.size();
    std::array<char, 4096> piece{};
    while (left > 0) {
      char* to = piece.data();
      std::size_t room = piece.size();
      const std::size_t done = ::iconv(handle_, &from, &left, &to, &room);
      out.text.append(piece.data(), piece.size() - room);
      if (done != static_cast<std::size_t>(-1) || errno == E2BIG) continue;
      out.text += kReplacement;
      ++out.damaged;
      ++from;
      --left;
    }
  }

 private:
  iconv_t handle_;
};

std::string Upper(std::string_view name) {
  std::string upper;
  for (const char c : name) {
    // "//TRANSLIT" behind a name is an instruction to glibc, not part of any name.
    if (c == '/' || static_cast<unsigned char>(c) <= ' ') break;
    upper += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return upper;
}

Converted FromUtf8(ByteView bytes) {
  Converted out;
  out.text.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const auto decoded = utf8::TryDecodeAt(bytes, at);
    if (decoded) {
      out.text += bytes.substr(at, decoded->size);
      at += decoded->size;
    } else {
      out.text += kReplacement;
      ++out.damaged;
      ++at;
    }
  }
  return out;
}

}  // namespace

Converted ToUtf8(ByteView bytes, std::string_view charset) {
  std::string name = Upper(charset);
  const bool plain = name.empty() || name == "US-ASCII" || name == "ASCII" || name == "UTF-8" ||
                     name == "UTF8";
  if (plain && (name.starts_with("UTF") || utf8::IsValid(bytes))) return FromUtf8(bytes);
  Converted out;
  if (plain) name = "WINDOWS-1252";
  // What is called Latin 1 or ASCII is Windows-1252 (WHATWG Encoding, 4.2).
  if (name == "ISO-8859-1" || name == "LATIN1") name = "WINDOWS-1252";
  if (name == "KS_C_5601-1987") name = "CP949";
  Tables tables(name);
  if (!tables.open()) {
    if (utf8::IsValid(bytes)) {
      out = FromUtf8(bytes);
    } else if (Tables usual("WINDOWS-1252"); usual.open()) {
      usual.Run(bytes, out);
    } else {
      out = FromUtf8(bytes);
    }
    out.known = false;
    return out;
  }
  tables.Run(bytes, out);
  return out;
}

}  // namespace dossier::webpage
