// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/capture/warc.h"

#include "compiler/capture/captured_records.h"

namespace dossier::capture {

Result<inspect::ExhibitFacts> ReadWarc(ByteView file) {
  CapturedRecords records;
  const auto added = records.AddFile(file);
  if (!added) return added.failure();
  inspect::ExhibitFacts facts = records.Take();
  facts.media = inspect::MediaType::kWarc;
  return facts;
}

}  // namespace dossier::capture
