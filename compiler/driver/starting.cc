// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/starting.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <system_error>
#include <vector>

#include "compiler/compose/model_schema.h"
#include "compiler/driver/explaining.h"
#include "compiler/driver/locate.h"
#include "compiler/foundation/joined.h"
#include "compiler/foundation/result.h"
#include "compiler/io/case_folder.h"
#include "compiler/io/output_folder.h"
#include "compiler/io/standard_output.h"

namespace dossier::driver {
namespace {

constexpr const char* kUsualKind = "appeal-brief";
constexpr std::uint64_t kMostFileBytes = std::uint64_t{64} << 20;

ExitCode Fail(ExitCode code, const std::string& reason) {
  (void)io::WriteStderr("dossier: " + reason + "\n");
  return code;
}

ExitCode Show(const std::string& text) {
  const Result<Done> written = io::WriteStdout(text);
  return written ? ExitCode::kClean : Fail(ExitCode::kOutputFailed, written.failure().reason);
}

/// Copies every file below `from` into `to`, folder by folder.
Result<Done> CopyCase(const std::string& from, const std::string& to) {
  const Result<io::CaseFolder> source = io::CaseFolder::Open(from);
  if (!source) return source.failure();
  const Result<std::vector<io::Entry>> entries = source->List();
  if (!entries) return entries.failure();
  std::map<std::string, std::vector<std::pair<std::string, Bytes>>> folders;
  for (const io::Entry& entry : *entries) {
    if (entry.kind != io::EntryKind::kFile) continue;
    io::ReadResult read = source->Read(entry.path, kMostFileBytes);
    if (!read) return Failure{read.error().reason};
    const std::size_t slash = entry.path.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : entry.path.substr(0, slash);
    const std::string name = slash == std::string::npos ? entry.path : entry.path.substr(slash + 1);
    folders[folder].emplace_back(name, std::move(read).value());
  }
  for (const auto& [folder, files] : folders) {
    Result<io::OutputFolder> target = io::OutputFolder::Open(folder.empty() ? to : to + "/" + folder);
    if (!target) return target.failure();
    std::vector<io::OutputFile> outputs;
    for (const auto& [name, bytes] : files) outputs.push_back({.name = name, .bytes = bytes});
    if (const Result<Done> written = target->WriteAll(outputs); !written) return written.failure();
  }
  return Done{};
}

/// The kinds of documents that a new case can be for.
std::vector<std::string> KindsOfCases(const std::string& folder) {
  std::vector<std::string> kinds;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.is_directory(error)) kinds.push_back(entry.path().filename().string());
  }
  std::sort(kinds.begin(), kinds.end());
  return kinds;
}

}  // namespace

ExitCode Init(const Request& request) {
  const std::string& folder = request.arguments.front();
  std::error_code error;
  if (std::filesystem::exists(folder, error) && !std::filesystem::is_empty(folder, error)) {
    return Fail(ExitCode::kOutputFailed, folder + " is not an empty folder; a case is never written over another");
  }
  const Result<std::string> data = FindData();
  if (!data) return Fail(ExitCode::kOutputFailed, data.failure().reason);
  const std::string new_cases = *data + "/templates/new-case";
  const std::string kind = request.template_name.empty() ? kUsualKind : request.template_name;
  const std::vector<std::string> kinds = KindsOfCases(new_cases);
  if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) {
    return Fail(ExitCode::kUsage, "there is no template \"" + kind + "\"; there are " + Joined(kinds));
  }
  if (request.example && kind != kUsualKind) {
    return Fail(ExitCode::kUsage, "the example is an " + std::string(kUsualKind) + "; leave out --example or --template");
  }
  const Result<Done> copied = CopyCase(request.example ? *data + "/evidence/example" : new_cases + "/" + kind, folder);
  if (!copied) return Fail(ExitCode::kOutputFailed, copied.failure().reason);
  if (request.quiet) return ExitCode::kClean;
  return Show("made " + folder + "\nnext:\n  dossier check " + folder + "\n  dossier build " + folder + " -o out\n");
}

ExitCode ExplainCommand(const Request& request) {
  const Result<std::string> page = ExplainWord(request);
  return page ? Show(*page) : Fail(ExitCode::kUsage, page.failure().reason);
}

ExitCode SchemaCommand(const Request& request) {
  const Result<std::string> data = FindData();
  if (!data) return Fail(ExitCode::kOutputFailed, data.failure().reason);
  const Result<io::CaseFolder> schemas = io::CaseFolder::Open(*data + "/rules/schemas");
  if (!schemas) return Fail(ExitCode::kOutputFailed, schemas.failure().reason);
  const std::string& kind = request.arguments.front();
  if (kind == "model") return Show(compose::DescribeModel());
  if (const io::ReadResult read = schemas->Read(kind + ".schema.json", kMostFileBytes)) return Show(read.value());
  const auto name = [](const io::Entry& entry) { return entry.path.substr(0, entry.path.find('.')); };
  const auto entries = schemas->List();
  const std::string known = entries ? Joined(*entries, ", ", name) : "";
  return Fail(ExitCode::kUsage, "there is no schema \"" + kind + "\"; there are " + known + ", and model, from which templates select");
}

}  // namespace dossier::driver
