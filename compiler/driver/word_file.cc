// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/word_file.h"

#include "compiler/docx/write.h"
#include "compiler/driver/manifest.h"

namespace dossier::driver {

bool WantsWordFile(const compose::Template& document_template) {
  return document_template.root.Attribute("word") == "yes";
}

Result<Bytes> WordFileOf(const CheckedCase& checked, const compose::Document& document, const TypesetBrief& brief) {
  docx::WriteOptions options{.pages = {}, .date = FilingDate(*checked.resolved.source)};
  for (const auto& [anchor, place] : brief.pages.anchors) options.pages[anchor] = place.page.Number();
  const int brief_pages = static_cast<int>(brief.pages.pages.size());
  for (const auto& [anchor, distance] : PagesBehind(checked).anchors) {
    options.pages.try_emplace(anchor, brief_pages + distance + 1);
  }
  return docx::Write(document, options);
}

}  // namespace dossier::driver
