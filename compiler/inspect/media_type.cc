// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/inspect/media_type.h"

#include <algorithm>
#include <array>
#include <string>

#include "compiler/foundation/utf8.h"

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

}  // namespace

MediaType DetectMediaType(ByteView content, std::string_view name) {
  constexpr std::size_t kPdfWindow = 1024;
  constexpr std::size_t kHtmlWindow = 4096;
  if (StartsWith(content, "\x89PNG\r\n\x1A\n")) return MediaType::kPng;
  if (StartsWith(content, "\xFF\xD8\xFF")) return MediaType::kJpeg;
  if (content.substr(0, kPdfWindow).find("%PDF-") != ByteView::npos) return MediaType::kPdf;
  if (LooksLikeHtml(content.substr(0, kHtmlWindow))) return MediaType::kHtml;
  if (content.empty() || !LooksLikeText(content)) return MediaType::kUnknown;
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
