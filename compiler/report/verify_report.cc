// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/report/verify_report.h"

#include "compiler/json/value.h"
#include "compiler/json/write.h"
#include "compiler/report/escape.h"

namespace dossier::report {
namespace {

using Array = json::Value::Array;
using Object = json::Value::Object;
using json::Value;
using verify::ItemVerdict;
using verify::SignatureVerdict;

Value OrNull(const std::optional<std::string>& text) { return text ? Value(*text) : Value(); }

Value Hex(const std::optional<Digest>& digest) { return digest ? Value(digest->ToHex()) : Value(); }

Value SignatureAsJson(const SignatureVerdict& signature) {
  Object object;
  object.emplace_back("signer", OrNull(signature.signer));
  object.emplace_back("certificate_sha256", Hex(signature.certificate_sha256));
  object.emplace_back("level", OrNull(signature.level));
  object.emplace_back("status", verify::ToString(signature.status));
  object.emplace_back("whole_file", signature.whole_file);
  object.emplace_back("time", OrNull(signature.time));
  object.emplace_back("trust", verify::ToString(signature.trust));
  object.emplace_back("reasons", json::Strings(signature.reasons));
  return object;
}

std::string Reasons(const std::vector<std::string>& reasons) {
  std::string out;
  for (const std::string& reason : reasons) out += "  - " + Printable(reason) + "\n";
  return out;
}

std::string SignatureAsText(const SignatureVerdict& signature) {
  std::string out = "signature: " + verify::ToString(signature.status);
  if (signature.signer) out += ", by the holder of the certificate \"" + Printable(*signature.signer) + "\"";
  out += "\n";
  if (signature.certificate_sha256) out += "  certificate SHA-256: " + signature.certificate_sha256->ToHex() + "\n";
  if (signature.time) out += "  claimed time: " + Printable(*signature.time) + " (claimed by the signer, not proved)\n";
  switch (signature.trust) {
    case crypto::Trust::kTrusted:
      out += "  trust: the certificate leads to one of the given authorities\n";
      break;
    case crypto::Trust::kUntrusted:
      out += "  trust: the certificate does not lead to one of the given authorities\n";
      break;
    case crypto::Trust::kCannotCheck:
      out += "  trust: not checked; --trust CA.pem names the authorities to trust\n";
      break;
  }
  return out + Reasons(signature.reasons);
}

}  // namespace

std::string VerdictAsJson(const verify::Verdict& verdict, const std::string& file) {
  Array signatures, exhibits;
  for (const SignatureVerdict& signature : verdict.signatures) signatures.push_back(SignatureAsJson(signature));
  for (const ItemVerdict& item : verdict.exhibits) {
    exhibits.emplace_back(Object{{"id", item.id}, {"sha256", item.sha256.ToHex()}, {"status", verify::ToString(item.status)}});
  }
  Value report;
  if (verdict.report) {
    report = Object{{"sha256", verdict.report->sha256.ToHex()}, {"status", verify::ToString(verdict.report->status)}};
  }
  return json::Write(Object{{"format", 1},
                            {"file", file},
                            {"status", verify::ToString(verdict.status)},
                            {"reasons", json::Strings(verdict.reasons)},
                            {"signatures", signatures},
                            {"exhibits", exhibits},
                            {"report", report}});
}

std::string VerdictAsText(const verify::Verdict& verdict, const std::string& file) {
  std::string out = Printable(file) + ": " + verify::ToString(verdict.status) + "\n" + Reasons(verdict.reasons);
  for (const SignatureVerdict& signature : verdict.signatures) out += SignatureAsText(signature);
  int intact = 0;
  for (const ItemVerdict& item : verdict.exhibits) {
    if (item.status == verify::ItemStatus::kIntact) {
      ++intact;
    } else {
      out += "exhibit " + Printable(item.id) + ": " + verify::ToString(item.status) + "\n";
    }
  }
  if (intact > 0) out += "exhibits: " + std::to_string(intact) + " of " + std::to_string(verdict.exhibits.size()) + " are the files that were checked\n";
  if (verdict.report) out += "report: " + verify::ToString(verdict.report->status) + "\n";
  return out;
}

}  // namespace dossier::report
