// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/load/load_pack.h"

#include <algorithm>
#include <string>
#include <vector>

#include "compiler/crypto/sha256.h"
#include "compiler/load/decoders.h"
#include "compiler/load/suggest.h"
#include "compiler/load/text_file.h"

namespace dossier::load {
namespace {

constexpr std::string_view kSuffix = ".yaml";

/// The ids of the packs that are there.
std::vector<std::string> PackIds(const io::FileSystem& rules) {
  std::vector<std::string> ids;
  const Result<std::vector<io::Entry>> entries = rules.List();
  if (!entries) return ids;
  for (const io::Entry& entry : *entries) {
    const bool pack = entry.path.ends_with(kSuffix) && entry.path.find('/') != std::string::npos;
    if (pack) ids.push_back(entry.path.substr(0, entry.path.size() - kSuffix.size()));
  }
  return ids;
}

/// The file of a pack, or nothing after D0209.
std::optional<std::string> PackPath(const io::FileSystem& rules, const model::Text& id,
                                    diagnostics::Sink& sink) {
  const std::vector<std::string> ids = PackIds(rules);
  if (std::find(ids.begin(), ids.end(), id.value) != ids.end()) {
    return id.value + std::string(kSuffix);
  }
  sink.Report({.kind = diagnostics::Kind::kUnknownPack,
               .args = {diagnostics::Id(id.value)},
               .place = id.span,
               .hint = Suggest(id.value, {ids.begin(), ids.end()})});
  return std::nullopt;
}

}  // namespace

std::optional<model::RulePack> LoadPack(const io::FileSystem& rules, const model::Text& id,
                                        diagnostics::Sources& sources, diagnostics::Sink& sink) {
  const std::optional<std::string> path = PackPath(rules, id, sink);
  if (!path) return std::nullopt;
  model::RulePack pack;
  pack.path = "pack:" + id.value;
  const auto file = static_cast<std::uint32_t>(sources.size());
  if (!ReadYaml(rules, *path, pack.path, sources, sink, pack, DecodePack)) return std::nullopt;
  pack.sha256 = crypto::Sha256(sources.TextOf(file));
  if (pack.id == id.value) return pack;
  sink.Report({.kind = diagnostics::Kind::kWrongType,
               .args = {diagnostics::Id("id"), diagnostics::Id(id.value), diagnostics::Id(pack.id)},
               .place = Span{.file = file},
               .hint = "a pack is named after its file"});
  return std::nullopt;
}

}  // namespace dossier::load
