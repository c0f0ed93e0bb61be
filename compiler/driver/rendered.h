// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/driver/checking.h"
#include "compiler/driver/intake.h"
#include "compiler/driver/ocr_engine.h"
#include "compiler/reading/compare.h"

namespace dossier::driver {

/// A quotation that holds in the text layer of a page, to be compared with the picture of it.
struct RenderedQuestion {
  const ExhibitFile* file = nullptr;  // a PDF that was read
  int page = 0;                       // from 1, in the file: where it begins
  std::string text;
  std::vector<std::string> tags;      // languages of the page, BCP 47
};

/// Compares each with the picture of its page, in workers, up to `jobs` pages at a time (guarantee
/// G36). What was read is kept in the cache by digest, page, words, and the machine that read.
/// Total: what cannot be compared is `kUnclear` with its reason. In step with `questions`.
[[nodiscard]] std::vector<reading::Comparison> CompareRendered(const std::vector<RenderedQuestion>& questions, int jobs);

/// A file of an exhibit and a page of it, from 1.
struct FilePage {
  const ExhibitFile* file = nullptr;
  int page = 0;
};

/// Where a quotation stands that holds in the text layer of a PDF, another machine's reading among
/// them; nothing for every other.
[[nodiscard]] std::optional<FilePage> PageOnTextLayer(const std::vector<ExhibitFile>& files, const quote::FindResult& result);

/// What a picture says, in the words of `quote`: confirmed, the basis is `rendered`; contradicted,
/// other words stand there (`content-mismatch`) or none (`not-found`); unclear, nothing changes.
void TakeComparison(const reading::Comparison& comparison, quote::FindResult& result);

/// The same for every quotation of a case that holds in a text layer.
/// Reports: D0610 for each that its picture contradicts, D0611 once an exhibit and reason.
void CheckRendered(CheckedCase& checked, const Request& request);

}  // namespace dossier::driver
