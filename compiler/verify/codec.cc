// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/verify/codec.h"

#include "compiler/foundation/wire.h"

namespace dossier::verify {

namespace {

constexpr std::int64_t kRequestFormat = 0x444F535645523151;  // "DOSVER1Q"
constexpr std::int64_t kVerdictFormat = 0x444F535645523141;  // "DOSVER1A"

// What the records take at least.
constexpr std::size_t kOptionalTextSize = kWireFlagSize + kWireTextSize;
constexpr std::size_t kOptionalDigestSize = kWireFlagSize + kWireDigestSize;
constexpr std::size_t kItemSize = kWireTextSize + kWireDigestSize + kWireNumberSize;
constexpr std::size_t kSignatureSize =
    3 * kOptionalTextSize + kOptionalDigestSize + 3 * kWireNumberSize + kWireFlagSize;

void PutDigest(WireWriter& out, const std::optional<Digest>& digest) {
  out.Flag(digest.has_value());
  out.Digest(digest.value_or(Digest{}));
}

std::optional<Digest> GetDigest(WireReader& in) {
  const bool has_value = in.Flag();
  const Digest digest = in.Digest();
  return has_value ? std::optional(digest) : std::nullopt;
}

void PutText(WireWriter& out, const std::optional<std::string>& text) {
  out.Flag(text.has_value());
  out.Text(text.value_or(""));
}

std::optional<std::string> GetText(WireReader& in) {
  const bool has_value = in.Flag();
  std::string text = in.Text();
  return has_value ? std::optional(std::move(text)) : std::nullopt;
}

void PutTexts(WireWriter& out, const std::vector<std::string>& texts) {
  out.Count(texts.size());
  for (const std::string& text : texts) out.Text(text);
}

std::vector<std::string> GetTexts(WireReader& in) {
  std::vector<std::string> texts(in.Count(kWireTextSize));
  for (std::string& text : texts) text = in.Text();
  return texts;
}

/// An enumerator of `E` from 0 to `last`; any other number is a mistake.
template <typename E>
E GetEnum(WireReader& in, E last) {
  return static_cast<E>(in.NumberWithin(0, static_cast<int>(last)));
}

void PutItem(WireWriter& out, const ItemVerdict& item) {
  out.Text(item.id);
  out.Digest(item.sha256);
  out.Number(static_cast<int>(item.status));
}

ItemVerdict GetItem(WireReader& in) {
  ItemVerdict item;
  item.id = in.Text();
  item.sha256 = in.Digest();
  item.status = GetEnum(in, ItemStatus::kCannotCheck);
  return item;
}

void PutSignature(WireWriter& out, const SignatureVerdict& signature) {
  PutText(out, signature.signer);
  PutDigest(out, signature.certificate_sha256);
  PutText(out, signature.level);
  out.Number(static_cast<int>(signature.status));
  out.Flag(signature.whole_file);
  PutText(out, signature.time);
  out.Number(static_cast<int>(signature.trust));
  PutTexts(out, signature.reasons);
}

SignatureVerdict GetSignature(WireReader& in) {
  SignatureVerdict signature;
  signature.signer = GetText(in);
  signature.certificate_sha256 = GetDigest(in);
  signature.level = GetText(in);
  signature.status = GetEnum(in, Status::kCannotCheck);
  signature.whole_file = in.Flag();
  signature.time = GetText(in);
  signature.trust = GetEnum(in, crypto::Trust::kCannotCheck);
  signature.reasons = GetTexts(in);
  return signature;
}

}  // namespace

Bytes Encode(const Request& request) {
  WireWriter out;
  out.Number(kRequestFormat);
  out.Text(request.file);
  const crypto::TrustAnchors anchors = request.trust.value_or(crypto::TrustAnchors{});
  out.Flag(request.trust.has_value());
  out.Text(anchors.ca_bundle);
  out.Flag(anchors.at.has_value());
  out.Number(anchors.at.value_or(0));
  PutDigest(out, request.certificate);
  out.Flag(request.case_digests.has_value());
  const CaseDigests digests = request.case_digests.value_or(CaseDigests{});
  out.Count(digests.exhibits.size());
  for (const auto& [id, digest] : digests.exhibits) {
    out.Text(id);
    PutDigest(out, digest);
  }
  PutDigest(out, digests.report);
  return std::move(out).Take();
}

Result<Request> DecodeRequest(ByteView bytes) {
  WireReader in(bytes);
  const bool good = in.Number() == kRequestFormat;
  Request request;
  request.file = in.Text();
  const bool has_trust = in.Flag();
  crypto::TrustAnchors anchors{.ca_bundle = in.Text(), .at = {}};
  const bool has_time = in.Flag();
  const std::int64_t time = in.Number();
  if (has_time) anchors.at = time;
  if (has_trust) request.trust = std::move(anchors);
  request.certificate = GetDigest(in);
  const bool has_case = in.Flag();
  CaseDigests digests;
  constexpr std::size_t kLeast = kWireTextSize + kOptionalDigestSize;
  for (std::size_t count = in.Count(kLeast); count > 0 && in.ok(); --count) {
    const std::string id = in.Text();
    digests.exhibits[id] = GetDigest(in);
  }
  digests.report = GetDigest(in);
  if (has_case) request.case_digests = std::move(digests);
  if (!good || !in.Finished()) return Failure{"these bytes are not a request to verify"};
  return request;
}

Bytes Encode(const Verdict& verdict) {
  WireWriter out;
  out.Number(kVerdictFormat);
  out.Number(static_cast<int>(verdict.status));
  PutTexts(out, verdict.reasons);
  out.Count(verdict.signatures.size());
  for (const SignatureVerdict& signature : verdict.signatures) PutSignature(out, signature);
  out.Count(verdict.exhibits.size());
  for (const ItemVerdict& item : verdict.exhibits) PutItem(out, item);
  out.Flag(verdict.report.has_value());
  PutItem(out, verdict.report.value_or(ItemVerdict{}));
  return std::move(out).Take();
}

Result<Verdict> DecodeVerdict(ByteView bytes) {
  WireReader in(bytes);
  const bool good = in.Number() == kVerdictFormat;
  Verdict verdict;
  verdict.status = GetEnum(in, Status::kCannotCheck);
  verdict.reasons = GetTexts(in);
  for (std::size_t count = in.Count(kSignatureSize); count > 0 && in.ok(); --count) {
    verdict.signatures.push_back(GetSignature(in));
  }
  for (std::size_t count = in.Count(kItemSize); count > 0 && in.ok(); --count) {
    verdict.exhibits.push_back(GetItem(in));
  }
  const bool has_report = in.Flag();
  ItemVerdict report = GetItem(in);
  if (has_report) verdict.report = std::move(report);
  if (!good || !in.Finished()) return Failure{"these bytes are not a verdict"};
  return verdict;
}

}  // namespace dossier::verify
