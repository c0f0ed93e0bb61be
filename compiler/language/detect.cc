// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/language/detect.h"

// Its header uses FILE without asking for it.
#include <cstdio>
#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <array>

#include "compiler/foundation/utf8.h"

namespace dossier::language {
namespace {

constexpr int kFewestBytes = 60;    // of letters, as the library counts them
constexpr int kLeastPercent = 85;   // of the text in the first language

/// A piece of valid UTF-8 that ends with a whole character.
std::string_view Beginning(std::string_view text) {
  if (text.size() <= kMostLooked) return text;
  std::size_t end = kMostLooked;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end);
}

}  // namespace

std::string LanguageOf(std::string_view text) {
  const std::string_view looked = Beginning(text);
  if (looked.empty() || !utf8::IsValid(looked)) return {};
  std::array<CLD2::Language, 3> languages{};
  std::array<int, 3> percents{};
  std::array<double, 3> scores{};
  const CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
  int letters = 0;
  bool reliable = false;
  int valid = 0;
  const CLD2::Language language = CLD2::ExtDetectLanguageSummaryCheckUTF8(
      looked.data(), static_cast<int>(looked.size()), true, &hints, 0, languages.data(),
      percents.data(), scores.data(), nullptr, &letters, &reliable, &valid);
  const bool clear = reliable && letters >= kFewestBytes && percents[0] >= kLeastPercent;
  if (!clear || language == CLD2::UNKNOWN_LANGUAGE || language != languages[0]) return {};
  return CLD2::LanguageCode(language);
}

}  // namespace dossier::language
