// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/signing.h"

#include <filesystem>

#include "compiler/driver/locate.h"
#include "compiler/driver/pdf_work.h"
#include "compiler/driver/showing.h"
#include "compiler/io/case_folder.h"
#include "compiler/io/clock.h"
#include "compiler/io/output_folder.h"
#include "compiler/io/secrets.h"
#include "compiler/sign/sign.h"

namespace dossier::driver {
namespace {

using diagnostics::Finding;
using diagnostics::Kind;
using diagnostics::Place;

constexpr std::uint64_t kMostPdfBytes = std::uint64_t{2} << 30;

Finding Problem(Kind kind, const std::string& file, const std::string& reason) {
  return {.kind = kind, .args = {reason}, .place = Place::InFile(file)};
}

/// The file itself, or one of its name in the folder that was asked for.
std::string TargetOf(const Request& request) {
  const std::string& source = request.arguments.front();
  if (request.output_dir.empty()) return source;
  return (std::filesystem::path(request.output_dir) / std::filesystem::path(source).filename()).string();
}

}  // namespace

Result<crypto::SigningKey> OpenKey(const Request& request) {
  Result<io::PrivateFile> file = io::ReadPrivateFile(request.key);
  if (!file) return file.failure();
  if (const auto problem = crypto::KeyModeProblem(file->mode)) return Failure{*problem};
  Result<crypto::SigningKey> key = crypto::LoadKey(file->bytes, [&]() -> std::optional<std::string> {
    if (request.passphrase_fd >= 0) return io::ReadPassphrase(request.passphrase_fd);
    return io::AskPassphrase("passphrase of the key: ");
  });
  crypto::Cleanse(file->bytes);
  return key;
}

ExitCode SignCommand(const Request& request) {
  const std::string& path = request.arguments.front();
  const io::ReadResult prepared = io::ReadNamedFile(path, kMostPdfBytes);
  if (!prepared) return Refuse(ExitCode::kNotLoaded, path + ": " + prepared.error().reason);
  const Result<pdf::SignatureHole> hole = FindHoleInWorker(prepared.value());
  if (!hole) {
    return RefuseWith(ExitCode::kOutputFailed, Problem(Kind::kSignatureFailed, path, hole.failure().reason), {});
  }
  const Result<crypto::SigningKey> key = OpenKey(request);
  if (!key) return RefuseWith(ExitCode::kOutputFailed, Problem(Kind::kKeyUnusable, request.key, key.failure().reason), {});
  const Result<Bytes> signed_file = sign::Sign(prepared.value(), *hole, *key, io::SystemClock().UnixSeconds());
  if (!signed_file) {
    return RefuseWith(ExitCode::kOutputFailed, Problem(Kind::kSignatureFailed, path, signed_file.failure().reason), {});
  }
  const std::string target = TargetOf(request);
  const ExitCode written = ShowResult(*signed_file, target);
  if (written != ExitCode::kClean || request.quiet) return written;
  return ShowResult("signed: " + target + "\n", "");
}

}  // namespace dossier::driver
