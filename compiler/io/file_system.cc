// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/io/file_system.h"

namespace dossier::io {

bool IsPlainRelativePath(std::string_view path) {
  constexpr std::size_t kLongest = 4096;
  if (path.empty() || path.size() > kLongest || path.find('\0') != std::string_view::npos) {
    return false;
  }
  std::size_t begin = 0;
  while (begin <= path.size()) {
    std::size_t end = path.find('/', begin);
    if (end == std::string_view::npos) end = path.size();
    const std::string_view component = path.substr(begin, end - begin);
    if (component.empty() || component == "." || component == "..") return false;
    begin = end + 1;
  }
  return true;
}

}  // namespace dossier::io
