// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/diagnostics/source_check.h"

#include <optional>
#include <string>

#include "compiler/foundation/utf8.h"

namespace dossier::diagnostics {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string Hex(std::uint32_t value, std::size_t digits) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string text;
  for (std::size_t i = digits; i-- > 0;) text += kDigits[(value >> (4 * i)) & 0xF];
  return text;
}

bool IsBidiControl(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

/// Why a character may not stand in a source file; empty when it may.
std::string_view Objection(char32_t c, std::string_view text, std::size_t at) {
  if (c == '\t' || c == '\n') return {};
  if (c == '\r') {
    const bool line_end = at + 1 < text.size() && text[at + 1] == '\n';
    return line_end ? std::string_view() : "end lines with a line feed";
  }
  if (c < 0x20 || (c >= 0x7F && c <= 0x9F)) return "delete it; it is invisible in most editors";
  if (IsBidiControl(c)) {
    return "delete it; it makes the text on the screen differ from the text in the file";
  }
  if (c == 0xFEFF) return "delete it; a byte order mark may stand only at the start of the file";
  return {};
}

Span Bytes(std::uint32_t file, std::size_t at, std::size_t length) {
  return {.file = file,
          .begin = static_cast<std::uint32_t>(at),
          .end = static_cast<std::uint32_t>(at + length)};
}

}  // namespace

std::size_t ByteOrderMarkLength(std::string_view text) {
  return text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
}

bool CheckSourceText(const Sources& sources, std::uint32_t file, Sink& sink) {
  const std::string_view text = sources.TextOf(file);
  if (text.size() > kMaxSourceBytes) {
    sink.Report({.kind = Kind::kFileTooLarge,
                 .args = {Number(static_cast<long long>(text.size())),
                          Number(static_cast<long long>(kMaxSourceBytes))},
                 .place = Bytes(file, 0, 0),
                 .hint = "split it into several files"});
    return false;
  }
  for (std::size_t at = ByteOrderMarkLength(text); at < text.size();) {
    if (const std::size_t plain = utf8::PrintableRun(text, at); plain > 0) {
      at += plain;
      continue;
    }
    const std::optional<utf8::Decoded> c = utf8::TryDecodeAt(text, at);
    if (!c) {
      sink.Report({.kind = Kind::kInvalidUtf8,
                   .args = {Id(Hex(static_cast<unsigned char>(text[at]), 2))},
                   .place = Bytes(file, at, 1),
                   .hint = "save the file as UTF-8"});
      return false;
    }
    if (const std::string_view objection = Objection(c->code, text, at); !objection.empty()) {
      sink.Report({.kind = Kind::kControlCharacter,
                   .args = {Id(Hex(c->code, c->code > 0xFFFF ? 6 : 4))},
                   .place = Bytes(file, at, c->size),
                   .hint = Text(objection)});
      return false;
    }
    at += c->size;
  }
  return true;
}

}  // namespace dossier::diagnostics
