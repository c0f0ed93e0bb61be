// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/chosen_file.h"

#include <cstdint>
#include <optional>
#include <vector>

#include "compiler/foundation/joined.h"
#include "compiler/foundation/suggest.h"

namespace dossier::driver {
namespace {

constexpr std::uint64_t kMostBytes = std::uint64_t{4} << 20;

Result<io::CaseFolder> OpenInstalled(const Session& session, const Choice& choice) {
  return io::CaseFolder::Open(session.data + "/" + std::string(choice.folder));
}

/// What the installation has to choose from.
std::vector<std::string> InstalledNames(const Session& session, const Choice& choice) {
  std::vector<std::string> names;
  const Result<io::CaseFolder> folder = OpenInstalled(session, choice);
  if (!folder) return names;
  const auto entries = folder->List();
  if (!entries) return names;
  for (const io::Entry& entry : *entries) {
    if (!entry.path.ends_with(choice.suffix) || entry.path.find('/') != std::string::npos) continue;
    names.push_back(entry.path.substr(0, entry.path.size() - choice.suffix.size()));
  }
  return names;
}

}  // namespace

ChosenFile ReadChosen(const Session& session, const Choice& choice) {
  const bool own = choice.name.value.ends_with(choice.suffix);
  const std::string path = own ? choice.name.value : choice.name.value + std::string(choice.suffix);
  const bool plain = io::IsPlainRelativePath(path) && (own || path.find('/') == std::string::npos);
  if (!plain) return {.shown = path, .read = io::ReadResult(io::ReadError{})};
  if (own) return {.shown = path, .read = session.files->Read(path, kMostBytes)};
  const std::string shown = std::string(choice.folder) + "/" + path;
  const Result<io::CaseFolder> folder = OpenInstalled(session, choice);
  if (!folder) return {.shown = shown, .read = io::ReadResult(io::ReadError{})};
  return {.shown = shown, .read = folder->Read(path, kMostBytes)};
}

void ReportUnknownChoice(Session& session, const Choice& choice, diagnostics::Kind unknown) {
  const std::vector<std::string> names = InstalledNames(session, choice);
  const std::optional<std::string> near =
      Closest(choice.name.value, std::vector<std::string_view>(names.begin(), names.end()));
  session.sink.Report({.kind = unknown,
                       .args = {choice.name.value},
                       .place = choice.name.span,
                       .hint = diagnostics::Text(near ? "did you mean {0}?" : "there is {0}",
                                                 {diagnostics::Id(near.value_or(Joined(names)))})});
}

}  // namespace dossier::driver
