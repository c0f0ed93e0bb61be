// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/pack_files.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

#include "compiler/diagnostics/source_check.h"
#include "compiler/driver/calendar_files.h"
#include "compiler/driver/locate.h"
#include "compiler/foundation/suggest.h"
#include "compiler/io/case_folder.h"
#include "compiler/load/load_pack.h"
#include "compiler/rulebook/tailor.h"
#include "compiler/yaml/parse.h"

namespace dossier::driver {
namespace {

constexpr std::string_view kSuffix = ".yaml";

/// The rules of the program with the user's own files in their places.
class RulesWith final : public io::FileSystem {
 public:
  explicit RulesWith(io::CaseFolder rules) : rules_(std::move(rules)) {}

  void Put(std::string path, Bytes content) { own_[std::move(path)] = std::move(content); }
  [[nodiscard]] bool Has(const std::string& path) const { return own_.count(path) > 0; }

  [[nodiscard]] Result<std::vector<io::Entry>> List() const override {
    Result<std::vector<io::Entry>> listed = rules_.List();
    if (!listed) return listed;
    for (const auto& [path, content] : own_) {
      std::erase_if(*listed, [&](const io::Entry& entry) { return entry.path == path; });
      listed->push_back({.path = path, .size = content.size()});
    }
    std::sort(listed->begin(), listed->end(),
              [](const io::Entry& a, const io::Entry& b) { return a.path < b.path; });
    return listed;
  }

  io::ReadResult Read(std::string_view path, std::uint64_t max_bytes) const override {
    const auto own = own_.find(path);
    if (own == own_.end()) return rules_.Read(path, max_bytes);
    if (own->second.size() > max_bytes) {
      return io::ReadError{.kind = io::ReadErrorKind::kTooLarge,
                           .reason = "it is too large",
                           .size = own->second.size()};
    }
    return own->second;
  }

 private:
  io::CaseFolder rules_;
  std::map<std::string, Bytes, std::less<>> own_;
};

Result<RulesWith> OpenRules() {
  const Result<std::string> data = FindData();
  if (!data) return data.failure();
  Result<io::CaseFolder> rules = io::CaseFolder::Open(*data + "/rules");
  if (!rules) return rules.failure();
  return RulesWith(std::move(rules).value());
}

bool IsPath(const std::string& word) {
  return word.ends_with(kSuffix) || word.starts_with('/') || word.starts_with('.');
}

Failure Unknown(const std::string& word, const std::vector<std::string>& ids) {
  const auto meant = Closest(word, {ids.begin(), ids.end()});
  return Failure{"there is no rule pack \"" + word + "\"" +
                 (meant ? "; did you mean \"" + *meant + "\"?"
                        : "; a pack of your own is named by its file")};
}

/// The id that a pack file states; where it states none, one that lets `load` say so.
std::string StatedId(const Bytes& content) {
  diagnostics::Sources sources;
  diagnostics::Sink sink;
  const std::uint32_t file = sources.Add("pack", content);
  const std::optional<yaml::Node> root = yaml::Parse(sources, file, sink);
  const yaml::Entry* pack = root ? root->Find("pack") : nullptr;
  const yaml::Entry* id = pack != nullptr ? pack->value.Find("id") : nullptr;
  const bool usable = id != nullptr && io::IsPlainRelativePath(id->value.text) &&
                      id->value.text.find('/') != std::string::npos;
  return usable ? id->value.text : "own/pack";
}

/// Puts the user's pack, and its tests where there are any, into the places of shipped ones.
Result<Done> PutOwn(const std::string& path, RulesWith& rules, OpenedPack& opened) {
  io::ReadResult content = io::ReadNamedFile(path, diagnostics::kMaxSourceBytes);
  if (!content) return Failure{path + ": " + content.error().reason};
  opened.id = StatedId(content.value());
  rules.Put(opened.id + std::string(kSuffix), std::move(content).value());
  opened.tests_path = "tests/" + opened.id + std::string(kSuffix);
  opened.tests_shown = path.substr(0, path.size() - std::min(path.size(), kSuffix.size()));
  opened.tests_shown += ".tests.yaml";
  io::ReadResult tests = io::ReadNamedFile(opened.tests_shown, diagnostics::kMaxSourceBytes);
  opened.has_tests = tests.ok();
  if (tests) rules.Put(opened.tests_path, std::move(tests).value());
  if (!tests && tests.error().kind != io::ReadErrorKind::kMissing) {
    return Failure{opened.tests_shown + ": " + tests.error().reason};
  }
  return Done{};
}

/// Loads the pack and those that it extends.
void Load(OpenedPack& opened) {
  auto packs = load::LoadPacks(*opened.files, {{opened.id, {}}}, opened.sources, opened.sink);
  if (!packs) return;
  opened.packs = std::move(*packs);
  opened.calendars = LoadCalendars(*opened.files, opened.packs, opened.sources, opened.sink);
  rulebook::Tailor(opened.packs, opened.sink);
}

}  // namespace

Result<std::vector<std::string>> ShippedPackIds() {
  const Result<RulesWith> rules = OpenRules();
  if (!rules) return rules.failure();
  return load::PackIds(*rules);
}

Result<std::unique_ptr<OpenedPack>> OpenPack(const std::string& word) {
  Result<RulesWith> rules = OpenRules();
  if (!rules) return rules.failure();
  auto opened = std::make_unique<OpenedPack>();
  if (IsPath(word)) {
    const Result<Done> put = PutOwn(word, *rules, *opened);
    if (!put) return put.failure();
  } else {
    const std::vector<std::string> ids = load::PackIds(*rules);
    if (std::find(ids.begin(), ids.end(), word) == ids.end()) return Unknown(word, ids);
    opened->id = word;
    opened->tests_path = "tests/" + word + std::string(kSuffix);
    opened->tests_shown = "rules/" + opened->tests_path;
    const Result<std::vector<io::Entry>> entries = rules->List();
    if (!entries) return entries.failure();
    opened->has_tests = std::any_of(entries->begin(), entries->end(), [&](const io::Entry& entry) {
      return entry.path == opened->tests_path;
    });
  }
  opened->files = std::make_unique<RulesWith>(std::move(rules).value());
  Load(*opened);
  return opened;
}

}  // namespace dossier::driver
