// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/inspect/facts_codec.h"

#include <limits>

#include "compiler/worker/codec.h"
#include "compiler/worker/untrusted_text.h"

namespace dossier::inspect {
namespace {

using worker::Decoder;
using worker::Encoder;

constexpr int kMost = std::numeric_limits<int>::max();
constexpr std::size_t kStringSize = 8;  // of the length before it

void EncodeStrings(const std::vector<std::string>& strings, Encoder& out) {
  out.Count(strings.size());
  for (const std::string& text : strings) out.String(text);
}

/// Text that goes on to matchers, reports and pages.
std::string DecodeText(Decoder& in) { return worker::CleanText(in.String()); }

/// A label, a warning, a name.
std::string DecodeLine(Decoder& in) { return worker::CleanLine(in.String()); }

std::vector<std::string> DecodeLines(Decoder& in) {
  std::vector<std::string> lines(in.Count(kStringSize));
  for (std::string& line : lines) line = DecodeLine(in);
  return lines;
}

int DecodeInt(Decoder& in, int least, int most) {
  return static_cast<int>(in.NumberWithin(least, most));
}

std::vector<TextBlock> DecodeBlocks(Decoder& in, int& paragraphs) {
  std::vector<TextBlock> blocks(in.Count(3 * kStringSize));
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
  Encoder out;
  out.Number(kFactsVersion);
  out.Number(static_cast<int>(facts.media));
  out.Number(facts.pages);
  out.Count(facts.labels.size());
  for (const PageLabel& label : facts.labels) out.String(label.text);
  EncodeStrings(facts.page_text, out);
  out.Count(facts.blocks.size());
  for (const TextBlock& block : facts.blocks) {
    out.Number(static_cast<int>(block.kind));
    out.Number(block.level);
    out.Flag(block.number > 0);
    out.String(block.text);
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
  Decoder in(bytes);
  ExhibitFacts facts;
  in.NumberWithin(kFactsVersion, kFactsVersion);
  facts.media = static_cast<MediaType>(in.NumberWithin(0, static_cast<int>(MediaType::kJpeg)));
  facts.pages = DecodeInt(in, 0, kMost);
  facts.labels.resize(in.Count(kStringSize));
  for (PageLabel& label : facts.labels) label.text = DecodeLine(in);
  facts.page_text.resize(in.Count(kStringSize));
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
