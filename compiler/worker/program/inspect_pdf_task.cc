// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <utility>

#include "compiler/crypto/sha256.h"
#include "compiler/inspect/facts_codec.h"
#include "compiler/inspect/languages.h"
#include "compiler/pdf/inspect_pdf.h"
#include "compiler/poppler/read_text.h"
#include "compiler/worker/program/exhibit_tasks.h"

namespace dossier::worker {
namespace {

using inspect::ExhibitFacts;
using inspect::OddityKind;

OddityKind KindOf(pdf::Deceit deceit) {
  switch (deceit) {
    case pdf::Deceit::kInvisible:
      return OddityKind::kInvisibleText;
    case pdf::Deceit::kCovered:
      return OddityKind::kCoveredText;
    case pdf::Deceit::kOffPage:
      return OddityKind::kOffPageText;
    case pdf::Deceit::kUncoloured:
      return OddityKind::kUncolouredText;
    case pdf::Deceit::kHiddenLayer:
      return OddityKind::kHiddenLayerText;
    case pdf::Deceit::kRemapped:
      break;
  }
  return OddityKind::kRemappedText;
}

/// What the file as a whole hides: earlier states, files that could not be opened.
void AddOfFile(const pdf::SelfDescription& self, ExhibitFacts& facts) {
  if (self.revisions > 1) {
    facts.oddities.push_back({OddityKind::kLaterRevision, 0, self.revisions - 1, {}});
  }
  const auto not_whole = [](pdf::SignatureState state) {
    return state != pdf::SignatureState::kWholeFile;
  };
  const auto partial = std::count_if(self.signatures.begin(), self.signatures.end(), not_whole);
  if (partial > 0) {
    facts.oddities.push_back(
        {OddityKind::kLaterRevision, 0, static_cast<int>(partial), "signature"});
  }
  const auto unread = std::count_if(self.files.begin(), self.files.end(),
                                    [](const pdf::AttachedFile& file) { return !file.whole; });
  if (unread > 0 || self.files_left_out) {
    facts.oddities.push_back(
        {OddityKind::kUnreadPart, 0, std::max(1, static_cast<int>(unread)), "attached file"});
  }
}

void AddOfPages(const std::vector<pdf::PageTruth>& truth, ExhibitFacts& facts) {
  for (std::size_t i = 0; i < truth.size(); ++i) {
    const int page = static_cast<int>(i) + 1;
    if (truth[i].ocr_layer) facts.ocr_pages.push_back(page);
    for (const pdf::PageDeceit& deceit : truth[i].deceits) {
      facts.oddities.push_back(
          {KindOf(deceit.kind), page, std::max(1, deceit.letters), deceit.words});
    }
    if (truth[i].incomplete)
      facts.oddities.push_back({OddityKind::kUnreadPart, page, 1, "content"});
  }
}

std::vector<poppler::HiddenLetters> HiddenOf(const std::vector<pdf::PageTruth>& truth) {
  std::vector<poppler::HiddenLetters> hidden;
  for (std::size_t i = 0; i < truth.size(); ++i) {
    if (truth[i].hidden.empty()) continue;
    poppler::HiddenLetters& page = hidden.emplace_back();
    page.page = static_cast<int>(i) + 1;
    for (const pdf::HiddenSpot& spot : truth[i].hidden)
      page.letters.push_back({spot.x, spot.y, spot.size, spot.covered});
  }
  return hidden;
}

void Describe(pdf::SelfDescription self, ExhibitFacts& facts) {
  facts.description = {.title = std::move(self.title),
                       .authors = std::move(self.authors),
                       .tools = std::move(self.tools),
                       .created = std::move(self.created),
                       .modified = std::move(self.modified),
                       .language = std::move(self.language),
                       .position = {},
                       .form = {}};
  for (const pdf::AttachedFile& file : self.files) {
    if (!file.whole) continue;
    facts.attachments.push_back({.name = file.name,
                                 .type = file.type,
                                 .size = file.content.size(),
                                 .sha256 = crypto::Sha256(file.content)});
  }
}

}  // namespace

Result<Bytes> InspectPdf(ByteView input, const AnnouncePages& announce) {
  // Two readers that know nothing of each other; a file on which they disagree is not trusted.
  auto known = pdf::ReadPdfFacts(input, announce);
  if (!known) return Failure{"it is damaged: " + known.failure().reason};
  if (known->needs_password) return Failure{"it wants a password"};
  auto text = poppler::ReadPdfText(
      input, {}, [](int) {}, HiddenOf(known->truth));
  if (!text) return text.failure();
  if (static_cast<std::size_t>(known->page_count) != text->pages.size()) {
    return Failure{"it is damaged: one reader finds " + std::to_string(known->page_count) +
                   " pages in it, another " + std::to_string(text->pages.size())};
  }
  ExhibitFacts facts;
  facts.media = inspect::MediaType::kPdf;
  facts.pages = known->page_count;
  facts.labels = std::move(known->labels);
  facts.page_text = std::move(text->pages);
  facts.active_content = std::move(known->active_content);
  facts.encrypted = known->encrypted;
  facts.signatures = known->signatures;
  facts.warnings = std::move(text->warnings);
  AddLanguages(facts);
  if (known->repaired) facts.warnings.emplace_back("the file is damaged and was repaired");
  AddOfFile(known->self, facts);
  AddOfPages(known->truth, facts);
  Describe(std::move(known->self), facts);
  return EncodeFacts(facts);
}

}  // namespace dossier::worker
