// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/verify/verify.h"

#include <algorithm>

#include "compiler/assemble/manifest.h"
#include "compiler/pdf/finished_file.h"
#include "compiler/pdf/signature_slot.h"
#include "compiler/verify/signed_bytes.h"

namespace dossier::verify {

namespace {

/// "2026-01-31T10:15:00Z" of "D:20260131101500Z"; nothing when it is of another form.
std::optional<std::string> ClaimedTime(const std::string& date) {
  constexpr std::string_view kForm = "D:00000000000000Z";
  if (date.size() != kForm.size()) return std::nullopt;
  for (std::size_t i = 0; i < date.size(); ++i) {
    const bool digit = date[i] >= '0' && date[i] <= '9';
    if (kForm[i] == '0' ? !digit : date[i] != kForm[i]) return std::nullopt;
  }
  return date.substr(2, 4) + "-" + date.substr(6, 2) + "-" + date.substr(8, 2) + "T" +
         date.substr(10, 2) + ":" + date.substr(12, 2) + ":" + date.substr(14, 2) + "Z";
}

/// What is wrong with the form and the content of the file beside the signature value.
std::vector<std::string> FileFaults(const pdf::FinishedFile& file) {
  std::vector<std::string> faults;
  if (!file.layout_fault.empty()) faults.push_back(file.layout_fault);
  for (const std::string& kind : file.forbidden) {
    faults.push_back("the file carries something that can act or hide: " + kind);
  }
  if (file.widgets != 1 || file.signature.fields != 1 || !file.signature.on_a_page) {
    faults.push_back("the file must have exactly one signature field");
  }
  return faults;
}

std::vector<std::string> FieldFaults(const pdf::FinishedFile::Signature& signature) {
  std::vector<std::string> faults;
  if (!signature.is_signed) {
    faults.push_back("the signature field does not lead to a signature");
    return faults;
  }
  if (signature.prepared) faults.push_back("the file is signed and still marked as prepared");
  if (!signature.certifies) {
    faults.push_back("the signature does not forbid later changes of the file");
  }
  if (signature.flags != 3) {
    faults.push_back("the file does not say that it is signed and must only be read");
  }
  if (signature.filter != "ETSI.CAdES.detached") {
    faults.push_back("the signature is of another kind than this program makes");
  }
  if (signature.date != pdf::kPreparedDate && !ClaimedTime(signature.date)) {
    faults.push_back("the claimed time of the signature is not a date");
  }
  return faults;
}

void Append(std::vector<std::string>& to, const std::vector<std::string>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

/// Both readers must mean the same signature: the bytes found by search and the object that the
/// form leads to through the cross-reference table.
void CheckSamePlace(const pdf::FinishedFile::Signature& signature, const SignedBytes& bytes,
                    SignatureVerdict& verdict) {
  if (!signature.place) {
    verdict.reasons.push_back(signature.place_fault);
  } else if (signature.place->byte_range != bytes.byte_range ||
             signature.place->contents != bytes.contents) {
    verdict.reasons.push_back("the signature field leads to another signature value");
  }
}

SignatureVerdict JudgeSignature(const Request& request, const SignedBytes& bytes,
                                const Result<pdf::FinishedFile>& file) {
  SignatureVerdict verdict;
  verdict.whole_file = bytes.whole_file;
  verdict.reasons = bytes.faults;
  if (file) {
    Append(verdict.reasons, FieldFaults(file->signature));
    verdict.time = ClaimedTime(file->signature.date);
    if (file->signature.is_signed) CheckSamePlace(file->signature, bytes, verdict);
  }
  if (!bytes.cms.empty()) {
    const crypto::CmsVerdict cms =
        crypto::VerifyCms(bytes.cms, {bytes.before, bytes.after}, request.trust);
    Append(verdict.reasons, cms.faults);
    verdict.trust = cms.trust;
    if (cms.signer) {
      verdict.signer = cms.signer->common_name;
      verdict.certificate_sha256 = cms.signer->sha256;
    }
    if (cms.cades && cms.faults.empty() && verdict.time) verdict.level = "PAdES-B-B";
    if (request.certificate && verdict.certificate_sha256 != request.certificate) {
      verdict.reasons.push_back(
          "the file is signed with another certificate than the expected one");
    }
  }
  verdict.status = verdict.reasons.empty() && file ? Status::kValid : Status::kInvalid;
  return verdict;
}

ItemStatus Compare(const std::map<std::string, std::optional<Digest>>& now, const std::string& id,
                   const Digest& bound) {
  const auto found = now.find(id);
  if (found == now.end() || !found->second) return ItemStatus::kMissing;
  return *found->second == bound ? ItemStatus::kIntact : ItemStatus::kChanged;
}

/// Lists what the manifest binds and compares it with the case.
void JudgeItems(const Request& request, const assemble::Manifest& manifest, Verdict& verdict) {
  for (const assemble::ManifestEntry& entry : manifest.entries) {
    ItemVerdict item{.id = entry.id, .sha256 = entry.sha256, .status = ItemStatus::kCannotCheck};
    if (entry.kind == "exhibit") {
      if (request.case_digests) {
        item.status = Compare(request.case_digests->exhibits, entry.id, entry.sha256);
      }
      if (item.status == ItemStatus::kChanged) {
        verdict.reasons.push_back("exhibit " + entry.id + " is not the file that was bound");
      } else if (item.status == ItemStatus::kMissing) {
        verdict.reasons.push_back("the file of exhibit " + entry.id + " is not in the case");
      }
      verdict.exhibits.push_back(std::move(item));
    } else if (entry.kind == "report") {
      if (request.case_digests && request.case_digests->report) {
        item.status = *request.case_digests->report == entry.sha256 ? ItemStatus::kIntact
                                                                    : ItemStatus::kChanged;
      }
      if (item.status == ItemStatus::kChanged) {
        verdict.reasons.push_back("the check of the case now gives another report");
      }
      verdict.report = std::move(item);
    }
  }
}

bool Any(const Verdict& verdict, ItemStatus status) {
  return std::any_of(verdict.exhibits.begin(), verdict.exhibits.end(),
                     [&](const ItemVerdict& item) { return item.status == status; }) ||
         (verdict.report && verdict.report->status == status);
}

}  // namespace

Verdict Verify(const Request& request) {
  Verdict verdict;
  const SignedBytes bytes = ReadSignedBytes(request.file);
  const Result<pdf::FinishedFile> file = pdf::ReadFinished(request.file);
  if (!file) {
    verdict.reasons.push_back("the file is damaged or not of this program: " +
                              file.failure().reason);
  } else {
    verdict.reasons = FileFaults(*file);
    if (file->signature.prepared && !file->signature.is_signed) {
      verdict.reasons.insert(verdict.reasons.begin(), "the file is prepared and not signed");
    }
  }
  const bool prepared_only = file && file->signature.prepared && !file->signature.is_signed;
  if (bytes.has_byte_range && !prepared_only) {
    verdict.signatures.push_back(JudgeSignature(request, bytes, file));
    Append(verdict.reasons, verdict.signatures.front().reasons);
  } else if (!bytes.has_byte_range) {
    Append(verdict.reasons, bytes.faults);
  }
  const std::optional<assemble::Manifest> manifest =
      file ? assemble::ReadManifest(file->manifest) : std::nullopt;
  if (file && !manifest) verdict.reasons.push_back("the file does not list what it was made from");
  const bool sound = verdict.reasons.empty() && !verdict.signatures.empty();
  if (manifest) JudgeItems(request, *manifest, verdict);
  if (!sound || Any(verdict, ItemStatus::kChanged)) {
    verdict.status = Status::kInvalid;
  } else {
    verdict.status = Any(verdict, ItemStatus::kMissing) ? Status::kCannotCheck : Status::kValid;
  }
  return verdict;
}

std::string ToString(Status status) {
  switch (status) {
    case Status::kValid:
      return "valid";
    case Status::kInvalid:
      return "invalid";
    case Status::kCannotCheck:
      return "cannot-check";
  }
  return {};
}

std::string ToString(ItemStatus status) {
  switch (status) {
    case ItemStatus::kIntact:
      return "intact";
    case ItemStatus::kChanged:
      return "changed";
    case ItemStatus::kMissing:
      return "missing";
    case ItemStatus::kCannotCheck:
      return "cannot-check";
  }
  return {};
}

std::string ToString(crypto::Trust trust) {
  switch (trust) {
    case crypto::Trust::kTrusted:
      return "trusted";
    case crypto::Trust::kUntrusted:
      return "untrusted";
    case crypto::Trust::kCannotCheck:
      return "cannot-check";
  }
  return {};
}

}  // namespace dossier::verify
