// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/inspect/facts_codec.h"

#include <limits>

#include "compiler/foundation/wire.h"
#include "compiler/worker/untrusted_text.h"

namespace dossier::inspect {
namespace {

constexpr int kMost = std::numeric_limits<int>::max();

void EncodeStrings(const std::vector<std::string>& strings, WireWriter& out) {
  out.Count(strings.size());
  for (const std::string& text : strings) out.Text(text);
}

/// Text that goes on to matchers, reports and pages.
std::string DecodeText(WireReader& in) { return worker::CleanText(in.Text()); }

/// A label, a warning, a name.
std::string DecodeLine(WireReader& in) { return worker::CleanLine(in.Text()); }

std::vector<std::string> DecodeLines(WireReader& in) {
  std::vector<std::string> lines(in.Count(kWireTextSize));
  for (std::string& line : lines) line = DecodeLine(in);
  return lines;
}

int DecodeInt(WireReader& in, int least, int most) {
  return static_cast<int>(in.NumberWithin(least, most));
}

std::vector<TextBlock> DecodeBlocks(WireReader& in, int& paragraphs) {
  std::vector<TextBlock> blocks(in.Count(2 * kWireNumberSize + kWireFlagSize + kWireTextSize));
  for (TextBlock& block : blocks) {
    block.kind = static_cast<BlockKind>(in.NumberWithin(0, 5));
    block.level = DecodeInt(in, 0, kMost);
    if (in.Flag()) block.number = ++paragraphs;
    block.text = DecodeText(in);
  }
  return blocks;
}

}  // namespace

Bytes EncodeFacts(const ExhibitFacts& facts) {
  WireWriter out;
  out.Number(kFactsVersion);
  out.Number(static_cast<int>(facts.media));
  out.Number(facts.pages);
  out.Count(facts.labels.size());
  for (const PageLabel& label : facts.labels) out.Text(label.text);
  EncodeStrings(facts.page_text, out);
  out.Count(facts.blocks.size());
  for (const TextBlock& block : facts.blocks) {
    out.Number(static_cast<int>(block.kind));
    out.Number(block.level);
    out.Flag(block.number > 0);
    out.Text(block.text);
  }
  EncodeStrings(facts.active_content, out);
  out.Flag(facts.encrypted);
  out.Number(facts.signatures);
  out.Number(facts.width);
  out.Number(facts.height);
  EncodeStrings(facts.warnings, out);
  return std::move(out).Take();
}

Result<ExhibitFacts> DecodeFacts(ByteView bytes) {
  WireReader in(bytes);
  ExhibitFacts facts;
  in.NumberWithin(kFactsVersion, kFactsVersion);
  facts.media = static_cast<MediaType>(in.NumberWithin(0, static_cast<int>(MediaType::kJpeg)));
  facts.pages = DecodeInt(in, 0, kMost);
  facts.labels.resize(in.Count(kWireTextSize));
  for (PageLabel& label : facts.labels) label.text = DecodeLine(in);
  facts.page_text.resize(in.Count(kWireTextSize));
  for (std::string& text : facts.page_text) text = DecodeText(in);
  facts.blocks = DecodeBlocks(in, facts.paragraphs);
  facts.active_content = DecodeLines(in);
  facts.encrypted = in.Flag();
  facts.signatures = DecodeInt(in, 0, kMost);
  facts.width = DecodeInt(in, 0, kMost);
  facts.height = DecodeInt(in, 0, kMost);
  facts.warnings = DecodeLines(in);
  const auto pages = static_cast<std::size_t>(facts.pages);
  const bool coherent = (facts.labels.empty() || facts.labels.size() == pages) &&
                        (facts.page_text.empty() || facts.page_text.size() == pages) &&
                        (facts.media != MediaType::kPdf || facts.page_text.size() == pages) &&
                        IsPaged(facts.media) == (facts.pages > 0);
  if (!in.Finished() || !coherent) return Failure{"the reader's answer makes no sense"};
  return facts;
}

}  // namespace dossier::inspect
