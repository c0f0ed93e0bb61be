// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/text/bidi.h"

#include <unicode/ubidi.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>

#include "compiler/foundation/check.h"
#include "compiler/foundation/utf8.h"

namespace dossier::text {
namespace {

constexpr char16_t kFirstStrongIsolate = 0x2068;
constexpr char16_t kPopIsolate = 0x2069;

/// Hebrew to Arabic, their presentation forms, and the controls that turn the direction. Other
/// scripts that run to the left lie above U+10000.
bool TurnsDirection(char32_t code) {
  return (code >= 0x0590 && code <= 0x08FF) || (code >= 0x200E && code <= 0x200F) ||
         (code >= 0x202A && code <= 0x202E) || (code >= 0x2066 && code <= 0x2069) ||
         (code >= 0xFB1D && code <= 0xFEFC) || (code >= 0x10800 && code <= 0x1EFFF);
}

bool HasTurns(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0xD6) {
      ++at;
      continue;
    }
    const utf8::Decoded decoded = utf8::DecodeAt(text, at);
    if (TurnsDirection(decoded.code)) {
      return true;
    }
    at += decoded.size;
  }
  return false;
}

/// The text as ICU wants it, and the byte each of its units comes from.
struct Wide {
  icu::UnicodeString text;
  std::vector<std::uint32_t> byte;  // npos for an isolate's control
};

constexpr std::uint32_t kNoByte = 0xFFFFFFFF;

Wide Widen(std::string_view text, std::span<const Isolate> isolates) {
  Wide wide;
  std::size_t next = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto control = [&](char16_t code) {
      wide.text.append(code);
      wide.byte.push_back(kNoByte);
    };
    if (next < isolates.size() && isolates[next].begin == at) {
      control(kFirstStrongIsolate);
    }
    const utf8::Decoded decoded = utf8::DecodeAt(text, at);
    wide.text.append(static_cast<UChar32>(decoded.code));
    wide.byte.resize(static_cast<std::size_t>(wide.text.length()), static_cast<std::uint32_t>(at));
    at += decoded.size;
    if (next < isolates.size() && isolates[next].end <= at) {
      control(kPopIsolate);
      ++next;
    }
  }
  return wide;
}

struct FreeBidi {
  void operator()(UBiDi* bidi) const { ubidi_close(bidi); }
};

}  // namespace

Levels FindLevels(std::string_view text, Direction paragraph, std::span<const Isolate> isolates) {
  Levels levels;
  const bool leftward = paragraph == Direction::kRightToLeft;
  if (!leftward && !HasTurns(text)) {
    return levels;
  }
  const Wide wide = Widen(text, isolates);
  const std::unique_ptr<UBiDi, FreeBidi> bidi(ubidi_open());
  UErrorCode status = U_ZERO_ERROR;
  ubidi_setPara(bidi.get(), wide.text.getBuffer(), wide.text.length(),
                leftward ? UBiDiLevel{1} : UBIDI_DEFAULT_LTR, nullptr, &status);
  const UBiDiLevel* found = ubidi_getLevels(bidi.get(), &status);
  DOSSIER_CHECK(U_SUCCESS(status), "levels fail only without memory");
  levels.base = ubidi_getParaLevel(bidi.get());
  levels.of.assign(text.size(), levels.base);
  for (std::size_t i = 0; i < wide.byte.size(); ++i) {
    if (wide.byte[i] != kNoByte) {
      const std::size_t begin = wide.byte[i];
      const std::size_t end = std::min(text.size(), begin + utf8::DecodeAt(text, begin).size);
      std::fill(levels.of.begin() + static_cast<std::ptrdiff_t>(begin),
                levels.of.begin() + static_cast<std::ptrdiff_t>(end), found[i]);
    }
  }
  return levels;
}

std::vector<std::size_t> VisualOrder(std::span<const std::uint8_t> levels) {
  std::vector<std::int32_t> order(levels.size());
  ubidi_reorderVisual(levels.data(), static_cast<std::int32_t>(levels.size()), order.data());
  return {order.begin(), order.end()};
}

std::optional<Direction> DirectionOf(char32_t letter) {
  switch (u_charDirection(static_cast<UChar32>(letter))) {
    case U_LEFT_TO_RIGHT: return Direction::kLeftToRight;
    case U_RIGHT_TO_LEFT:
    case U_RIGHT_TO_LEFT_ARABIC: return Direction::kRightToLeft;
    default: return std::nullopt;
  }
}

Direction DirectionOf(std::string_view language) {
  constexpr auto kLeftward = std::to_array<std::string_view>(
      {"ar", "fa", "prs", "ps", "ur", "he", "yi", "ug", "sd", "dv", "ckb", "ku-Arab", "uz-Arab",
       "az-Arab", "kk-Arab", "tg-Arab", "ha-Arab"});
  const std::string_view primary = language.substr(0, language.find('-'));
  const bool listed = std::any_of(kLeftward.begin(), kLeftward.end(), [&](std::string_view tag) {
    return tag == primary || (tag.find('-') != tag.npos && language.starts_with(tag));
  });
  const bool latin =
      language.find("-Latn") != language.npos || language.find("-Cyrl") != language.npos;
  return listed && !latin ? Direction::kRightToLeft : Direction::kLeftToRight;
}

}  // namespace dossier::text
