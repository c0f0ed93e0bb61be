// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/quotations.h"

#include <algorithm>
#include <utility>

namespace dossier::driver {

void AddText(const inspect::ExhibitFacts& facts, quote::ExhibitText& text) {
  const bool transcript = facts.media == inspect::MediaType::kTranscript;
  text.by_paragraph = !inspect::IsPaged(facts.media);
  if (text.by_paragraph) {
    for (const inspect::TextBlock& block : facts.blocks) {
      if (block.number > 0) text.sections.push_back(block.text);
    }
  } else {
    const std::size_t first = text.sections.size();
    text.sections.insert(text.sections.end(), facts.page_text.begin(), facts.page_text.end());
    const std::size_t pages = std::max(facts.page_text.size(), static_cast<std::size_t>(facts.pages));
    text.sections.resize(first + pages);
  }
  text.origins.resize(text.sections.size(),
                      transcript ? quote::Basis::kTranscript : quote::Basis::kTextLayer);
}

quote::ExhibitTexts TextsOf(const Session& session, const Intake& intake) {
  quote::ExhibitTexts texts;
  for (std::size_t i = 0; i < session.loaded->exhibits.size(); ++i) {
    const std::vector<ExhibitFile>& files = intake.files[i];
    const bool complete = !files.empty() && std::all_of(files.begin(), files.end(), [](const ExhibitFile& file) {
      return file.inspection.facts.has_value();
    });
    if (!complete) continue;
    quote::ExhibitText joined;
    for (const ExhibitFile& file : files) AddText(*file.inspection.facts, joined);
    texts.emplace(session.loaded->exhibits[i].id.value, std::move(joined));
  }
  return texts;
}

}  // namespace dossier::driver
