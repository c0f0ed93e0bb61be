// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/inspect/zip_names.h"

#include <algorithm>
#include <cstdint>

namespace dossier::inspect {
namespace {

constexpr std::string_view kLocal("PK\3\4");
constexpr std::string_view kEntry("PK\1\2");
constexpr std::string_view kEnd("PK\5\6");

/// A little-endian number of `size` bytes; 0 beyond the end.
std::uint32_t Number(ByteView bytes, std::size_t at, std::size_t size) {
  std::uint32_t number = 0;
  if (at + size > bytes.size()) return 0;
  for (std::size_t i = size; i > 0; --i) {
    number = number << 8 | static_cast<unsigned char>(bytes[at + i - 1]);
  }
  return number;
}

}  // namespace

std::vector<std::string_view> ZipNames(ByteView file) {
  constexpr std::size_t kEndSize = 22;
  constexpr std::size_t kLongestComment = 65'535;
  constexpr std::size_t kEntrySize = 46;
  constexpr std::size_t kMostNames = 10'000;
  std::vector<std::string_view> names;
  if (file.size() < kEndSize) return names;
  const std::size_t window = std::min(file.size(), kEndSize + kLongestComment);
  const std::size_t end = file.substr(file.size() - window).rfind(kEnd);
  if (end == ByteView::npos) return names;
  std::size_t at = Number(file, file.size() - window + end + 16, 4);
  while (names.size() < kMostNames && at < file.size() && file.substr(at, 4) == kEntry) {
    const std::size_t name = Number(file, at + 28, 2);
    const std::size_t extra = Number(file, at + 30, 2);
    const std::size_t comment = Number(file, at + 32, 2);
    if (at + kEntrySize + name > file.size()) break;
    names.push_back(file.substr(at + kEntrySize, name));
    at += kEntrySize + name + extra + comment;
  }
  return names;
}

std::string_view ZipMimeType(ByteView file) {
  constexpr std::size_t kHeadSize = 30;
  constexpr std::string_view kName = "mimetype";
  constexpr std::size_t kLongest = 200;
  if (file.size() < kHeadSize) return {};
  const bool stored = file.substr(0, 4) == kLocal && Number(file, 8, 2) == 0;
  if (!stored || file.substr(kHeadSize, kName.size()) != kName || Number(file, 26, 2) != kName.size()) {
    return {};
  }
  const std::size_t size = std::min<std::size_t>(Number(file, 22, 4), kLongest);
  const std::size_t begin = kHeadSize + kName.size() + Number(file, 28, 2);
  return begin < file.size() ? file.substr(begin, size) : std::string_view();
}

}  // namespace dossier::inspect
