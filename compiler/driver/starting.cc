// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/starting.h"

#include <filesystem>
#include <map>
#include <string>
#include <system_error>
#include <vector>

#include "compiler/compose/model_schema.h"
#include "compiler/driver/explaining.h"
#include "compiler/driver/locate.h"
#include "compiler/foundation/result.h"
#include "compiler/io/case_folder.h"
#include "compiler/io/output_folder.h"
#include "compiler/io/standard_output.h"

namespace dossier::driver {
namespace {

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

}  // namespace

ExitCode Init(const Request& request) {
  const std::string& folder = request.arguments.front();
  std::error_code error;
  if (std::filesystem::exists(folder, error) && !std::filesystem::is_empty(folder, error)) {
    return Fail(ExitCode::kOutputFailed, folder + " is not an empty folder; a case is never written over another");
  }
  if (!request.template_name.empty() && request.template_name != "appeal-brief") {
    return Fail(ExitCode::kUsage, "there is no template \"" + request.template_name + "\"; there is appeal-brief");
  }
  const Result<std::string> data = FindData();
  if (!data) return Fail(ExitCode::kOutputFailed, data.failure().reason);
  const Result<Done> copied = CopyCase(*data + (request.example ? "/evidence/example" : "/templates/new-case"), folder);
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
  std::string known;
  if (const auto entries = schemas->List()) {
    for (const io::Entry& entry : *entries) known += (known.empty() ? "" : ", ") + entry.path.substr(0, entry.path.find('.'));
  }
  return Fail(ExitCode::kUsage, "there is no schema \"" + kind + "\"; there are " + known + ", and model, from which templates select");
}

}  // namespace dossier::driver
