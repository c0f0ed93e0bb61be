// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "compiler/driver/intake.h"
#include "compiler/driver/ocr_engine.h"
#include "compiler/driver/session.h"
#include "compiler/reading/sidecar.h"

namespace dossier::driver {

/// A page that has to be read, and what came of it.
struct PageToRead {
  int page = 0;  // from 1
  std::vector<reading::LanguageData> languages;
  Result<reading::Page> read = Failure{"it was not tried"};
};

/// A file with pages that have to be read.
struct FileToRead {
  std::size_t exhibit = 0;  // into the register
  std::size_t part = 0;
  reading::Sidecar kept;  // with the pages that were read before and still hold
  std::vector<PageToRead> pages;
};

/// Every page of the register, or of the exhibits named, that has no words of its own and was not
/// read before of the same bytes by the same machine in the same languages; with `force` also those.
/// Reports D0745 once a language and exhibit; its pages are left out.
[[nodiscard]] std::vector<FileToRead> PlanReading(Session& session, const Intake& intake,
                                                  const std::vector<std::string>& exhibits, bool force,
                                                  OcrEngine& engine);

}  // namespace dossier::driver
