// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/capture/warc_record.h"

#include <algorithm>
#include <charconv>

namespace dossier::capture {
namespace {

bool SameName(std::string_view a, std::string_view b) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(),
                                            [&](char x, char y) { return lower(x) == lower(y); });
}

std::string_view Trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") - begin + 1);
}

}  // namespace

std::string_view FieldOf(const Fields& fields, std::string_view name) {
  for (const auto& [field, value] : fields) {
    if (SameName(field, name)) return value;
  }
  return {};
}

std::optional<Head> ReadHead(ByteView bytes) {
  constexpr std::size_t kMostLines = 1'000;
  constexpr std::size_t kLongestLine = std::size_t{1} << 16;
  Head head;
  for (std::size_t lines = 0; lines < kMostLines; ++lines) {
    const std::size_t end = bytes.substr(head.size, kLongestLine).find('\n');
    if (end == ByteView::npos) return std::nullopt;
    std::string_view line = bytes.substr(head.size, end);
    head.size += end + 1;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) return head;
    const bool folded = line.front() == ' ' || line.front() == '\t';
    if (folded && !head.fields.empty()) {
      head.fields.back().second += " " + std::string(Trim(line));
      continue;
    }
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    head.fields.emplace_back(Trim(line.substr(0, colon)), Trim(line.substr(colon + 1)));
  }
  return std::nullopt;
}

Result<WarcRecord> ReadWarcRecord(ByteView bytes) {
  if (!bytes.starts_with("WARC/")) return Failure{"bytes that are no record"};
  const std::size_t first = bytes.substr(0, 100).find('\n');
  if (first == ByteView::npos) return Failure{"a record without a head"};
  auto head = ReadHead(bytes.substr(first + 1));
  if (!head) return Failure{"a record whose head cannot be read"};
  WarcRecord record;
  record.fields = std::move(head->fields);
  const std::string_view length = record.Field("Content-Length");
  std::uint64_t size = 0;
  const auto [end, error] = std::from_chars(length.data(), length.data() + length.size(), size);
  const bool stated = error == std::errc() && end == length.data() + length.size();
  if (length.empty() || !stated) return Failure{"a record that does not say how long it is"};
  const std::size_t begin = first + 1 + head->size;
  if (size > bytes.size() - begin) return Failure{"a record that is cut off"};
  record.block = bytes.substr(begin, size);
  record.size = begin + size;
  // Two line ends close a record; some programs leave them out at the end.
  while (record.size < bytes.size() && (bytes[record.size] == '\r' || bytes[record.size] == '\n')) {
    ++record.size;
  }
  return record;
}

}  // namespace dossier::capture
