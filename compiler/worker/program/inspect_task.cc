// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include "compiler/inspect/facts_codec.h"
#include "compiler/inspect/languages.h"
#include "compiler/inspect/read_text.h"
#include "compiler/inspect/read_transcript.h"
#include "compiler/webpage/page_facts.h"
#include "compiler/worker/program/exhibit_tasks.h"

namespace dossier::worker {
namespace {

using inspect::ExhibitFacts;
using inspect::MediaType;
using inspect::TextBlock;

Result<Bytes> EncodeBlocks(MediaType media, Result<std::vector<TextBlock>> blocks,
                           ExhibitFacts facts = {}) {
  if (!blocks) return blocks.failure();
  facts.media = media;
  facts.blocks = std::move(blocks).value();
  facts.paragraphs = NumberBlocks(facts.blocks);
  AddLanguages(facts);
  return EncodeFacts(facts);
}

}  // namespace

Result<Bytes> InspectHtml(ByteView input, const AnnouncePages&) {
  auto facts = webpage::ReadPage(input);
  if (!facts) return facts.failure();
  std::vector<TextBlock> blocks = std::move(facts->blocks);
  return EncodeBlocks(MediaType::kHtml, std::move(blocks), std::move(facts).value());
}

Result<Bytes> InspectText(ByteView input, const AnnouncePages&) {
  return EncodeBlocks(MediaType::kText, inspect::ReadPlainText(input));
}

Result<Bytes> InspectMarkdown(ByteView input, const AnnouncePages&) {
  return EncodeBlocks(MediaType::kMarkdown, inspect::ReadMarkdownText(input));
}

Result<Bytes> InspectTranscript(ByteView input, const AnnouncePages&) {
  auto transcript = inspect::ReadTranscript(input);
  if (!transcript) return transcript.failure();
  ExhibitFacts facts;
  facts.warnings = std::move(transcript->warnings);
  return EncodeBlocks(MediaType::kTranscript, std::move(transcript->blocks), std::move(facts));
}

}  // namespace dossier::worker
