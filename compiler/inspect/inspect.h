// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/cache/store.h"
#include "compiler/foundation/bytes.h"
#include "compiler/foundation/digest.h"
#include "compiler/inspect/exhibit_facts.h"
#include "compiler/worker/run.h"

namespace dossier::inspect {

/// One file to be inspected: its name, for the kind of file it claims to be, and its bytes.
struct Source {
  std::string_view name;
  ByteView bytes;
  /// What it is to be read as whatever it looks like; nothing: by its content.
  std::optional<MediaType> as = std::nullopt;
};

struct Settings {
  /// Path of `dossier-worker`; the programs for rarer kinds (`SuffixOf`) stand beside it.
  std::string worker_program;
  /// Facts of earlier runs; may be closed.
  cache::Store* cache = nullptr;
  /// Files read at the same time; 0: one per processor.
  int jobs = 0;
  /// For each file.
  worker::Limits limits{};
};

/// What came of one file: facts, or one sentence why there are none.
struct Inspection {
  Digest sha256;
  MediaType media = MediaType::kUnknown;
  std::optional<ExhibitFacts> facts;
  /// For D0703: lower case, no final stop. Empty with facts.
  std::string failure;
  /// What a person can do about it, when more can be said than for every file.
  std::string help;
  /// True when no file at all could have been read (D0709): the worker program is missing or its
  /// self-test fails. `failure` says why.
  bool reader_unavailable = false;
};

/// Reads every file, each in a worker of its own, one answer a file in the order given.
///
/// Nothing of a file is parsed in this process. A file that is in the cache costs its SHA-256 and
/// no process. Before the first worker of a run reads an exhibit, another must give back the known
/// text of a built-in PDF; otherwise nothing is read, because a reader without its character tables
/// returns empty pages and no error (guarantee G14).
[[nodiscard]] std::vector<Inspection> InspectAll(std::span<const Source> sources,
                                                 const Settings& settings);

}  // namespace dossier::inspect
