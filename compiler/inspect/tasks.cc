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
    case MediaType::kUnknown:
      break;
  }
  return {};
}

}  // namespace dossier::inspect
