// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/proof_findings.h"

#include <algorithm>
#include <utility>

namespace dossier::driver {
namespace {

using crypto::TokenSignature;
using diagnostics::Finding;
using diagnostics::Id;
using diagnostics::Kind;
using proofs::Anchor;
using proofs::AnchorKind;

constexpr std::size_t kMostNamed = 4;

std::string WordsOf(const Anchor& anchor) {
  const std::string block = "block " + std::to_string(anchor.height);
  const std::string root = anchor.merkle_root.empty() ? "" : " with merkle root " + anchor.merkle_root;
  switch (anchor.kind) {
    case AnchorKind::kPending:
      return "the calendar " + anchor.calendar;
    case AnchorKind::kBitcoin:
      return "Bitcoin " + block + root;
    case AnchorKind::kLitecoin:
      return "Litecoin " + block + root;
    case AnchorKind::kEthereum:
      return "Ethereum " + block;
    case AnchorKind::kUnknown:
      break;
  }
  return "something of a kind that is not known here";
}

bool IsBlock(const Anchor& anchor) {
  return anchor.kind == AnchorKind::kBitcoin || anchor.kind == AnchorKind::kLitecoin ||
         anchor.kind == AnchorKind::kEthereum;
}

/// Blocks before calendars; the rest is counted.
std::string WordsOf(std::vector<Anchor> anchors) {
  std::stable_sort(anchors.begin(), anchors.end(), [](const Anchor& a, const Anchor& b) { return IsBlock(a) && !IsBlock(b); });
  std::string words;
  for (std::size_t i = 0; i < anchors.size() && i < kMostNamed; ++i) {
    words += (i == 0 ? "" : ", ") + WordsOf(anchors[i]);
  }
  if (anchors.size() > kMostNamed) words += " and " + std::to_string(anchors.size() - kMostNamed) + " more";
  return words;
}

std::string WordsOf(const crypto::TimeStamp& stamp) {
  std::string words = stamp.time;
  if (!stamp.authority.empty()) words += ", " + stamp.authority;
  if (!stamp.policy.empty()) words += ", policy " + stamp.policy;
  return words;
}

/// What was not checked, always said beside what was.
std::string Caveat(const proofs::Proof& proof) {
  if (proof.stamp) {
    if (proof.stamp->signature == TokenSignature::kHolds) return "who made it was not checked";
    return "its signature could not be checked: " + proof.stamp->signature_reason;
  }
  if (std::any_of(proof.anchors.begin(), proof.anchors.end(), IsBlock)) {
    return "whether the block says so was not checked";
  }
  if (std::any_of(proof.anchors.begin(), proof.anchors.end(),
                  [](const Anchor& anchor) { return anchor.kind == AnchorKind::kPending; })) {
    return "it is not complete, and no calendar was asked";
  }
  return "that could not be checked";
}

Finding About(const ProofVerdict& verdict, Kind kind) {
  return {.kind = kind,
          .place = diagnostics::Place::InFile(verdict.path->value),
          .exhibits = {verdict.exhibit->id.value},
          .related = {{"the register names it, or the file that it lies beside, here", verdict.path->span}}};
}

void ReportBroken(const ProofVerdict& verdict, std::string reason, diagnostics::Sink& sink) {
  Finding finding = About(verdict, Kind::kProofBroken);
  finding.args = {Id(verdict.exhibit->id.value), Id(std::move(reason))};
  finding.hint = verdict.fits == nullptr
                     ? "bring back the file that was stamped, or take the proof out: it shows nothing of this one"
                     : "get the proof again from where it was made, or take it out";
  sink.Report(std::move(finding));
}

/// Of a proof that holds: how weak, how late, and what it shows.
void ReportHolding(const ProofVerdict& verdict, const proofs::Proof& proof, diagnostics::Sink& sink) {
  const std::string& id = verdict.exhibit->id.value;
  std::string weakness = proof.stamp ? proof.stamp->weakness : std::string();
  if (weakness.empty() && IsWeak(proof.hash)) weakness = std::string(ToString(proof.hash)) + " is no longer safe";
  if (!weakness.empty()) {
    Finding weak = About(verdict, Kind::kProofWeak);
    weak.args = {Id(id), Id(weakness)};
    weak.hint = "have the file stamped again while this proof can still be believed";
    sink.Report(std::move(weak));
  }
  const std::optional<Date> at = proof.stamp ? Date::Parse(proof.stamp->time) : std::nullopt;
  if (at && verdict.filing && verdict.filing->CertainlyBefore(*at)) {
    Finding late = About(verdict, Kind::kProofLate);
    late.args = {Id(id), Id(proof.stamp->time), Id(verdict.filing->ToString())};
    late.hint = "correct the date of the filing, or leave the proof out of it";
    sink.Report(std::move(late));
  }
  Finding fits = About(verdict, Kind::kProofFits);
  fits.args = {Id(id), proof.stamp ? WordsOf(*proof.stamp) : WordsOf(proof.anchors), Id(Caveat(proof))};
  sink.Report(std::move(fits));
}

}  // namespace

bool Holds(const ProofVerdict& verdict) {
  if (!verdict.reading->proof || verdict.fits == nullptr) return false;
  const auto& stamp = verdict.reading->proof->stamp;
  return !stamp || stamp->signature != TokenSignature::kBroken;
}

void ReportProof(const ProofVerdict& verdict, diagnostics::Sink& sink) {
  if (!verdict.reading->proof) {
    Finding unread = About(verdict, Kind::kProofUnreadable);
    unread.args = {Id(verdict.exhibit->id.value), verdict.reading->failure};
    unread.hint = "get the proof again from where it was made; as it is it shows nothing";
    return sink.Report(std::move(unread));
  }
  const proofs::Proof& proof = *verdict.reading->proof;
  if (proof.stamp && proof.stamp->signature == TokenSignature::kBroken) {
    return ReportBroken(verdict, proof.stamp->signature_reason, sink);
  }
  if (verdict.fits == nullptr) {
    // The missing file is a finding of its own.
    if (verdict.comparable) ReportBroken(verdict, "it was made for another file", sink);
    return;
  }
  ReportHolding(verdict, proof, sink);
}

compose::ShownProof Shown(const proofs::Proof& proof) {
  compose::ShownProof shown;
  if (proof.stamp) {
    shown.time = proof.stamp->time;
    shown.by = proof.stamp->authority;
    return shown;
  }
  for (const Anchor& anchor : proof.anchors) {
    if (anchor.kind == AnchorKind::kPending) shown.calendars.push_back(anchor.calendar);
    if (anchor.kind == AnchorKind::kBitcoin) shown.blocks.push_back(anchor.height);
  }
  return shown;
}

}  // namespace dossier::driver
