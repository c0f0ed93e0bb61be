// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/document_files.h"

#include <filesystem>

#include "compiler/compose/read_template.h"
#include "compiler/crypto/sha256.h"
#include "compiler/driver/chosen_file.h"
#include "compiler/foundation/suggest.h"
#include "compiler/io/case_folder.h"
#include "compiler/xml/parse.h"
#include "compiler/xml/relax_ng.h"
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

Choice WantedTemplate(const Session& session) {
  return {.name = session.loaded->header.template_name, .folder = "templates", .suffix = ".xml"};
}

/// What the case says otherwise than the catalogue. D0112 for a key that the catalogue lacks.
void SayOtherwise(const model::Header& header, compose::Strings& strings, diagnostics::Sink& sink) {
  for (const auto& [key, words] : header.print.words) {
    if (strings.Replace(key.value, words.In(header.language.value))) continue;
    std::vector<std::string_view> known;
    for (const auto& [name, text] : strings.words()) known.push_back(name);
    const std::optional<std::string> near = Closest(key.value, known);
    sink.Report({.kind = Kind::kPrintedWordUnknown,
                 .args = {diagnostics::Id(key.value)},
                 .place = key.span,
                 .hint = near ? diagnostics::Text("write \"{0}\"", {diagnostics::Id(*near)})
                              : diagnostics::Text("the keys are those of templates/strings/en.yaml")});
  }
}

/// The template against templates/schema/dossier-template.rng: what may stand where.
bool MatchesSchema(Session& session, const io::CaseFolder& templates, std::uint32_t document) {
  const std::string path = "schema/dossier-template.rng";
  io::ReadResult read = templates.Read(path, kMostBytes);
  if (!read) {
    session.sink.Report({.kind = Kind::kTemplateInvalid,
                         .args = {diagnostics::Id("its schema templates/" + path + " is not there")},
                         .place = Span{.file = document}});
    return false;
  }
  const std::uint32_t schema = session.sources.Add("templates/" + path, std::move(read).value());
  return xml::MatchesRelaxNg(session.sources, document, schema, session.sink);
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
    compose::Strings strings = compose::ReadStrings(*root, session.sink);
    SayOtherwise(session.loaded->header, strings, session.sink);
    return strings;
  }
  return std::nullopt;
}

}  // namespace

std::optional<DocumentFiles> LoadDocumentFiles(Session& session) {
  const std::optional<io::CaseFolder> templates = OpenTemplates(session);
  if (!templates) return std::nullopt;
  ChosenFile found = ReadChosen(session, WantedTemplate(session));
  if (!found.read) {
    ReportUnknownChoice(session, WantedTemplate(session), Kind::kUnknownTemplate);
    return std::nullopt;
  }
  const std::uint32_t file = session.sources.Add(found.shown, std::move(found.read).value());
  const std::optional<xml::Element> root = xml::Parse(session.sources, file, session.sink);
  const std::optional<compose::Strings> strings = LoadStrings(session, *templates);
  if (!root || !strings) return std::nullopt;
  const std::size_t before = session.sink.findings().size();
  DocumentFiles files{.document_template = compose::ReadTemplate(*root, session.sink), .strings = *strings};
  const bool known = compose::CheckTemplate(files.document_template, files.strings, session.sink) &&
                     session.sink.findings().size() == before;
  if (known && !compose::ListsExhibits(files.document_template.root)) {
    session.sink.Report({.kind = Kind::kTemplateInvalid,
                         .args = {diagnostics::Id("it has no list of exhibits, and what is in the bundle must stand in one")},
                         .place = files.document_template.root.span,
                         .hint = "put <exhibits/> into a section, or rows with lists=\"@id\" for each exhibit"});
    return std::nullopt;
  }
  // Its words about an unknown element are worse than ours, so it is asked second.
  if (!known || !MatchesSchema(session, *templates, file)) return std::nullopt;
  return files;
}

std::optional<compose::Template> PeekTemplate(const Session& session) {
  ChosenFile found = ReadChosen(session, WantedTemplate(session));
  if (!found.read) return std::nullopt;
  diagnostics::Sources sources;
  diagnostics::Sink sink;
  const std::uint32_t file = sources.Add(found.shown, std::move(found.read).value());
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
  const ChosenFile found = ReadChosen(session, WantedTemplate(session));
  return found.read ? std::optional(crypto::Sha256(found.read.value())) : std::nullopt;
}

}  // namespace dossier::driver
