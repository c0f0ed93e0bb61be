// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/worker/answer.h"

#include <algorithm>
#include <string_view>

#include "compiler/foundation/wire.h"

namespace dossier::worker {
namespace {

constexpr std::string_view kMagic = "DOSSANS1";
static_assert(kMagic.size() == kMagicSize);

Failure NotWhole() { return Failure{"the reader's answer is not whole"}; }

std::optional<Sandbox> SandboxIn(ByteView payload) {
  WireReader in(payload);
  const std::uint8_t value = in.Byte();
  if (!in.Finished() || value > static_cast<std::uint8_t>(Sandbox::kFull)) return std::nullopt;
  return static_cast<Sandbox>(value);
}

}  // namespace

Bytes AnswerFormat::Open() {
  digest_.Add(kMagic);
  return Bytes(kMagic);
}

Bytes AnswerFormat::Head(RecordKind kind, ByteView payload) {
  WireWriter head;
  head.Byte(static_cast<std::uint8_t>(kind));
  head.Count(payload.size());
  Bytes bytes = std::move(head).Take();
  digest_.Add(bytes);
  digest_.Add(payload);
  return bytes;
}

Bytes AnswerFormat::Close() {
  const Digest digest = digest_.Finish();
  WireWriter record;
  record.Byte(static_cast<std::uint8_t>(RecordKind::kEnd));
  record.Count(kDigestSize);
  record.Digest(digest);
  return std::move(record).Take();
}

Result<Answer> ParseAnswer(ByteView stream) {
  constexpr std::size_t kEndSize = kHeadSize + kDigestSize;
  if (stream.size() < kMagicSize + kEndSize || stream.substr(0, kMagicSize) != kMagic) {
    return NotWhole();
  }
  const ByteView body = stream.substr(0, stream.size() - kEndSize);
  WireReader end(stream.substr(body.size()));
  const bool is_end = end.Byte() == static_cast<std::uint8_t>(RecordKind::kEnd);
  const ByteView claimed = end.View();
  const Digest digest = crypto::Sha256(body);
  if (!is_end || !end.Finished() ||
      !std::equal(claimed.begin(), claimed.end(), digest.bytes.begin(), digest.bytes.end(),
                  [](char a, std::uint8_t b) { return static_cast<std::uint8_t>(a) == b; })) {
    return NotWhole();
  }
  Answer answer;
  WireReader records(body.substr(kMagicSize));
  bool sandbox_due = true;
  bool pages_due = true;
  while (!records.Finished()) {
    const auto kind = static_cast<RecordKind>(records.Byte());
    const ByteView payload = records.View();
    if (!records.ok()) return NotWhole();
    if (kind == RecordKind::kSandbox && sandbox_due) {
      const auto sandbox = SandboxIn(payload);
      if (!sandbox) return NotWhole();
      answer.sandbox = *sandbox;
      sandbox_due = false;
      continue;
    }
    sandbox_due = false;
    const bool announces = kind == RecordKind::kPages && pages_due;
    pages_due = false;
    if (announces) continue;
    if (answer.refused) return NotWhole();
    if (kind == RecordKind::kRefusal && answer.content.empty()) {
      answer.refused = true;
    } else if (kind != RecordKind::kData) {
      return NotWhole();
    }
    answer.content.append(payload);
  }
  return answer;
}

std::optional<std::int64_t> AnnouncedPages(ByteView beginning) {
  std::size_t start = kMagicSize;
  const auto sandbox = static_cast<char>(RecordKind::kSandbox);
  if (beginning.size() > start && beginning[start] == sandbox) start += kHeadSize + 1;
  if (beginning.size() < start + kHeadSize + 8) return std::nullopt;
  WireReader record(beginning.substr(start, kHeadSize + 8));
  if (static_cast<RecordKind>(record.Byte()) != RecordKind::kPages) return std::nullopt;
  WireReader payload(record.View());
  const std::int64_t pages = payload.Number();
  if (!payload.Finished() || pages < 0) return std::nullopt;
  return pages;
}

}  // namespace dossier::worker
