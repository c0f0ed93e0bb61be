// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "compiler/diagnostics/sink.h"
#include "compiler/diagnostics/sources.h"
#include "compiler/io/file_system.h"
#include "compiler/load/fields.h"
#include "compiler/yaml/parse.h"

namespace dossier::load {

/// Reads a text file and makes it a source under the name `shown`. Never reads more than
/// `diagnostics::kMaxSourceBytes`.
///
/// Nothing after D0002, D0005, D0014 or D0017.
std::optional<std::uint32_t> ReadSource(const io::FileSystem& files, std::string_view path,
                                        std::string_view shown, diagnostics::Sources& sources,
                                        diagnostics::Sink& sink);

/// Reads one YAML file with the keys of `decode_fields`. False when something was reported; what
/// could be read is in `out` all the same.
template <typename T>
bool ReadYaml(const io::FileSystem& files, std::string_view path, std::string_view shown,
              diagnostics::Sources& sources, diagnostics::Sink& sink, T& out,
              void (*decode_fields)(Fields&, T&)) {
  const std::size_t before = sink.findings().size();
  const std::optional<std::uint32_t> file = ReadSource(files, path, shown, sources, sink);
  if (!file) return false;
  const std::optional<yaml::Node> root = yaml::Parse(sources, *file, sink);
  if (root) DecodeFile(*root, sink, out, decode_fields);
  return sink.findings().size() == before;
}

}  // namespace dossier::load
