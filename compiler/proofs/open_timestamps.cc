// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/proofs/open_timestamps.h"

#include <algorithm>
#include <array>
#include <utility>

namespace dossier::proofs {
namespace {

using crypto::HashKind;
using namespace std::string_view_literals;  // NOLINT: byte strings with zeros

constexpr std::string_view kMagic =
    "\x00OpenTimestamps\x00\x00Proof\x00\xbf\x89\xe2\xe8\x84\xe8\x92\x94"sv;
constexpr std::size_t kMostBytes = std::size_t{64} << 10;
constexpr std::size_t kMostMessage = 4096;
constexpr std::size_t kMostPayload = 8192;
constexpr std::size_t kMostAddress = 1000;
constexpr int kMostDepth = 256;
constexpr int kMostSteps = 4096;
constexpr std::size_t kMostAnchors = 256;

// Tags of core/op.py and core/timestamp.py.
constexpr std::uint8_t kAttestation = 0x00;
constexpr std::uint8_t kSha1 = 0x02;
constexpr std::uint8_t kRipemd160 = 0x03;
constexpr std::uint8_t kSha256 = 0x08;
constexpr std::uint8_t kKeccak256 = 0x67;
constexpr std::uint8_t kAppend = 0xf0;
constexpr std::uint8_t kPrepend = 0xf1;
constexpr std::uint8_t kReverse = 0xf2;
constexpr std::uint8_t kHexlify = 0xf3;
constexpr std::uint8_t kFork = 0xff;

struct AnchorTag {
  std::string_view tag;
  AnchorKind kind;
};
// core/notary.py.
constexpr std::array<AnchorTag, 4> kAnchorTags{{
    {"\x83\xdf\xe3\x0d\x2e\xf9\x0c\x8e"sv, AnchorKind::kPending},
    {"\x05\x88\x96\x0d\x73\xd7\x19\x01"sv, AnchorKind::kBitcoin},
    {"\x06\x86\x9a\x0d\x73\xd7\x1b\x45"sv, AnchorKind::kLitecoin},
    {"\x30\xfe\x80\x87\xb5\xc7\xea\xd7"sv, AnchorKind::kEthereum},
}};

std::string ToHex(ByteView bytes) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  for (const char c : bytes) {
    const auto byte = static_cast<std::uint8_t>(c);
    hex += kDigits[byte >> 4U];
    hex += kDigits[byte & 0xFU];
  }
  return hex;
}

/// Takes bytes from the front; after the first mistake there is nothing left.
class Input {
 public:
  explicit Input(ByteView bytes) : rest_(bytes) {}

  std::uint8_t Byte() {
    const ByteView one = Take(1);
    return one.empty() ? std::uint8_t{0} : static_cast<std::uint8_t>(one.front());
  }

  ByteView Take(std::size_t count) {
    if (count > rest_.size()) {
      Fail();
      return {};
    }
    const ByteView taken = rest_.substr(0, count);
    rest_.remove_prefix(count);
    return taken;
  }

  /// Seven bits a byte, the lowest first. Values over 63 bits are a mistake.
  std::uint64_t Number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 63; shift += 7) {
      const std::uint8_t byte = Byte();
      value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
      if ((byte & 0x80U) == 0) return ok_ ? value : 0;
    }
    Fail();
    return 0;
  }

  /// A length from `least` to `most`, then as many bytes.
  ByteView Sized(std::size_t least, std::size_t most) {
    const std::uint64_t size = Number();
    if (size < least || size > most) {
      Fail();
      return {};
    }
    return Take(static_cast<std::size_t>(size));
  }

  void Fail() {
    ok_ = false;
    rest_ = {};
  }
  [[nodiscard]] bool ok() const { return ok_; }
  [[nodiscard]] bool empty() const { return rest_.empty(); }

 private:
  ByteView rest_;
  bool ok_ = true;
};

/// What a path has come to.
struct Step {
  Bytes message;
  bool known = true;  // false after a step that is not computed here
  int depth = 0;
};

std::optional<HashKind> HashOfTag(std::uint8_t tag) {
  if (tag == kSha256) return HashKind::kSha256;
  if (tag == kSha1) return HashKind::kSha1;
  if (tag == kRipemd160) return HashKind::kRipemd160;
  return std::nullopt;
}

bool IsAddressCharacter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '/' || c == ':';
}

/// The paths of one proof, walked without recursion.
class Walk {
 public:
  Walk(Input& in, Proof& proof) : in_(in), proof_(proof), at_{.message = proof.imprint} {}

  /// Empty when all is well, else what is wrong.
  std::string Run() {
    while (!done_ && fault_.empty() && in_.ok()) {
      std::uint8_t tag = in_.Byte();
      if (tag == kFork) {
        forks_.push_back(at_);
        tag = in_.Byte();
      }
      tag == kAttestation ? End() : Operate(tag);
    }
    if (!in_.ok() && fault_.empty()) fault_ = "it is cut off or damaged";
    return fault_;
  }

 private:
  /// One end; the walk goes on at the last fork.
  void End() {
    const ByteView tag = in_.Take(8);
    Input payload(in_.Sized(0, kMostPayload));
    if (!in_.ok()) return;
    if (proof_.anchors.size() == kMostAnchors) return Stop("it has more than 256 ends");
    proof_.anchors.push_back(ReadAnchor(tag, payload));
    if (!payload.ok()) return Stop("the end of one of its paths is damaged");
    done_ = forks_.empty();
    if (done_) return;
    at_ = std::move(forks_.back());
    forks_.pop_back();
  }

  Anchor ReadAnchor(ByteView tag, Input& payload) const {
    Anchor anchor;
    const auto known = std::find_if(kAnchorTags.begin(), kAnchorTags.end(), [&](const AnchorTag& at) { return at.tag == tag; });
    if (known == kAnchorTags.end()) return anchor;
    anchor.kind = known->kind;
    if (anchor.kind == AnchorKind::kPending) {
      anchor.calendar = std::string(payload.Sized(0, kMostAddress));
      if (!std::all_of(anchor.calendar.begin(), anchor.calendar.end(), IsAddressCharacter)) payload.Fail();
    } else {
      anchor.height = static_cast<std::int64_t>(payload.Number());
      if (anchor.kind != AnchorKind::kEthereum && at_.known) {
        // Explorers print the bytes of a root from the last to the first.
        if (at_.message.size() != 32) payload.Fail();
        anchor.merkle_root = ToHex(Bytes(at_.message.rbegin(), at_.message.rend()));
      }
    }
    if (!payload.empty()) payload.Fail();
    return anchor;
  }

  void Operate(std::uint8_t tag) {
    if (++steps_ > kMostSteps) return Stop("it has more than 4096 steps");
    if (++at_.depth > kMostDepth) return Stop("one of its paths has more than 256 steps");
    if (tag == kAppend || tag == kPrepend) return Join(tag);
    if (const auto hash = HashOfTag(tag)) {
      if (at_.known) at_.message = crypto::Hash(*hash, at_.message);
      at_.known = at_.known && !at_.message.empty();
    } else if (tag == kKeccak256) {
      at_.known = false;
    } else if (tag == kReverse) {
      std::reverse(at_.message.begin(), at_.message.end());
    } else if (tag == kHexlify) {
      at_.message = ToHex(at_.message);
    } else {
      return Stop("it holds a step that is not known here");
    }
    if (!at_.known) at_.message.clear();
    if (at_.message.size() > kMostMessage) Stop("one of its messages is longer than 4096 bytes");
  }

  void Join(std::uint8_t tag) {
    const ByteView words = in_.Sized(1, kMostMessage);
    if (!at_.known) return;
    tag == kAppend ? at_.message.append(words) : at_.message.insert(0, words);
    if (at_.message.size() > kMostMessage) Stop("one of its messages is longer than 4096 bytes");
  }

  void Stop(std::string fault) { fault_ = std::move(fault); }

  Input& in_;
  Proof& proof_;
  Step at_;
  std::vector<Step> forks_;
  int steps_ = 0;
  bool done_ = false;
  std::string fault_;
};

}  // namespace

bool IsOpenTimestamps(ByteView file) { return file.starts_with(kMagic); }

Result<Proof> ReadOpenTimestamps(ByteView file) {
  if (file.size() > kMostBytes) return Failure{"it is longer than 64 KiB"};
  if (!IsOpenTimestamps(file)) return Failure{"it is not an OpenTimestamps proof"};
  Input in(file.substr(kMagic.size()));
  if (const std::uint64_t version = in.Number(); in.ok() && version != 1) {
    return Failure{"its version is " + std::to_string(version) + ", and only 1 is read"};
  }
  const std::uint8_t tag = in.Byte();
  const auto hash = HashOfTag(tag);
  if (in.ok() && tag == kKeccak256) return Failure{"it is over KECCAK-256, which is not computed here"};
  if (in.ok() && !hash) return Failure{"it is over a kind of digest that is not known here"};
  Proof proof;
  proof.hash = hash.value_or(HashKind::kSha256);
  proof.imprint = Bytes(in.Take(crypto::HashSize(proof.hash)));
  if (!in.ok()) return Failure{"it is cut off or damaged"};
  if (std::string fault = Walk(in, proof).Run(); !fault.empty()) return Failure{std::move(fault)};
  if (!in.empty()) return Failure{"something follows its end"};
  return proof;
}

}  // namespace dossier::proofs
