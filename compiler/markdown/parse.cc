// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/markdown/parse.h"

#include "compiler/diagnostics/source_check.h"

namespace dossier::markdown {

std::optional<Document> Parse(const diagnostics::Sources& sources, std::uint32_t file,
                              diagnostics::Sink& sink) {
  if (!diagnostics::CheckSourceText(sources, file, sink)) return std::nullopt;
  return Document{};
}

}  // namespace dossier::markdown
