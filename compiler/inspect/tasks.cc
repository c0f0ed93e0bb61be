// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/inspect/tasks.h"

namespace dossier::inspect {

std::string_view TaskOf(MediaType type) {
  switch (type) {
    case MediaType::kPdf:
      return "inspect-pdf";
    case MediaType::kHtml:
      return "inspect-html";
    case MediaType::kText:
      return "inspect-text";
    case MediaType::kMarkdown:
      return "inspect-markdown";
    case MediaType::kPng:
      return "inspect-png";
    case MediaType::kJpeg:
      return "inspect-jpeg";
    case MediaType::kTiff:
      return "inspect-tiff";
    case MediaType::kDocx:
      return "inspect-docx";
    case MediaType::kOdt:
      return "inspect-odt";
    case MediaType::kEmail:
      return "inspect-email";
    case MediaType::kMhtml:
      return "inspect-mhtml";
    case MediaType::kAudio:
    case MediaType::kVideo:
      return "inspect-recording";
    case MediaType::kTranscript:
      return "inspect-transcript";
    case MediaType::kWarc:
      return "inspect-warc";
    case MediaType::kWacz:
      return "inspect-wacz";
    case MediaType::kUnknown:
      break;
  }
  return {};
}

std::string_view SuffixOf(MediaType type) {
  switch (type) {
    case MediaType::kTiff:
    case MediaType::kDocx:
    case MediaType::kOdt:
    case MediaType::kEmail:
    case MediaType::kMhtml:
    case MediaType::kAudio:
    case MediaType::kVideo:
    case MediaType::kWarc:
    case MediaType::kWacz:
      return "-rare";
    default:
      return "";
  }
}

}  // namespace dossier::inspect
