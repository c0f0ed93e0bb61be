// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "compiler/diagnostics/sink.h"
#include "compiler/diagnostics/sources.h"
#include "tests/support/memory_file_system.h"

namespace dossier::load {

using MemoryFiles = tests::MemoryFileSystem;

/// One finding a line: `file:line:column D0101 message | hint`, in the order reported.
inline std::string Lines(const diagnostics::Sources& sources, const diagnostics::Sink& sink) {
  std::string text;
  for (const diagnostics::Finding& finding : sink.findings()) {
    const Span span = finding.place.span;
    if (span.known()) {
      const diagnostics::Position at = sources.PositionOf(span.file, span.begin);
      text += sources.PathOf(span.file) + ":" + std::to_string(at.line) + ":" +
              std::to_string(at.column);
    } else {
      text += finding.place.path;
    }
    text += ' ';
    text += diagnostics::Describe(finding.kind).code;
    text += ' ';
    text += finding.Message();
    if (!finding.hint.empty()) text += " | " + finding.hint.Full();
    text += "\n";
  }
  return text;
}

}  // namespace dossier::load
