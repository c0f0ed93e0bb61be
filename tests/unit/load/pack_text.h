// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include "compiler/load/load_pack.h"
#include "tests/unit/load/findings_as_text.h"

/// Packs written in a test, on their way through the loader.
namespace dossier::load {

inline const std::string kAuthority =
    "{instrument: Act, pinpoint: Art. 1, url: https://example.org, language: lt, version: "
    "2022-03-22, verified: V}";

/// The pack `xx/sample`; its sections begin on line 3.
inline std::string Sections(const std::string& sections) {
  return "format: 1\npack: {id: xx/sample, version: '1', title: Sample}\n" + sections;
}

inline std::string Pack(const std::string& criteria) { return Sections("criteria:\n" + criteria); }

struct LoadedPack {
  std::optional<model::RulePack> pack;
  std::string findings;
};

inline LoadedPack LoadText(const std::string& text, const std::string& id = "xx/sample") {
  diagnostics::Sources sources;
  diagnostics::Sink sink;
  LoadedPack loaded;
  loaded.pack = LoadPack(MemoryFiles({{"xx/sample.yaml", text}}), {id, {}}, sources, sink);
  loaded.findings = Lines(sources, sink);
  return loaded;
}

}  // namespace dossier::load
