// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/language/detect.h"

// Its header uses FILE without asking for it.
#include <cstdio>
#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include <algorithm>
#include <array>

#include "compiler/foundation/utf8.h"

namespace dossier::language {
namespace {

constexpr int kFewestBytes = 60;    // of letters, as the library counts them
constexpr int kLeastPercent = 85;   // of the text in the first language

std::size_t ToCharacter(std::string_view text, std::size_t at) {
  while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return at;
}

/// Whole characters of the beginning and the middle of a longer text.
std::string Sample(std::string_view text) {
  if (text.size() <= kMostLooked) return std::string(text);
  constexpr std::size_t kPiece = kMostLooked / 2;
  const std::size_t middle = ToCharacter(text, text.size() / 2);
  const std::size_t end = std::min(middle + kPiece, text.size() - 1);
  std::string sample(text.substr(0, ToCharacter(text, kPiece)));
  sample += '\n';
  return sample.append(text.substr(middle, ToCharacter(text, end) - middle));
}

}  // namespace

std::string LanguageOf(std::string_view text) {
  const std::string looked = Sample(text);
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
