// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/capture/captured_records.h"

#include <algorithm>
#include <utility>

#include "compiler/archive/inflate.h"
#include "compiler/webpage/page_facts.h"

namespace dossier::capture {
namespace {

using inspect::CaptureRecord;
using inspect::OddityKind;

constexpr std::size_t kLargestMember = std::size_t{192} << 20;
constexpr std::size_t kLargestPage = std::size_t{32} << 20;
constexpr std::size_t kMostUnpacked = std::size_t{1} << 30;
constexpr std::size_t kMostRecords = 100'000;
constexpr std::size_t kMostCaptures = 10'000;

bool IsPage(std::string_view type) { return type == "text/html" || type == "application/xhtml+xml"; }

std::string Address(const WarcRecord& record) {
  std::string url(record.Field("WARC-Target-URI"));
  // WARC 1.0 was read by some to want angle brackets.
  if (url.size() >= 2 && url.front() == '<' && url.back() == '>') url = url.substr(1, url.size() - 2);
  return url;
}

/// Addresses that lead to one page.
bool SameAddress(std::string_view a, std::string_view b) {
  const auto plain = [](std::string_view url) {
    url = url.substr(0, url.find('#'));
    if (url.ends_with('/')) url.remove_suffix(1);
    return url;
  };
  return plain(a) == plain(b);
}

}  // namespace

void CapturedRecords::Odd(OddityKind kind, std::string detail) {
  constexpr std::size_t kMost = 200;
  const auto same = std::find_if(oddities_.begin(), oddities_.end(), [&](const inspect::Oddity& oddity) {
    return oddity.kind == kind && oddity.detail == detail;
  });
  if (same != oddities_.end()) {
    ++same->count;
  } else if (oddities_.size() < kMost) {
    oddities_.push_back({.kind = kind, .page = 0, .count = 1, .detail = std::move(detail)});
  }
}

Result<Done> CapturedRecords::AddFile(ByteView file) {
  const bool packed = archive::IsGzip(file);
  if (!packed) return AddRecords(file);
  bool first = true;
  while (!file.empty()) {
    auto member = archive::ReadGzipMember(file, kLargestMember);
    if (!member || unpacked_ + member->content.size() > kMostUnpacked) {
      const std::string why = member ? "it is longer than can be unpacked" : member.failure().reason;
      if (first) return Failure{why};
      Odd(OddityKind::kUnreadPart, "records from byte " + std::to_string(file.size()) + " before the end on: " + why);
      return Done{};
    }
    unpacked_ += member->content.size();
    const auto added = AddRecords(member->content);
    if (!added && first) return added.failure();
    first = false;
    file.remove_prefix(member->stored_size);
  }
  return Done{};
}

Result<Done> CapturedRecords::AddRecords(ByteView records) {
  bool first = true;
  while (!records.empty()) {
    const auto record = ReadWarcRecord(records);
    if (!record) {
      if (first) return Failure{"it is no web archive: it begins with " + record.failure().reason};
      Odd(OddityKind::kUnreadPart, record.failure().reason);
      return Done{};
    }
    if (++records_ > kMostRecords) {
      Odd(OddityKind::kUnreadPart, "records after the first " + std::to_string(kMostRecords));
      return Done{};
    }
    AddRecord(*record);
    first = false;
    records.remove_prefix(record->size);
  }
  return Done{};
}

void CapturedRecords::AddRecord(const WarcRecord& record) {
  const std::string_view type = record.Field("WARC-Type");
  const bool http_type = TypeOf(record.Field("Content-Type")) == "application/http";
  const auto http = http_type ? ReadHttp(record.block) : std::nullopt;
  const Proof proof = Prove(record, http);
  if (type == "warcinfo") {
    // Its block is a list of fields that ends with the block.
    const auto info = ReadHead(std::string(record.block) + "\r\n\r\n");
    const std::string_view tool = info ? FieldOf(info->fields, "software") : std::string_view();
    if (!tool.empty()) tools_.emplace_back(tool.substr(0, 300));
  }
  NoteOdd(record, http);
  if (type == "response" || type == "resource" || type == "revisit" || type == "conversion") {
    AddCapture(record, http, proof);
  }
}

Proof CapturedRecords::Prove(const WarcRecord& record, const std::optional<HttpMessage>& http) {
  const std::string_view block = record.Field("WARC-Block-Digest");
  const std::string_view payload = record.Field("WARC-Payload-Digest");
  Proof proof = CheckDigest(block, record.block);
  // A record that refers to another capture states the digest of what it does not hold.
  if (record.Field("WARC-Type") != "revisit" && !payload.empty()) {
    Proof of_payload = CheckDigest(payload, http ? http->body : record.block);
    if (of_payload == Proof::kDiffers && http) {
      const auto plain = WithoutChunks(*http);
      if (plain && CheckDigest(payload, *plain) == Proof::kHolds) of_payload = Proof::kHolds;
      const auto decoded = DecodedBody(*http, kLargestPage);
      if (decoded && CheckDigest(payload, *decoded) == Proof::kHolds) of_payload = Proof::kHolds;
    }
    proof = Both(proof, of_payload);
  }
  if (proof == Proof::kDiffers) Odd(OddityKind::kDigestDiffers, "the record of " + Address(record));
  for (const std::string_view stated : {block, payload}) {
    if (!stated.empty() && !IsKnownDigest(stated)) {
      Odd(OddityKind::kUnreadPart, "a digest of a kind that is not known here, " + std::string(stated.substr(0, stated.find(':')).substr(0, 20)));
    }
  }
  return proof;
}

void CapturedRecords::NoteOdd(const WarcRecord& record, const std::optional<HttpMessage>& http) {
  const std::string_view type = record.Field("WARC-Type");
  if (const std::string_view why = record.Field("WARC-Truncated"); !why.empty()) {
    Odd(OddityKind::kUnreadPart, "a record cut off when it was captured (" + std::string(why.substr(0, 40)) + "): " + Address(record));
  }
  if (type == "revisit") Odd(OddityKind::kUnreadPart, "a record that refers to an earlier capture: " + Address(record));
  if (type == "continuation") Odd(OddityKind::kUnreadPart, "a record that goes on from another");
  const bool wants_body = http && http->status == 200 && type == "response";
  if (wants_body && http->body.empty()) Odd(OddityKind::kUnreadPart, "a record without content: " + Address(record));
  if (type == "response" && !http && TypeOf(record.Field("Content-Type")) == "application/http") {
    Odd(OddityKind::kUnreadPart, "a record whose answer cannot be read: " + Address(record));
  }
}

void CapturedRecords::AddCapture(const WarcRecord& record, const std::optional<HttpMessage>& http, Proof proof) {
  if (captures_.size() >= kMostCaptures) {
    return Odd(OddityKind::kUnreadPart, "captures after the first " + std::to_string(kMostCaptures));
  }
  const std::string_view type = http ? FieldOf(http->fields, "Content-Type") : record.Field("Content-Type");
  captures_.push_back({.url = Address(record), .at = std::string(record.Field("WARC-Date")), .type = TypeOf(type), .proof = proof});
  if (record.Field("WARC-Type") != "revisit") Consider(record, http);
}

void CapturedRecords::Consider(const WarcRecord& record, const std::optional<HttpMessage>& http) {
  const CaptureRecord& capture = captures_.back();
  const bool wanted = !wanted_.empty() && SameAddress(capture.url, wanted_);
  const bool given = !http || http->status == 200;
  if (!given || page_is_wanted_ || (page_ && !wanted)) return;
  if (!IsPage(capture.type)) {
    if (wanted) other_type_ = capture.type;
    return;
  }
  auto body = http ? DecodedBody(*http, kLargestPage) : Result<Bytes>(Bytes(record.block.substr(0, kLargestPage)));
  if (!body) return Odd(OddityKind::kUnreadPart, "the page " + capture.url + ": " + body.failure().reason);
  if (body->empty()) return;
  const std::string_view type = http ? FieldOf(http->fields, "Content-Type") : record.Field("Content-Type");
  page_ = CapturedPage{captures_.size() - 1, std::move(body).value(), CharsetOf(type)};
  page_is_wanted_ = wanted;
}

void CapturedRecords::AddPage(inspect::ExhibitFacts& facts) {
  auto page = webpage::ReadPage(page_->html, page_->charset);
  if (!page) {
    return Odd(OddityKind::kUnreadPart, "the page " + captures_[page_->record].url + ": " + page.failure().reason);
  }
  facts = std::move(page).value();
  facts.captures.clear();  // what the page says of its address, the archive says better
}

inspect::ExhibitFacts CapturedRecords::Take() {
  inspect::ExhibitFacts facts;
  if (!page_is_wanted_ && !wanted_.empty()) {
    Odd(OddityKind::kUnreadPart, other_type_.empty()
                                     ? "the page that the archive is about, " + wanted_ + ": it is not in it"
                                     : "the page that the archive is about, " + wanted_ + ": it is " + other_type_);
  }
  if (page_) {
    AddPage(facts);
    const auto first = captures_.begin();
    std::rotate(first, first + static_cast<std::ptrdiff_t>(page_->record), first + static_cast<std::ptrdiff_t>(page_->record) + 1);
  }
  facts.captures = std::move(captures_);
  facts.oddities.insert(facts.oddities.end(), oddities_.begin(), oddities_.end());
  for (std::string& tool : tools_) {
    if (std::find(facts.description.tools.begin(), facts.description.tools.end(), tool) == facts.description.tools.end()) {
      facts.description.tools.push_back(std::move(tool));
    }
  }
  return facts;
}

}  // namespace dossier::capture
