// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/load/text_file.h"

#include "compiler/diagnostics/source_check.h"

namespace dossier::load {
namespace {

using diagnostics::Kind;
using diagnostics::Number;

diagnostics::Finding Refusal(const io::ReadError& error, std::string_view path,
                             std::string_view shown) {
  diagnostics::Finding finding;
  finding.place = diagnostics::Place::InFile(std::string(shown));
  switch (error.kind) {
    case io::ReadErrorKind::kEscapes:
      finding.kind = Kind::kPathEscapes;
      finding.args = {path};
      break;
    case io::ReadErrorKind::kNotRegular:
      finding.kind = Kind::kNotARegularFile;
      finding.args = {error.reason};
      break;
    case io::ReadErrorKind::kTooLarge:
      finding.kind = Kind::kFileTooLarge;
      finding.args = {Number(static_cast<long long>(error.size)),
                      Number(static_cast<long long>(diagnostics::kMaxSourceBytes))};
      finding.hint = "split it into several files";
      break;
    case io::ReadErrorKind::kMissing:
    case io::ReadErrorKind::kUnreadable:
      finding.kind = Kind::kFileUnreadable;
      finding.args = {error.reason};
      break;
  }
  return finding;
}

}  // namespace

std::optional<std::uint32_t> ReadSource(const io::FileSystem& files, std::string_view path,
                                        std::string_view shown, diagnostics::Sources& sources,
                                        diagnostics::Sink& sink) {
  io::ReadResult text = files.Read(path, diagnostics::kMaxSourceBytes);
  if (!text) {
    sink.Report(Refusal(text.error(), path, shown));
    return std::nullopt;
  }
  return sources.Add(std::string(shown), std::move(text).value());
}

}  // namespace dossier::load
