// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/inspect/inspect.h"

#include <map>
#include <utility>

#include "compiler/crypto/sha256.h"
#include "compiler/inspect/facts_codec.h"
#include "compiler/inspect/tasks.h"
#include "compiler/inspect/unread_kind.h"
#include "compiler/worker/parallel.h"
#include "compiler/worker/run.h"

namespace dossier::inspect {
namespace {

/// The same for sound and video, which are told apart only by reading them.
std::string CacheKey(const Inspection& inspection) {
  return "facts/" + std::to_string(kFactsVersion) + "/" + std::string(TaskOf(inspection.media)) + "/" +
         inspection.sha256.ToHex();
}

void Accept(ExhibitFacts facts, std::size_t size, Inspection& inspection) {
  inspection.media = facts.media;  // sound or pictures: only the tracks of a recording say which
  facts.sha256 = inspection.sha256;
  facts.size = size;
  inspection.facts = std::move(facts);
}

bool TakeFromCache(const Source& source, cache::Store* store, Inspection& inspection) {
  if (store == nullptr) return false;
  const auto known = store->Get(CacheKey(inspection));
  if (!known) return false;
  auto facts = DecodeFacts(*known);
  if (!facts || TaskOf(facts->media) != TaskOf(inspection.media)) return false;
  Accept(std::move(facts).value(), source.bytes.size(), inspection);
  return true;
}

/// Why no reader can be trusted; empty when all is well.
std::string SelfTestProblem(const std::string& program) {
  const auto outcome = worker::Run(program, {.task = kSelfTestTask, .input = {}, .limits = {}});
  if (outcome.status != worker::Status::kAnswered) return outcome.reason;
  if (outcome.content != kSelfTestText) {
    return "the reader does not find the text of a known page";
  }
  return {};
}

/// What the worker answered, for the cache; empty when there are no facts.
Bytes Read(const Source& source, const Settings& settings, Inspection& inspection) {
  if (source.bytes.empty()) {
    inspection.failure = "it is empty";
    return {};
  }
  const std::string_view task = TaskOf(inspection.media);
  if (task.empty()) {
    const UnreadKind kind = UnreadKindOf(source.bytes);
    inspection.failure = kind.what.empty() ? "it is of a kind that is not known here" : "it is " + std::string(kind.what);
    inspection.help = kind.help;
    return {};
  }
  auto outcome = worker::Run(settings.worker_program + std::string(SuffixOf(inspection.media)),
                             {.task = task, .input = source.bytes, .limits = settings.limits});
  if (outcome.status != worker::Status::kAnswered) {
    inspection.failure = std::move(outcome.reason);
    inspection.reader_unavailable = outcome.status == worker::Status::kNotStarted;
    return {};
  }
  auto facts = DecodeFacts(outcome.content);
  if (!facts || TaskOf(facts->media) != TaskOf(inspection.media)) {
    inspection.failure = "the reader's answer makes no sense";
    return {};
  }
  // poppler goes on without what did not fit; the page would silently lack it.
  if (outcome.messages.find("Out of memory") != std::string::npos) {
    inspection.failure = "it needs more memory than allowed";
    return {};
  }
  Accept(std::move(facts).value(), source.bytes.size(), inspection);
  return std::move(outcome.content);
}

}  // namespace

std::vector<Inspection> InspectAll(std::span<const Source> sources, const Settings& settings) {
  std::vector<Inspection> inspections(sources.size());
  worker::ForEach(sources.size(), settings.jobs, [&](std::size_t i) {
    inspections[i].sha256 = crypto::Sha256(sources[i].bytes);
    inspections[i].media = sources[i].as.value_or(DetectMediaType(sources[i].bytes, sources[i].name));
  });
  std::vector<std::size_t> unknown;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    if (!TakeFromCache(sources[i], settings.cache, inspections[i])) unknown.push_back(i);
  }
  if (unknown.empty()) return inspections;
  std::map<std::string_view, std::string> problems;  // of each program that is wanted
  for (const std::size_t i : unknown) {
    const std::string_view suffix = SuffixOf(inspections[i].media);
    if (problems.contains(suffix)) continue;
    problems[suffix] = SelfTestProblem(settings.worker_program + std::string(suffix));
  }
  std::erase_if(unknown, [&](std::size_t i) {
    inspections[i].failure = problems[SuffixOf(inspections[i].media)];
    inspections[i].reader_unavailable = !inspections[i].failure.empty();
    return inspections[i].reader_unavailable;
  });
  std::vector<Bytes> answers(unknown.size());
  worker::ForEach(unknown.size(), settings.jobs, [&](std::size_t i) {
    const std::size_t which = unknown[i];
    answers[i] = Read(sources[which], settings, inspections[which]);
  });
  if (settings.cache == nullptr) return inspections;
  std::vector<cache::Entry> entries;
  for (std::size_t i = 0; i < unknown.size(); ++i) {
    if (answers[i].empty()) continue;
    entries.push_back({.key = CacheKey(inspections[unknown[i]]), .value = std::move(answers[i])});
  }
  settings.cache->Put(entries);
  return inspections;
}

}  // namespace dossier::inspect
