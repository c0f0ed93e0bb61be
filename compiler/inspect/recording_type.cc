// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/inspect/recording_type.h"

#include <algorithm>
#include <array>

namespace dossier::inspect {
namespace {

bool StartsWith(ByteView text, std::string_view beginning) { return text.substr(0, beginning.size()) == beginning; }

/// Of a RIFF file: "WAVE", "AVI ", "WEBP"; empty for others.
std::string_view RiffForm(ByteView content) {
  return StartsWith(content, "RIFF") || StartsWith(content, "RF64") ? content.substr(0, 12).substr(std::min<std::size_t>(8, content.size())) : std::string_view();
}

/// The first brand of a file of ISO base media (ISO/IEC 14496-12, 4.3); empty for others.
std::string_view Brand(ByteView content) {
  return content.size() >= 12 && content[0] == '\0' && content.substr(4, 4) == "ftyp" ? content.substr(8, 4) : std::string_view();
}

bool IsStillBrand(std::string_view brand) {
  constexpr std::array<std::string_view, 9> kStill{"heic", "heix", "heim", "heis", "hevc", "mif1", "msf1", "avif", "avis"};
  return std::find(kStill.begin(), kStill.end(), brand) != kStill.end();
}

/// Two frames of MPEG audio, the second where the first ends (ISO/IEC 11172-3, 2.4.1.3; layer III,
/// the bit rates of MPEG-1 and of MPEG-2).
bool IsMp3(ByteView content) {
  constexpr std::array<std::array<int, 14>, 2> kRates{
      {{8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160},
       {32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320}}};
  constexpr std::array<int, 3> kSamples{44100, 48000, 32000};
  const auto byte = [&](std::size_t at) { return at < content.size() ? static_cast<unsigned char>(content[at]) : 0u; };
  const auto is_frame = [&](std::size_t at) { return byte(at) == 0xFF && (byte(at + 1) & 0xE6u) == 0xE2u; };
  const unsigned version = byte(1) >> 3 & 3u;  // 3: MPEG-1, 2: MPEG-2, 0: MPEG-2.5
  const unsigned rate = byte(2) >> 4;
  const unsigned sample = byte(2) >> 2 & 3u;
  if (!is_frame(0) || version == 1 || rate == 0 || rate == 15 || sample == 3) return false;
  const bool first = version == 3;
  const int samples = kSamples[sample] / (first ? 1 : version == 2 ? 2 : 4);
  const int padding = static_cast<int>(byte(2) >> 1 & 1u);
  const int size = (first ? 144 : 72) * kRates[first ? 1 : 0][rate - 1] * 1000 / samples + padding;
  return is_frame(static_cast<std::size_t>(size));
}

/// Tags before the sound of an MP3 (ID3v2.4, 3.1).
bool IsId3(ByteView content) {
  return StartsWith(content, "ID3") && content.size() > 10 && content[3] >= 2 && content[3] <= 4;
}

/// A Windows bitmap: the size it states is its own, and a known head follows.
bool IsBitmap(ByteView content) {
  if (!StartsWith(content, "BM") || content.size() < 26) return false;
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(content[at]); };
  const unsigned head = byte(14) | byte(15) << 8u;
  return byte(6) == 0 && byte(7) == 0 && byte(16) == 0 && byte(17) == 0 && (head == 12 || (head >= 40 && head <= 124));
}

}  // namespace

bool IsTiff(ByteView content) {
  return StartsWith(content, std::string_view("II*\0", 4)) || StartsWith(content, std::string_view("MM\0*", 4)) ||
         StartsWith(content, std::string_view("II+\0", 4)) || StartsWith(content, std::string_view("MM\0+", 4));
}

MediaType RecordingType(ByteView content) {
  const std::string_view brand = Brand(content);
  const std::string_view old_quicktime = content.size() >= 8 && content[0] == '\0' ? content.substr(4, 4) : std::string_view();
  if (!brand.empty()) return IsStillBrand(brand) ? MediaType::kUnknown : MediaType::kVideo;
  if (old_quicktime == "moov" || old_quicktime == "mdat" || old_quicktime == "wide") return MediaType::kVideo;
  if (StartsWith(content, "\x1A\x45\xDF\xA3") || StartsWith(content, std::string_view("OggS\0", 5)) || RiffForm(content) == "AVI ") return MediaType::kVideo;
  const bool sound = RiffForm(content) == "WAVE" || StartsWith(content, "fLaC") || IsId3(content) ||
                     StartsWith(content, "#!AMR") || IsMp3(content);
  return sound ? MediaType::kAudio : MediaType::kUnknown;
}

std::string_view UnreadPicture(ByteView content) {
  if (RiffForm(content) == "WEBP") return "a WebP picture";
  if (StartsWith(content, "GIF87a") || StartsWith(content, "GIF89a")) return "a GIF picture";
  if (IsStillBrand(Brand(content))) return "a HEIC or AVIF picture";
  return IsBitmap(content) ? "a BMP picture" : "";
}

}  // namespace dossier::inspect
