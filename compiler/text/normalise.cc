// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/text/normalise.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "compiler/foundation/check.h"
#include "compiler/foundation/utf8.h"

namespace dossier::text {
namespace {

bool IsAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

const icu::Normalizer2& Nfc() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(status);
  DOSSIER_CHECK(U_SUCCESS(status) && nfc != nullptr, "ICU has its normalisation data built in");
  return *nfc;
}

icu::UnicodeString ToUnicode(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

std::string Normalised(const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString result = Nfc().normalize(text, status);
  DOSSIER_CHECK(U_SUCCESS(status), "normalisation fails only without memory");
  std::string out;
  result.toUTF8String(out);
  return out;
}

}  // namespace

std::string ToNfc(std::string_view text) {
  return IsAscii(text) ? std::string(text) : Normalised(ToUnicode(text));
}

bool IsNfc(std::string_view text) {
  if (IsAscii(text)) {
    return true;
  }
  UErrorCode status = U_ZERO_ERROR;
  const bool normal = utf8::IsValid(text) && Nfc().isNormalized(ToUnicode(text), status) != 0;
  return normal && U_SUCCESS(status);
}

std::string FoldCase(std::string_view text) {
  if (IsAscii(text)) {
    std::string out(text);
    for (char& c : out) {
      c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return out;
  }
  return Normalised(ToUnicode(text).foldCase(U_FOLD_CASE_DEFAULT));
}

std::string CapitaliseFirst(std::string_view text) {
  if (text.empty()) {
    return {};
  }
  const utf8::Decoded first = utf8::DecodeAt(text, 0);
  const UChar32 title = u_totitle(static_cast<UChar32>(first.code));
  std::string out = utf8::Encode(static_cast<char32_t>(title));
  out += text.substr(first.size);
  return out;
}

std::string CollapseSpaces(std::string_view text) {
  std::string out;
  bool space = false;
  for (std::size_t offset = 0; offset < text.size();) {
    const utf8::Decoded decoded = utf8::DecodeAt(text, offset);
    if (u_isUWhiteSpace(static_cast<UChar32>(decoded.code)) != 0) {
      space = !out.empty();
    } else {
      if (space) {
        out.push_back(' ');
        space = false;
      }
      out.append(text.substr(offset, decoded.size));
    }
    offset += decoded.size;
  }
  return out;
}

}  // namespace dossier::text
