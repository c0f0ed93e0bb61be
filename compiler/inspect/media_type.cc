// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/inspect/media_type.h"

#include <algorithm>
#include <array>
#include <string>

#include "compiler/foundation/utf8.h"
#include "compiler/inspect/read_transcript.h"

namespace dossier::inspect {
namespace {

std::string Lower(std::string_view text) {
  std::string lower(text);
  for (char& c : lower) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return lower;
}

bool StartsWith(std::string_view text, std::string_view beginning) {
  return text.substr(0, beginning.size()) == beginning;
}

std::string_view WithoutMarkAndSpace(std::string_view text) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (StartsWith(text, kByteOrderMark)) text.remove_prefix(kByteOrderMark.size());
  const std::size_t begin = text.find_first_not_of(" \t\r\n\f");
  return begin == std::string_view::npos ? std::string_view() : text.substr(begin);
}

/// Begins as a web page does (WHATWG MIME Sniffing, 7.1, without the XML forms it leaves out).
bool LooksLikeHtml(std::string_view head) {
  std::string lower = Lower(WithoutMarkAndSpace(head));
  std::string_view rest = lower;
  // Saved pages begin with comments that say where they come from.
  while (StartsWith(rest, "<!--") || StartsWith(rest, "<?xml")) {
    const std::string_view end = StartsWith(rest, "<!--") ? "-->" : "?>";
    const std::size_t closed = rest.find(end);
    if (closed == std::string_view::npos) return false;
    rest = WithoutMarkAndSpace(rest.substr(closed + end.size()));
  }
  constexpr std::array<std::string_view, 12> kBeginnings{
      "<!doctype html", "<html", "<head", "<body", "<title", "<meta",
      "<div",           "<h1",   "<p>",   "<p ",   "<table", "<article"};
  return std::any_of(kBeginnings.begin(), kBeginnings.end(),
                     [&](std::string_view beginning) { return StartsWith(rest, beginning); });
}

bool LooksLikeText(ByteView content) {
  const bool control = std::any_of(content.begin(), content.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f';
  });
  return !control && utf8::IsValid(content);
}

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

/// TIFF 6.0, section 2, and BigTIFF.
bool IsTiff(ByteView content) {
  return StartsWith(content, std::string_view("II*\0", 4)) || StartsWith(content, std::string_view("MM\0*", 4)) ||
         StartsWith(content, std::string_view("II+\0", 4)) || StartsWith(content, std::string_view("MM\0+", 4));
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

/// By the beginning. kVideo where the container may hold sound alone as well: the reader decides.
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

/// A Windows bitmap: the size it states is its own, and a known head follows.
bool IsBitmap(ByteView content) {
  if (!StartsWith(content, "BM") || content.size() < 26) return false;
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(content[at]); };
  const unsigned head = byte(14) | byte(15) << 8u;
  return byte(6) == 0 && byte(7) == 0 && byte(16) == 0 && byte(17) == 0 && (head == 12 || (head >= 40 && head <= 124));
}

}  // namespace

Unread UnreadKind(ByteView content) {
  constexpr std::string_view kSaveAsPicture = "save it as PNG or JPEG, register that and keep this file";
  if (RiffForm(content) == "WEBP") return {"it is a WebP picture, which is not read", kSaveAsPicture};
  if (StartsWith(content, "GIF87a") || StartsWith(content, "GIF89a")) return {"it is a GIF picture, which is not read", kSaveAsPicture};
  if (IsStillBrand(Brand(content))) return {"it is a HEIC or AVIF picture, which is not read", kSaveAsPicture};
  if (IsBitmap(content)) return {"it is a BMP picture, which is not read", kSaveAsPicture};
  return {"it is of a kind that is not read", "print it to a PDF and register that"};
}

MediaType DetectMediaType(ByteView content, std::string_view name) {
  constexpr std::size_t kPdfWindow = 1024;
  constexpr std::size_t kHtmlWindow = 4096;
  if (StartsWith(content, "\x89PNG\r\n\x1A\n")) return MediaType::kPng;
  if (StartsWith(content, "\xFF\xD8\xFF")) return MediaType::kJpeg;
  if (IsTiff(content)) return MediaType::kTiff;
  if (const MediaType recording = RecordingType(content); recording != MediaType::kUnknown) return recording;
  if (content.substr(0, kPdfWindow).find("%PDF-") != ByteView::npos) return MediaType::kPdf;
  if (LooksLikeHtml(content.substr(0, kHtmlWindow))) return MediaType::kHtml;
  if (content.empty() || !LooksLikeText(content)) return MediaType::kUnknown;
  if (LooksLikeTranscript(content)) return MediaType::kTranscript;
  return MediaTypeOfName(name) == MediaType::kMarkdown ? MediaType::kMarkdown : MediaType::kText;
}

MediaType MediaTypeOfName(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos) return MediaType::kUnknown;
  const std::string suffix = Lower(name.substr(dot + 1));
  if (suffix == "pdf") return MediaType::kPdf;
  if (suffix == "html" || suffix == "htm" || suffix == "xhtml") return MediaType::kHtml;
  if (suffix == "txt" || suffix == "text") return MediaType::kText;
  if (suffix == "md" || suffix == "markdown") return MediaType::kMarkdown;
  if (suffix == "png") return MediaType::kPng;
  if (suffix == "jpg" || suffix == "jpeg" || suffix == "jpe") return MediaType::kJpeg;
  if (suffix == "tif" || suffix == "tiff") return MediaType::kTiff;
  if (suffix == "vtt" || suffix == "srt") return MediaType::kTranscript;
  for (const std::string_view sound : {"wav", "mp3", "m4a", "aac", "ogg", "oga", "opus", "flac", "amr"}) {
    if (suffix == sound) return MediaType::kAudio;
  }
  for (const std::string_view video : {"mp4", "m4v", "mov", "3gp", "webm", "mkv", "avi", "ogv"}) {
    if (suffix == video) return MediaType::kVideo;
  }
  return MediaType::kUnknown;
}

std::string_view ToString(MediaType type) {
  switch (type) {
    case MediaType::kPdf:
      return "PDF";
    case MediaType::kHtml:
      return "HTML";
    case MediaType::kText:
      return "plain text";
    case MediaType::kMarkdown:
      return "Markdown";
    case MediaType::kPng:
      return "PNG";
    case MediaType::kJpeg:
      return "JPEG";
    case MediaType::kTiff:
      return "TIFF";
    case MediaType::kDocx:
      return "a Word document";
    case MediaType::kOdt:
      return "an OpenDocument text";
    case MediaType::kEmail:
      return "an e-mail";
    case MediaType::kMhtml:
      return "a web page in one file (MHTML)";
    case MediaType::kAudio:
      return "a sound recording";
    case MediaType::kVideo:
      return "a video";
    case MediaType::kTranscript:
      return "a transcript with times";
    case MediaType::kWarc:
      return "a web archive (WARC)";
    case MediaType::kWacz:
      return "a web archive (WACZ)";
    case MediaType::kUnknown:
      break;
  }
  return "of an unknown kind";
}

}  // namespace dossier::inspect
