// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/locate.h"

#include <cstdlib>
#include <filesystem>
#include <system_error>

namespace dossier::driver {
namespace {

namespace fs = std::filesystem;

constexpr char kCaseFile[] = "dossier.yaml";

bool HasCase(const fs::path& folder) {
  std::error_code error;
  return fs::exists(folder / kCaseFile, error);
}

fs::path ProgramFolder() {
  std::error_code error;
  return fs::read_symlink("/proc/self/exe", error).parent_path();
}

}  // namespace

Result<std::string> FindCase(const std::string& word) {
  std::error_code error;
  if (!word.empty()) {
    const fs::path path(word);
    if (fs::is_directory(path, error)) {
      if (HasCase(path)) return path.string();
      return Failure{"there is no dossier.yaml in " + word};
    }
    if (path.filename() == kCaseFile && fs::exists(path, error)) {
      return path.parent_path().empty() ? std::string(".") : path.parent_path().string();
    }
    return Failure{fs::exists(path, error) ? word + " is neither a folder nor a dossier.yaml"
                                           : word + " does not exist"};
  }
  const fs::path here = fs::current_path(error);
  if (error) return Failure{"the working directory cannot be read"};
  for (fs::path folder = here;; folder = folder.parent_path()) {
    if (HasCase(folder)) return folder.string();
    if (fs::exists(folder / ".git", error) || folder == folder.parent_path()) break;
  }
  return Failure{"there is no dossier.yaml here or in a folder above"};
}

Result<std::string> FindData() {
  std::error_code error;
  const fs::path program = ProgramFolder();
  for (const fs::path& folder : {program / "../share/dossier", program / "..", fs::path(DOSSIER_DATA_DIR)}) {
    if (fs::is_directory(folder / "rules", error) && fs::is_directory(folder / "templates", error)) {
      return fs::weakly_canonical(folder, error).string();
    }
  }
  return Failure{"the rules and templates that belong to this program are not beside it"};
}

std::string Beside(const std::string& name) { return (ProgramFolder() / name).string(); }

std::string CacheFolder() {
  if (const char* cache = std::getenv("XDG_CACHE_HOME"); cache != nullptr && cache[0] == '/') {
    return std::string(cache) + "/dossier";
  }
  if (const char* home = std::getenv("HOME"); home != nullptr && home[0] == '/') {
    return std::string(home) + "/.cache/dossier";
  }
  return {};
}

}  // namespace dossier::driver
