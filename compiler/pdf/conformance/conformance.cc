// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/conformance/conformance.h"

#include <algorithm>
#include <array>

#include "compiler/pdf/conformance/inspection.h"
#include "compiler/pdf/open.h"

namespace dossier::pdf {

namespace {

struct RuleText {
  std::string_view source, sentence;
};

constexpr RuleText kTexts[] = {
#define DOSSIER_RULE(name, source, sentence) {source, sentence},
#include "compiler/pdf/conformance/rules.def"
#undef DOSSIER_RULE
};

}  // namespace

std::string_view SourceOf(ConformanceRule rule) {
  return kTexts[static_cast<std::size_t>(rule)].source;
}

std::string_view SentenceOf(ConformanceRule rule) {
  return kTexts[static_cast<std::size_t>(rule)].sentence;
}

int ConformanceRules() { return static_cast<int>(std::size(kTexts)); }

namespace internal {

void Inspection::Report(Rule rule, int page, std::string detail) {
  if (said.emplace(rule, page).second) faults.push_back({rule, page, std::move(detail)});
}

std::string TextOf(QPDFObjectHandle value) {
  return value.isString() ? value.getUTF8Value() : std::string();
}

std::string NameOf(QPDFObjectHandle value) {
  return value.isName() ? value.getName().substr(1) : std::string();
}

}  // namespace internal

namespace {

Result<std::vector<ConformanceFault>> Check(QPDF& document, Archive archive) {
  try {
    internal::Inspection inspection{
        .document = document, .pages = internal::PagesOf(document), .archive = archive};
    for (std::size_t i = 0; i < inspection.pages.size(); ++i) {
      inspection.page_of[inspection.pages[i].getObjGen()] = static_cast<int>(i);
    }
    internal::CheckOutputIntent(inspection);
    internal::CheckMarks(inspection);
    internal::CheckElements(inspection);
    internal::CheckParentTree(inspection);
    internal::CheckAnnotations(inspection);
    internal::CheckResources(inspection);
    internal::CheckMetadata(inspection);
    internal::CheckFile(inspection);
    std::sort(inspection.faults.begin(), inspection.faults.end(),
              [](const ConformanceFault& a, const ConformanceFault& b) {
                return std::pair(a.page, a.rule) < std::pair(b.page, b.rule);
              });
    return std::move(inspection.faults);
  } catch (const std::exception& error) {
    return Failure{internal::Reason(error)};
  }
}

}  // namespace

Result<std::vector<ConformanceFault>> CheckConformance(ByteView pdf, Archive archive) {
  const Result<internal::Opened> opened = internal::Open(pdf, internal::Damage::kRepair);
  if (!opened) return opened.failure();
  if (opened->needs_password) return Failure{"the file needs a password"};
  return Check(*opened->document, archive);
}

Result<std::vector<ConformanceFault>> CheckConformance(const OpenedFile& opened, Archive archive) {
  return Check(*opened.state().document, archive);
}

}  // namespace dossier::pdf
