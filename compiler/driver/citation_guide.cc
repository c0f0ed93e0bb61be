// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/citation_guide.h"

#include <string>
#include <utility>
#include <vector>

#include "compiler/crypto/sha256.h"
#include "compiler/foundation/suggest.h"
#include "compiler/io/case_folder.h"
#include "compiler/load/citation_style.h"
#include "compiler/yaml/parse.h"

namespace dossier::driver {
namespace {

constexpr std::uint64_t kMostBytes = std::uint64_t{1} << 20;
constexpr std::string_view kSuffix = ".yaml";

const model::Text& Wanted(const Session& session) { return session.loaded->header.print.citations; }

struct GuideFile {
  std::string shown;
  io::ReadResult read;
};

GuideFile ReadGuideFile(const Session& session) {
  const std::string& name = Wanted(session).value;
  const bool own = name.ends_with(kSuffix);
  const bool plain = io::IsPlainRelativePath(name) && (own || name.find('/') == std::string::npos);
  if (!plain) return {.shown = name, .read = io::ReadResult(io::ReadError{})};
  if (own) return {.shown = name, .read = session.files->Read(name, kMostBytes)};
  const std::string shown = "templates/citations/" + name + std::string(kSuffix);
  Result<io::CaseFolder> folder = io::CaseFolder::Open(session.data + "/templates/citations");
  if (!folder) return {.shown = shown, .read = io::ReadResult(io::ReadError{})};
  return {.shown = shown, .read = folder->Read(name + std::string(kSuffix), kMostBytes)};
}

void ReportUnknown(Session& session) {
  std::vector<std::string> names;
  const Result<io::CaseFolder> folder = io::CaseFolder::Open(session.data + "/templates/citations");
  if (folder) {
    if (const auto entries = folder->List()) {
      for (const io::Entry& entry : *entries) {
        if (!entry.path.ends_with(kSuffix)) continue;
        names.push_back(entry.path.substr(0, entry.path.size() - kSuffix.size()));
      }
    }
  }
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
  const auto near = Closest(Wanted(session).value, std::vector<std::string_view>(names.begin(), names.end()));
  session.sink.Report({.kind = diagnostics::Kind::kUnknownCitationGuide,
                       .args = {Wanted(session).value},
                       .place = Wanted(session).span,
                       .hint = diagnostics::Text(near ? "did you mean {0}?" : "there is {0}",
                                                 {diagnostics::Id(near.value_or(list))})});
}

}  // namespace

std::optional<model::CitationStyle> LoadCitationGuide(Session& session) {
  if (Wanted(session).value.empty()) return std::nullopt;
  GuideFile found = ReadGuideFile(session);
  if (!found.read) {
    ReportUnknown(session);
    return std::nullopt;
  }
  const std::uint32_t file = session.sources.Add(found.shown, std::move(found.read).value());
  const std::optional<yaml::Node> root = yaml::Parse(session.sources, file, session.sink);
  return root ? load::DecodeCitationStyle(*root, session.sink) : std::nullopt;
}

std::optional<Digest> CitationGuideDigest(const Session& session) {
  if (Wanted(session).value.empty()) return std::nullopt;
  const GuideFile found = ReadGuideFile(session);
  return found.read ? std::optional(crypto::Sha256(found.read.value())) : std::nullopt;
}

std::string CitationGuideId(const Session& session) { return "citations/" + Wanted(session).value; }

}  // namespace dossier::driver
