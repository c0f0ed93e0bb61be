// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/load/load_pack.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

#include "compiler/crypto/sha256.h"
#include "compiler/load/decoders.h"
#include "compiler/load/suggest.h"
#include "compiler/load/text_file.h"

namespace dossier::load {
namespace {

using diagnostics::Id;
using diagnostics::Kind;

constexpr std::string_view kSuffix = ".yaml";
constexpr std::string_view kCalendars = "calendars/";
/// Folders of rules/ that hold other things than packs.
constexpr std::array<std::string_view, 3> kOtherFolders = {"tests/", kCalendars, "schemas/"};

/// The paths of the YAML files, without their ending, sorted.
std::vector<std::string> YamlFiles(const io::FileSystem& rules) {
  std::vector<std::string> names;
  const Result<std::vector<io::Entry>> entries = rules.List();
  if (!entries) return names;
  for (const io::Entry& entry : *entries) {
    if (!entry.path.ends_with(kSuffix)) continue;
    names.push_back(entry.path.substr(0, entry.path.size() - kSuffix.size()));
  }
  std::sort(names.begin(), names.end());
  return names;
}

/// D0103: a file holds what its name says.
void ReportOtherName(std::string_view wanted, std::string_view found, std::uint32_t file,
                     std::string_view hint, diagnostics::Sink& sink) {
  sink.Report({.kind = Kind::kWrongType,
               .args = {Id("id"), Id(wanted), Id(found)},
               .place = Span{.file = file},
               .hint = hint});
}

/// `known` are the packs that are there.
std::optional<model::RulePack> LoadKnownPack(const io::FileSystem& rules, const model::Text& id,
                                             const std::vector<std::string>& known,
                                             diagnostics::Sources& sources,
                                             diagnostics::Sink& sink) {
  if (!std::binary_search(known.begin(), known.end(), id.value)) {
    sink.Report({.kind = Kind::kUnknownPack,
                 .args = {Id(id.value)},
                 .place = id.span,
                 .hint = Suggest(id.value, {known.begin(), known.end()})});
    return std::nullopt;
  }
  model::RulePack pack;
  pack.path = "pack:" + id.value;
  const auto file = static_cast<std::uint32_t>(sources.size());
  const std::string path = id.value + std::string(kSuffix);
  if (!ReadYaml(rules, path, pack.path, sources, sink, pack, DecodePack)) return std::nullopt;
  pack.sha256 = crypto::Sha256(sources.TextOf(file));
  if (pack.id == id.value) return pack;
  ReportOtherName(id.value, pack.id, file, "a pack is named after its file", sink);
  return std::nullopt;
}

}  // namespace

std::vector<std::string> PackIds(const io::FileSystem& rules) {
  std::vector<std::string> ids = YamlFiles(rules);
  std::erase_if(ids, [](const std::string& id) {
    const bool in_other = std::any_of(kOtherFolders.begin(), kOtherFolders.end(),
                                      [&](auto folder) { return id.starts_with(folder); });
    return in_other || id.find('/') == std::string::npos;
  });
  return ids;
}

std::optional<model::RulePack> LoadPack(const io::FileSystem& rules, const model::Text& id,
                                        diagnostics::Sources& sources, diagnostics::Sink& sink) {
  return LoadKnownPack(rules, id, PackIds(rules), sources, sink);
}

std::optional<std::vector<model::RulePack>> LoadPacks(const io::FileSystem& rules,
                                                      const std::vector<model::Text>& ids,
                                                      diagnostics::Sources& sources,
                                                      diagnostics::Sink& sink) {
  const std::vector<std::string> known = PackIds(rules);
  std::vector<model::RulePack> packs;
  std::vector<model::Text> wanted = ids;
  std::set<std::string> asked;
  bool complete = true;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (!asked.insert(wanted[i].value).second) continue;
    std::optional<model::RulePack> pack = LoadKnownPack(rules, wanted[i], known, sources, sink);
    complete = complete && pack.has_value();
    if (!pack) continue;
    pack->named_by_case = i < ids.size();
    wanted.insert(wanted.end(), pack->extends.begin(), pack->extends.end());
    packs.push_back(std::move(*pack));
  }
  if (!complete) return std::nullopt;
  return packs;
}

std::optional<model::Calendar> LoadCalendar(const io::FileSystem& rules, const model::Text& id,
                                            diagnostics::Sources& sources,
                                            diagnostics::Sink& sink) {
  std::vector<std::string> known;
  for (const std::string& name : YamlFiles(rules)) {
    if (name.starts_with(kCalendars)) known.push_back(name.substr(kCalendars.size()));
  }
  if (std::find(known.begin(), known.end(), id.value) == known.end()) {
    sink.Report({.kind = Kind::kUnknownReference,
                 .args = {Id("calendar"), Id(id.value)},
                 .place = id.span,
                 .hint = Suggest(id.value, {known.begin(), known.end()})});
    return std::nullopt;
  }
  model::Calendar calendar;
  const std::string name = std::string(kCalendars) + id.value;
  const auto file = static_cast<std::uint32_t>(sources.size());
  if (!ReadYaml(rules, name + std::string(kSuffix), "pack:" + name, sources, sink, calendar,
                DecodeCalendar)) {
    return std::nullopt;
  }
  if (calendar.id == id.value) return calendar;
  ReportOtherName(id.value, calendar.id, file, "a calendar is named after its file", sink);
  return std::nullopt;
}

}  // namespace dossier::load
