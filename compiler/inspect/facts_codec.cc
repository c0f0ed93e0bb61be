// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/inspect/facts_codec.h"

#include <algorithm>
#include <limits>

#include "compiler/foundation/wire.h"
#include "compiler/worker/untrusted_text.h"

namespace dossier::inspect {
namespace {

constexpr int kMost = std::numeric_limits<int>::max();
constexpr std::int64_t kLongest = std::numeric_limits<std::int64_t>::max();

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
  std::vector<TextBlock> blocks(in.Count(3 * kWireNumberSize + kWireFlagSize + kWireTextSize));
  for (TextBlock& block : blocks) {
    block.kind = static_cast<BlockKind>(in.NumberWithin(0, kBlockKinds - 1));
    block.level = DecodeInt(in, 0, kMost);
    if (in.Flag()) block.number = ++paragraphs;
    block.text = DecodeText(in);
    block.at_ms = in.NumberWithin(-1, kLongest);
  }
  return blocks;
}

void EncodeDescription(const Description& description, WireWriter& out) {
  out.Text(description.title);
  EncodeStrings(description.authors, out);
  EncodeStrings(description.tools, out);
  for (const std::string* line : {&description.created, &description.modified,
                                  &description.language, &description.position}) {
    out.Text(*line);
  }
}

Description DecodeDescription(WireReader& in) {
  Description description;
  description.title = DecodeLine(in);
  description.authors = DecodeLines(in);
  description.tools = DecodeLines(in);
  for (std::string* line : {&description.created, &description.modified, &description.language,
                            &description.position}) {
    *line = DecodeLine(in);
  }
  return description;
}

std::vector<Oddity> DecodeOddities(WireReader& in, int pages) {
  std::vector<Oddity> oddities(in.Count(3 * kWireNumberSize + kWireTextSize));
  for (Oddity& oddity : oddities) {
    oddity.kind = static_cast<OddityKind>(in.NumberWithin(0, kOddityKinds - 1));
    oddity.page = DecodeInt(in, 0, pages);
    oddity.count = DecodeInt(in, 1, kMost);
    oddity.detail = DecodeLine(in);
  }
  return oddities;
}

std::vector<Attachment> DecodeAttachments(WireReader& in) {
  std::vector<Attachment> attachments(in.Count(2 * kWireTextSize + kWireNumberSize + kWireDigestSize));
  for (Attachment& attachment : attachments) {
    attachment.name = DecodeLine(in);
    attachment.type = DecodeLine(in);
    attachment.size = static_cast<std::uint64_t>(in.NumberWithin(0, kLongest));
    attachment.sha256 = in.Digest();
  }
  return attachments;
}

std::vector<CaptureRecord> DecodeCaptures(WireReader& in) {
  std::vector<CaptureRecord> captures(in.Count(3 * kWireTextSize + kWireNumberSize));
  for (CaptureRecord& capture : captures) {
    capture.url = DecodeLine(in);
    capture.at = DecodeLine(in);
    capture.type = DecodeLine(in);
    capture.proof = static_cast<CaptureRecord::Proof>(in.NumberWithin(0, 2));
  }
  return captures;
}

void EncodeFindings(const ExhibitFacts& facts, WireWriter& out) {
  out.Count(facts.oddities.size());
  for (const Oddity& oddity : facts.oddities) {
    out.Number(static_cast<int>(oddity.kind));
    out.Number(oddity.page);
    out.Number(oddity.count);
    out.Text(oddity.detail);
  }
  out.Count(facts.attachments.size());
  for (const Attachment& attachment : facts.attachments) {
    out.Text(attachment.name);
    out.Text(attachment.type);
    out.Number(static_cast<std::int64_t>(attachment.size));
    out.Digest(attachment.sha256);
  }
  out.Count(facts.captures.size());
  for (const CaptureRecord& capture : facts.captures) {
    out.Text(capture.url);
    out.Text(capture.at);
    out.Text(capture.type);
    out.Number(static_cast<int>(capture.proof));
  }
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
  EncodeStrings(facts.languages, out);
  out.Count(facts.blocks.size());
  for (const TextBlock& block : facts.blocks) {
    out.Number(static_cast<int>(block.kind));
    out.Number(block.level);
    out.Flag(block.number > 0);
    out.Text(block.text);
    out.Number(block.at_ms);
  }
  EncodeStrings(facts.active_content, out);
  out.Flag(facts.encrypted);
  out.Number(facts.signatures);
  out.Number(facts.width);
  out.Number(facts.height);
  out.Number(facts.duration_ms);
  EncodeDescription(facts.description, out);
  EncodeFindings(facts, out);
  EncodeStrings(facts.warnings, out);
  return std::move(out).Take();
}

Result<ExhibitFacts> DecodeFacts(ByteView bytes) {
  WireReader in(bytes);
  ExhibitFacts facts;
  in.NumberWithin(kFactsVersion, kFactsVersion);
  facts.media = static_cast<MediaType>(in.NumberWithin(0, kLastMediaType));
  facts.pages = DecodeInt(in, 0, kMost);
  facts.labels.resize(in.Count(kWireTextSize));
  for (PageLabel& label : facts.labels) label.text = DecodeLine(in);
  facts.page_text.resize(in.Count(kWireTextSize));
  for (std::string& text : facts.page_text) text = DecodeText(in);
  facts.languages = DecodeLines(in);
  facts.blocks = DecodeBlocks(in, facts.paragraphs);
  facts.active_content = DecodeLines(in);
  facts.encrypted = in.Flag();
  facts.signatures = DecodeInt(in, 0, kMost);
  facts.width = DecodeInt(in, 0, kMost);
  facts.height = DecodeInt(in, 0, kMost);
  facts.duration_ms = in.NumberWithin(0, kLongest);
  facts.description = DecodeDescription(in);
  facts.oddities = DecodeOddities(in, facts.pages);
  facts.attachments = DecodeAttachments(in);
  facts.captures = DecodeCaptures(in);
  facts.warnings = DecodeLines(in);
  const auto pages = static_cast<std::size_t>(facts.pages);
  const bool coherent = (facts.labels.empty() || facts.labels.size() == pages) &&
                        (facts.page_text.empty() || facts.page_text.size() == pages) &&
                        (facts.languages.empty() ||
                         facts.languages.size() == std::max<std::size_t>(pages, 1)) &&
                        (facts.media != MediaType::kPdf || facts.page_text.size() == pages) &&
                        IsPaged(facts.media) == (facts.pages > 0);
  if (!in.Finished() || !coherent) return Failure{"the reader's answer makes no sense"};
  return facts;
}

}  // namespace dossier::inspect
