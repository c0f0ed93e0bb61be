// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/open.h"

#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFLogger.hh>
#include <set>
#include <stdexcept>

namespace dossier::pdf::internal {

namespace {

/// Complaints about objects that belong to no document go to qpdf's own log, which is the standard
/// error stream of the process.
void SilenceLog() {
  static const bool silenced = [] {
    const std::shared_ptr<QPDFLogger> log = QPDFLogger::defaultLogger();
    log->setInfo(log->discard());
    log->setWarn(log->discard());
    log->setError(log->discard());
    return true;
  }();
  static_cast<void>(silenced);
}

}  // namespace

Result<Opened> Open(ByteView pdf, Damage damage, const std::string& name) {
  SilenceLog();
  Opened opened;
  opened.document = QPDF::create();
  QPDF& document = *opened.document;
  document.setSuppressWarnings(true);
  document.setAttemptRecovery(damage == Damage::kRepair);
  try {
    document.processMemoryFile(name.c_str(), pdf.data(), pdf.size(), "");
    opened.encrypted = document.isEncrypted();
  } catch (const QPDFExc& error) {
    if (error.getErrorCode() == qpdf_e_password) {
      return Opened{.document = nullptr, .encrypted = true, .needs_password = true};
    }
    return Failure{Reason(error)};
  } catch (const std::exception& error) {
    return Failure{Reason(error)};
  }
  if (damage == Damage::kRefuse && HasComplaints(document)) {
    return Failure{"the file is damaged"};
  }
  return opened;
}

bool HasComplaints(QPDF& document) {
  // Names of PDF 1.1 may hold a # that is no escape; exhibits have them and nothing follows.
  constexpr char kOldName[] = "name with stray #";
  for (const QPDFExc& warning : document.getWarnings()) {
    if (warning.getMessageDetail().find(kOldName) == std::string::npos) return true;
  }
  return false;
}

std::string Reason(const std::exception& error) {
  if (const auto* pdf_error = dynamic_cast<const QPDFExc*>(&error)) {
    const std::string& name = pdf_error->getFilename();
    const bool named = !name.empty() && name != kNameless;
    return (named ? name + ": " : "") + pdf_error->getMessageDetail();
  }
  return error.what();
}

std::vector<QPDFObjectHandle> ObjectsOf(QPDF& document) {
  std::vector<QPDFObjectHandle> objects;
  std::set<QPDFObjGen> known;
  // A broken table is built anew when an object is not where it says: then there may be more.
  for (std::size_t before = 1; before > 0;) {
    before = objects.size();
    for (const auto& [id, entry] : document.getXRefTable()) {
      if (entry.getType() == 0 || !known.insert(id).second) continue;
      objects.push_back(document.getObject(id));
      (void)objects.back().getTypeCode();  // reads it
    }
    before = objects.size() - before;
  }
  return objects;
}

const std::vector<QPDFObjectHandle>& PagesOf(QPDF& document) {
  const std::vector<QPDFObjectHandle>& pages = document.getAllPages();
  if (pages.size() > kMaxPages) throw std::runtime_error("the file has too many pages");
  return pages;
}

}  // namespace dossier::pdf::internal
