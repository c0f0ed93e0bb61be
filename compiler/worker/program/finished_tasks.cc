// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/worker/program/finished_tasks.h"

#include <algorithm>
#include <utility>

#include "compiler/assemble/assemble.h"
#include "compiler/assemble/codec.h"
#include "compiler/foundation/wire.h"
#include "compiler/pdf/signature_hole.h"
#include "compiler/verify/codec.h"
#include "compiler/verify/verify.h"

namespace dossier::worker {

Result<Bytes> RunAssemble(ByteView input, const AnnouncePages& announce) {
  const auto plan = assemble::DecodePlan(input);
  if (!plan) return plan.failure();
  int pages = std::max(plan->brief_pages, 0);
  for (const assemble::ExhibitPart& part : plan->exhibits) {
    constexpr int kMost = 1'000'000;
    pages = std::min(kMost, pages + std::clamp(part.pages, 0, kMost));
  }
  announce(pages);
  auto assembled = assemble::Assemble(*plan);
  if (!assembled) return assembled.failure();
  return assemble::Encode(*assembled);
}

Result<Bytes> RunFindHole(ByteView input, const AnnouncePages&) {
  const auto hole = pdf::FindHole(input);
  if (!hole) return hole.failure();
  WireWriter out;
  for (const std::size_t value :
       {hole->byte_range, hole->byte_range_size, hole->contents, hole->contents_size, hole->date,
        hole->value_key, hole->permissions_key, hole->flags}) {
    out.Count(value);
  }
  return std::move(out).Take();
}

Result<Bytes> RunVerify(ByteView input, const AnnouncePages&) {
  const auto request = verify::DecodeRequest(input);
  if (!request) return request.failure();
  return verify::Encode(verify::Verify(*request));
}

}  // namespace dossier::worker
