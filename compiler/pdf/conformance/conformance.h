// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"
#include "compiler/pdf/bundle_writer.h"
#include "compiler/pdf/opened_file.h"

namespace dossier::pdf {

/// What a machine can check of PDF/UA-1 (ISO 14289-1:2014) and of PDF/A (ISO 19005) in a file's own
/// structure: `rules.def` lists them with their clauses. What only a person can judge (whether the
/// order of reading makes sense, whether an alternative text is a good one) is not here, so a file
/// without faults is not thereby said to conform.
enum class ConformanceRule {
#define DOSSIER_RULE(name, source, sentence) name,
#include "compiler/pdf/conformance/rules.def"
#undef DOSSIER_RULE
};

/// Clause and condition: "UA 7.1 [01-005]".
[[nodiscard]] std::string_view SourceOf(ConformanceRule rule);
/// What is wrong, in a sentence without a stop.
[[nodiscard]] std::string_view SentenceOf(ConformanceRule rule);
/// How many rules there are.
[[nodiscard]] int ConformanceRules();

struct ConformanceFault {
  ConformanceRule rule{};
  int page = -1;       // from 0; -1: the file as a whole
  std::string detail;  // the name of a font, the value of a key; may be personal
};

/// Every fault once a rule and page, in the order of pages and rules.
///
/// Takes any PDF: fails when it cannot be opened at all. Total on hostile input; caps on depth and
/// decoded bytes, and what they cut off is `kContentUnreadable`. For a process without a key.
/// `archive` adds the rules of PDF/A-1b.
[[nodiscard]] Result<std::vector<ConformanceFault>> CheckConformance(ByteView pdf,
                                                                     Archive archive = Archive::kNone);
/// The same of a file that was opened before.
[[nodiscard]] Result<std::vector<ConformanceFault>> CheckConformance(const OpenedFile& opened,
                                                                     Archive archive = Archive::kNone);

}  // namespace dossier::pdf
