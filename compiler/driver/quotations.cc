// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/quotations.h"

#include <algorithm>
#include <utility>

#include "compiler/inspect/trust.h"

namespace dossier::driver {
namespace {

quote::Basis BasisOf(const ExhibitFile& file, std::size_t page) {
  const bool by_machine =
      page < file.origins.size() && file.origins[page] != inspect::PageOrigin::kTextLayer;
  return by_machine ? quote::Basis::kOcr : quote::Basis::kTextLayer;
}

void AddParagraphs(const inspect::ExhibitFacts& facts, quote::ExhibitText& text) {
  const bool spoken =
      facts.media == inspect::MediaType::kTranscript || inspect::IsRecording(facts.media);
  for (const inspect::TextBlock& block : facts.blocks) {
    if (block.number == 0) continue;
    text.sections.push_back(block.text);
    text.origins.push_back(spoken ? quote::Basis::kTranscript : quote::Basis::kTextLayer);
  }
}

}  // namespace

void AddText(const ExhibitFile& file, quote::ExhibitText& text) {
  const inspect::ExhibitFacts& facts = *file.inspection.facts;
  text.by_paragraph = !inspect::IsPaged(facts.media);
  if (text.by_paragraph) return AddParagraphs(facts, text);
  const std::size_t before = text.sections.size();
  text.sections.insert(text.sections.end(), facts.page_text.begin(), facts.page_text.end());
  // A picture has a page and no words: its place stays, so that later pages keep their numbers.
  const std::size_t pages = std::max(facts.page_text.size(), static_cast<std::size_t>(facts.pages));
  text.sections.resize(before + pages);
  for (std::size_t page = 0; page < pages; ++page) text.origins.push_back(BasisOf(file, page));
  for (const int page : inspect::UntrustedPages(facts)) {
    const auto index = static_cast<std::size_t>(page - 1);
    // What was read off the picture of a page does not rest on its text layer.
    const bool read = index < file.origins.size() && file.origins[index] == inspect::PageOrigin::kOcr;
    if (!read) text.doubtful.push_back(static_cast<int>(before) + page);
  }
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
    for (const ExhibitFile& file : files) AddText(file, joined);
    texts.emplace(session.loaded->exhibits[i].id.value, std::move(joined));
  }
  return texts;
}

}  // namespace dossier::driver
