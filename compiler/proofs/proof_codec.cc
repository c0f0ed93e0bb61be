// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/proofs/proof_codec.h"

#include <limits>

#include "compiler/foundation/wire.h"
#include "compiler/worker/untrusted_text.h"

namespace dossier::proofs {
namespace {

std::string DecodeLine(WireReader& in) { return worker::CleanLine(in.Text()); }

void EncodeStamp(const crypto::TimeStamp& stamp, WireWriter& out) {
  for (const std::string* words : {&stamp.time, &stamp.policy, &stamp.serial, &stamp.authority,
                                   &stamp.signature_reason, &stamp.weakness}) {
    out.Text(*words);
  }
  out.Number(static_cast<int>(stamp.signature));
  out.Flag(stamp.signer.has_value());
  if (stamp.signer) out.Digest(stamp.signer->sha256);
}

/// The certificate is known by its digest on this side.
crypto::TimeStamp DecodeStamp(WireReader& in) {
  crypto::TimeStamp stamp;
  for (std::string* words : {&stamp.time, &stamp.policy, &stamp.serial, &stamp.authority,
                             &stamp.signature_reason, &stamp.weakness}) {
    *words = DecodeLine(in);
  }
  stamp.signature = static_cast<crypto::TokenSignature>(in.NumberWithin(0, 2));
  if (in.Flag()) stamp.signer.emplace().sha256 = in.Digest();
  return stamp;
}

}  // namespace

Bytes Encode(const Proof& proof) {
  WireWriter out;
  out.Number(static_cast<int>(proof.hash));
  out.Text(proof.imprint);
  out.Flag(proof.stamp.has_value());
  if (proof.stamp) EncodeStamp(*proof.stamp, out);
  out.Count(proof.anchors.size());
  for (const Anchor& anchor : proof.anchors) {
    out.Number(static_cast<int>(anchor.kind));
    out.Text(anchor.calendar);
    out.Number(anchor.height);
    out.Text(anchor.merkle_root);
  }
  return std::move(out).Take();
}

std::optional<Proof> Decode(ByteView bytes) {
  WireReader in(bytes);
  Proof proof;
  proof.hash = static_cast<crypto::HashKind>(in.NumberWithin(0, crypto::kHashKinds - 1));
  proof.imprint = in.Text();
  if (proof.imprint.size() != crypto::HashSize(proof.hash)) in.Fail();
  if (in.Flag()) {
    proof.stamp = DecodeStamp(in);
    proof.stamp->hash = proof.hash;
    proof.stamp->imprint = proof.imprint;
  }
  proof.anchors.resize(in.Count(2 * kWireNumberSize + 2 * kWireTextSize));
  for (Anchor& anchor : proof.anchors) {
    anchor.kind = static_cast<AnchorKind>(in.NumberWithin(0, kAnchorKinds - 1));
    anchor.calendar = DecodeLine(in);
    anchor.height = in.NumberWithin(0, std::numeric_limits<std::int64_t>::max());
    anchor.merkle_root = DecodeLine(in);
  }
  // A token or a way to a chain, never both and never neither.
  if (proof.stamp.has_value() != proof.anchors.empty()) return std::nullopt;
  if (!in.Finished()) return std::nullopt;
  return proof;
}

}  // namespace dossier::proofs
