// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/inspect/media_type.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "compiler/foundation/utf8.h"
#include "compiler/inspect/mail_head.h"
#include "compiler/inspect/read_transcript.h"
#include "compiler/inspect/recording_type.h"
#include "compiler/inspect/unread_kind.h"
#include "compiler/inspect/zip_names.h"

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

/// Containers by what lies in them; kUnknown for those that are not opened.
MediaType KindOfZip(ByteView content) {
  if (ZipMimeType(content) == "application/vnd.oasis.opendocument.text") return MediaType::kOdt;
  const std::vector<std::string_view> names = ZipNames(content);
  const auto has = [&](std::string_view wanted) {
    return std::find(names.begin(), names.end(), wanted) != names.end();
  };
  const bool word = std::any_of(names.begin(), names.end(),
                                [](std::string_view name) { return StartsWith(name, "word/"); });
  // A document with macros is another kind (.docm), and not read.
  if (has("[Content_Types].xml") && word) {
    return has("word/vbaProject.bin") ? MediaType::kUnknown : MediaType::kDocx;
  }
  return has("datapackage.json") ? MediaType::kWacz : MediaType::kUnknown;
}

/// Files of documents and captures that begin with something of their own.
MediaType KindOfDocument(ByteView content) {
  constexpr std::string_view kGzip("\x1F\x8B\x08");
  if (StartsWith(content, "PK\3\4")) return KindOfZip(content);
  // What is packed shows itself only when it is unpacked, which is for the worker.
  if (StartsWith(content, "WARC/") || StartsWith(content, kGzip)) return MediaType::kWarc;
  switch (ReadMailHead(content)) {
    case MailHead::kEmail:
      return MediaType::kEmail;
    case MailHead::kMhtml:
      return MediaType::kMhtml;
    case MailHead::kNone:
      break;
  }
  return MediaType::kUnknown;
}

}  // namespace

MediaType DetectMediaType(ByteView content, std::string_view name) {
  constexpr std::size_t kPdfWindow = 1024;
  constexpr std::size_t kHtmlWindow = 4096;
  if (StartsWith(content, "\x89PNG\r\n\x1A\n")) return MediaType::kPng;
  if (StartsWith(content, "\xFF\xD8\xFF")) return MediaType::kJpeg;
  if (IsTiff(content)) return MediaType::kTiff;
  if (const MediaType recording = RecordingType(content); recording != MediaType::kUnknown) return recording;
  if (const MediaType kind = KindOfDocument(content); kind != MediaType::kUnknown) return kind;
  if (!UnreadKindOf(content).what.empty()) return MediaType::kUnknown;
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
  if (suffix == "docx") return MediaType::kDocx;
  if (suffix == "odt") return MediaType::kOdt;
  if (suffix == "eml") return MediaType::kEmail;
  if (suffix == "mhtml" || suffix == "mht") return MediaType::kMhtml;
  if (suffix == "warc" || Lower(name).ends_with(".warc.gz")) return MediaType::kWarc;
  if (suffix == "wacz") return MediaType::kWacz;
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
