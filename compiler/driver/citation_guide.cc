// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/citation_guide.h"

#include <utility>

#include "compiler/crypto/sha256.h"
#include "compiler/driver/chosen_file.h"
#include "compiler/load/citation_style.h"
#include "compiler/yaml/parse.h"

namespace dossier::driver {
namespace {

Choice Wanted(const Session& session) {
  return {.name = session.loaded->header.print.citations, .folder = "templates/citations", .suffix = ".yaml"};
}

}  // namespace

std::optional<model::CitationStyle> LoadCitationGuide(Session& session) {
  if (Wanted(session).name.value.empty()) return std::nullopt;
  ChosenFile found = ReadChosen(session, Wanted(session));
  if (!found.read) {
    ReportUnknownChoice(session, Wanted(session), diagnostics::Kind::kUnknownCitationGuide);
    return std::nullopt;
  }
  const std::uint32_t file = session.sources.Add(found.shown, std::move(found.read).value());
  const std::optional<yaml::Node> root = yaml::Parse(session.sources, file, session.sink);
  return root ? load::DecodeCitationStyle(*root, session.sink) : std::nullopt;
}

std::optional<Digest> CitationGuideDigest(const Session& session) {
  if (Wanted(session).name.value.empty()) return std::nullopt;
  const ChosenFile found = ReadChosen(session, Wanted(session));
  return found.read ? std::optional(crypto::Sha256(found.read.value())) : std::nullopt;
}

std::string CitationGuideId(const Session& session) { return "citations/" + Wanted(session).name.value; }

}  // namespace dossier::driver
