// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/document_files.h"

#include <filesystem>

#include "compiler/compose/read_template.h"
#include "compiler/crypto/sha256.h"
#include "compiler/foundation/suggest.h"
#include "compiler/io/case_folder.h"
#include "compiler/xml/parse.h"
#include "compiler/yaml/parse.h"

namespace dossier::driver {
namespace {

using diagnostics::Kind;

constexpr std::uint64_t kMostBytes = std::uint64_t{4} << 20;

std::optional<io::CaseFolder> OpenTemplates(const Session& session) {
  Result<io::CaseFolder> folder = io::CaseFolder::Open(session.data + "/templates");
  if (!folder) return std::nullopt;
  return std::move(folder).value();
}

std::string TemplatePath(const Session& session) { return session.loaded->header.template_name.value + ".xml"; }

void ReportUnknownTemplate(Session& session, const io::CaseFolder& templates) {
  const model::Text& name = session.loaded->header.template_name;
  std::vector<std::string> names;
  if (const auto entries = templates.List()) {
    for (const io::Entry& entry : *entries) {
      if (entry.path.ends_with(".xml") && entry.path.find('/') == std::string::npos) {
        names.push_back(entry.path.substr(0, entry.path.size() - 4));
      }
    }
  }
  const std::vector<std::string_view> known(names.begin(), names.end());
  std::string list;
  for (const std::string& known_name : names) list += (list.empty() ? "" : ", ") + known_name;
  const std::optional<std::string> near = Closest(name.value, known);
  session.sink.Report({.kind = Kind::kUnknownTemplate,
                       .args = {name.value},
                       .place = name.span,
                       .hint = diagnostics::Text(near ? "did you mean {0}?" : "there is {0}", {diagnostics::Id(near.value_or(list))})});
}

/// The catalogue of the case's language, or the English one.
std::optional<compose::Strings> LoadStrings(Session& session, const io::CaseFolder& templates) {
  for (const std::string& language : {session.loaded->header.language.value, std::string("en")}) {
    const std::string path = "strings/" + language + ".yaml";
    if (!io::IsPlainRelativePath(path)) continue;
    io::ReadResult read = templates.Read(path, kMostBytes);
    if (!read) continue;
    const std::uint32_t file = session.sources.Add("templates/" + path, std::move(read).value());
    const std::optional<yaml::Node> root = yaml::Parse(session.sources, file, session.sink);
    if (!root) return std::nullopt;
    return compose::ReadStrings(*root, session.sink);
  }
  return std::nullopt;
}

}  // namespace

std::optional<DocumentFiles> LoadDocumentFiles(Session& session) {
  const std::optional<io::CaseFolder> templates = OpenTemplates(session);
  if (!templates) return std::nullopt;
  const std::string path = TemplatePath(session);
  io::ReadResult read = io::IsPlainRelativePath(path) ? templates->Read(path, kMostBytes)
                                                      : io::ReadResult(io::ReadError{});
  if (!read) {
    ReportUnknownTemplate(session, *templates);
    return std::nullopt;
  }
  const std::uint32_t file = session.sources.Add("templates/" + path, std::move(read).value());
  const std::optional<xml::Element> root = xml::Parse(session.sources, file, session.sink);
  const std::optional<compose::Strings> strings = LoadStrings(session, *templates);
  if (!root || !strings) return std::nullopt;
  DocumentFiles files{.document_template = compose::ReadTemplate(*root, session.sink), .strings = *strings};
  if (!compose::CheckTemplate(files.document_template, files.strings, session.sink)) return std::nullopt;
  return files;
}

std::optional<compose::Template> PeekTemplate(const Session& session) {
  const std::optional<io::CaseFolder> templates = OpenTemplates(session);
  const std::string path = TemplatePath(session);
  if (!templates || !io::IsPlainRelativePath(path)) return std::nullopt;
  io::ReadResult read = templates->Read(path, kMostBytes);
  if (!read) return std::nullopt;
  diagnostics::Sources sources;
  diagnostics::Sink sink;
  const std::uint32_t file = sources.Add(path, std::move(read).value());
  const std::optional<xml::Element> root = xml::Parse(sources, file, sink);
  if (!root) return std::nullopt;
  return compose::ReadTemplate(*root, sink);
}

compose::Strings PeekStrings(const Session& session) {
  const std::optional<io::CaseFolder> templates = OpenTemplates(session);
  if (!templates) return {};
  for (const std::string& language : {session.loaded->header.language.value, std::string("en")}) {
    const std::string path = "strings/" + language + ".yaml";
    io::ReadResult read = io::IsPlainRelativePath(path) ? templates->Read(path, kMostBytes) : io::ReadResult(io::ReadError{});
    if (!read) continue;
    diagnostics::Sources sources;
    diagnostics::Sink sink;
    const std::uint32_t file = sources.Add(path, std::move(read).value());
    const std::optional<yaml::Node> root = yaml::Parse(sources, file, sink);
    return root ? compose::ReadStrings(*root, sink) : compose::Strings();
  }
  return {};
}

std::optional<Digest> TemplateDigest(const Session& session) {
  const std::optional<io::CaseFolder> templates = OpenTemplates(session);
  const std::string path = TemplatePath(session);
  if (!templates || !io::IsPlainRelativePath(path)) return std::nullopt;
  const io::ReadResult read = templates->Read(path, kMostBytes);
  return read ? std::optional(crypto::Sha256(read.value())) : std::nullopt;
}

}  // namespace dossier::driver
