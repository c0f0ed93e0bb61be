// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/diagnostics/finding.h"

namespace dossier::diagnostics {
namespace {

Text MessageText(const Finding& finding) {
  Text text;
  text.pattern = Describe(finding.kind).text;
  text.args = finding.args;
  return text;
}

}  // namespace

const std::vector<KindEntry>& AllKinds() {
  static const std::vector<KindEntry> kinds = {
#define DOSSIER_FINDING(code, enumerator, name, level, text) \
  {Kind::enumerator, code, name, Level::level, text},
#include "compiler/diagnostics/kind.def"
#undef DOSSIER_FINDING
  };
  return kinds;
}

const KindEntry& Describe(Kind kind) { return AllKinds()[static_cast<std::size_t>(kind)]; }

std::optional<Kind> KindByCode(std::string_view code) {
  for (const KindEntry& entry : AllKinds()) {
    if (entry.code == code || entry.name == code) return entry.kind;
  }
  return std::nullopt;
}

std::string_view ToString(Level level) {
  switch (level) {
    case Level::kError:
      return "error";
    case Level::kWarning:
      return "warning";
    case Level::kNote:
      return "note";
  }
  return "note";
}

std::string_view ToString(Certainty certainty) {
  switch (certainty) {
    case Certainty::kCertain:
      return "certain";
    case Certainty::kProbable:
      return "probable";
    case Certainty::kPossible:
      return "possible";
  }
  return "possible";
}

std::optional<Level> ParseLevel(std::string_view text) {
  for (const Level level : {Level::kNote, Level::kWarning, Level::kError}) {
    if (text == ToString(level)) return level;
  }
  return std::nullopt;
}

Place Place::InFile(std::string path_in, int page_in) {
  Place place;
  place.path = std::move(path_in);
  place.page = page_in;
  return place;
}

Level Finding::EffectiveLevel() const { return level.value_or(Describe(kind).level); }
std::string Finding::Message() const { return MessageText(*this).Full(); }
std::string Finding::RedactedMessage() const { return MessageText(*this).Redacted(); }

}  // namespace dossier::diagnostics
