// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/pdf_work.h"

#include "compiler/assemble/codec.h"
#include "compiler/driver/locate.h"
#include "compiler/foundation/wire.h"
#include "compiler/verify/codec.h"
#include "compiler/worker/pdf_tasks.h"
#include "compiler/worker/run.h"

namespace dossier::driver {
namespace {

/// Bundles are as large as their exhibits; the limit is there to end nonsense, not to ration.
constexpr std::uint64_t kMostAnswer = std::uint64_t{4} << 30;
constexpr std::uint64_t kMostMemory = std::uint64_t{16} << 30;

Result<Bytes> RunTask(std::string_view task, ByteView input) {
  worker::Limits limits;
  limits.answer = kMostAnswer;
  limits.address_space = kMostMemory;
  worker::Outcome outcome =
      worker::Run(Beside("dossier-worker"), {.task = task, .input = input, .limits = limits});
  if (outcome.status != worker::Status::kAnswered) return Failure{outcome.reason};
  return std::move(outcome.content);
}

}  // namespace

Result<assemble::Assembled> AssembleInWorker(const assemble::Plan& plan) {
  const Result<Bytes> answer = RunTask(worker::kAssembleTask, assemble::Encode(plan));
  if (!answer) return answer.failure();
  return assemble::DecodeAssembled(*answer);
}

Result<pdf::SignatureHole> FindHoleInWorker(ByteView prepared) {
  const Result<Bytes> answer = RunTask(worker::kFindHoleTask, prepared);
  if (!answer) return answer.failure();
  WireReader in(*answer);
  pdf::SignatureHole hole;
  for (std::size_t* field : {&hole.byte_range, &hole.byte_range_size, &hole.contents, &hole.contents_size, &hole.date,
                             &hole.value_key, &hole.permissions_key, &hole.flags}) {
    *field = static_cast<std::size_t>(in.NumberWithin(0, static_cast<std::int64_t>(prepared.size())));
  }
  if (!in.Finished()) return Failure{"the worker gave no usable answer"};
  return hole;
}

Result<verify::Verdict> VerifyInWorker(const verify::Request& request) {
  const Result<Bytes> answer = RunTask(worker::kVerifyTask, verify::Encode(request));
  if (!answer) return answer.failure();
  return verify::DecodeVerdict(*answer);
}

}  // namespace dossier::driver
