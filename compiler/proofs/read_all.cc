// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/proofs/read_all.h"

#include <utility>

#include "compiler/crypto/sha256.h"
#include "compiler/proofs/proof_codec.h"
#include "compiler/worker/parallel.h"
#include "compiler/worker/run.h"

namespace dossier::proofs {
namespace {

std::string CacheKey(const Reading& reading) {
  return "proof/" + std::to_string(kProofVersion) + "/" + reading.sha256.ToHex();
}

bool TakeFromCache(cache::Store* store, Reading& reading) {
  if (store == nullptr) return false;
  const auto known = store->Get(CacheKey(reading));
  if (known) reading.proof = Decode(*known);
  return reading.proof.has_value();
}

/// The worker's answer, for the cache; empty when there is no proof.
Bytes Read(ByteView file, const Settings& settings, Reading& reading) {
  auto outcome = worker::Run(settings.worker_program, {.task = kReadProofTask, .input = file, .limits = settings.limits});
  if (outcome.status != worker::Status::kAnswered) {
    reading.failure = std::move(outcome.reason);
    return {};
  }
  reading.proof = Decode(outcome.content);
  if (!reading.proof) {
    reading.failure = "the reader's answer makes no sense";
    return {};
  }
  return std::move(outcome.content);
}

}  // namespace

std::vector<Reading> ReadAll(std::span<const ByteView> files, const Settings& settings) {
  std::vector<Reading> readings(files.size());
  std::vector<std::size_t> unknown;
  for (std::size_t i = 0; i < files.size(); ++i) {
    readings[i].sha256 = crypto::Sha256(files[i]);
    if (!TakeFromCache(settings.cache, readings[i])) unknown.push_back(i);
  }
  std::vector<Bytes> answers(unknown.size());
  worker::ForEach(unknown.size(), settings.jobs, [&](std::size_t i) {
    answers[i] = Read(files[unknown[i]], settings, readings[unknown[i]]);
  });
  if (settings.cache == nullptr) return readings;
  std::vector<cache::Entry> entries;
  for (std::size_t i = 0; i < unknown.size(); ++i) {
    if (!answers[i].empty()) entries.push_back({.key = CacheKey(readings[unknown[i]]), .value = std::move(answers[i])});
  }
  settings.cache->Put(entries);
  return readings;
}

}  // namespace dossier::proofs
