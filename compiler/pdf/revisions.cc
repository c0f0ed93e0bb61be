// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <charconv>
#include <set>

#include "compiler/pdf/describe.h"

namespace dossier::pdf::internal {
namespace {

constexpr std::size_t kMostSections = 10'000;

/// The number behind `word` at or after `at`, before `end`; npos when there is none.
std::size_t NumberBehind(ByteView pdf, std::string_view word, std::size_t at, std::size_t end) {
  const std::size_t found = pdf.substr(0, end).find(word, at);
  if (found == ByteView::npos) return ByteView::npos;
  std::size_t begin = found + word.size();
  while (begin < end &&
         (pdf[begin] == ' ' || pdf[begin] == '\n' || pdf[begin] == '\r' || pdf[begin] == '\t')) {
    ++begin;
  }
  std::size_t number = 0;
  const auto [behind, error] = std::from_chars(pdf.data() + begin, pdf.data() + end, number);
  return error == std::errc() ? number : ByteView::npos;
}

/// Offset of the section before the one at `offset`; npos for the first.
std::size_t SectionBefore(ByteView pdf, std::size_t offset) {
  std::size_t begin = offset;
  std::string_view closing = "stream";
  const std::size_t table = pdf.substr(0, std::min(pdf.size(), offset + 16)).find("xref", offset);
  if (table != ByteView::npos) {
    begin = pdf.find("trailer", offset);
    closing = "startxref";
  }
  if (begin == ByteView::npos) return ByteView::npos;
  const std::size_t end = std::min(pdf.find(closing, begin), pdf.size());
  return NumberBehind(pdf, "/Prev", begin, end);
}

}  // namespace

int CountRevisions(ByteView pdf) {
  const std::size_t last = pdf.rfind("startxref");
  if (last == ByteView::npos) return 1;
  std::size_t offset = NumberBehind(pdf, "startxref", last, pdf.size());
  std::set<std::size_t> seen;  // a chain may be made to loop
  while (offset < pdf.size() && seen.size() < kMostSections && seen.insert(offset).second) {
    offset = SectionBefore(pdf, offset);
  }
  const bool linearised = pdf.substr(0, 1024).find("/Linearized") != ByteView::npos;
  const int sections = static_cast<int>(seen.size()) - (linearised ? 1 : 0);
  return std::max(sections, 1);
}

SignatureState StateOf(QPDFObjectHandle signature, std::size_t file_size) {
  QPDFObjectHandle range = signature.getKey("/ByteRange");
  if (!range.isArray() || range.getArrayNItems() != 4) return SignatureState::kBroken;
  long long number[4] = {};
  for (int i = 0; i < 4; ++i) {
    if (!range.getArrayItem(i).isInteger()) return SignatureState::kBroken;
    number[i] = range.getArrayItem(i).getIntValue();
    if (number[i] < 0 || number[i] > (1LL << 40)) return SignatureState::kBroken;
  }
  const auto size = static_cast<long long>(file_size);
  const long long end = number[2] + number[3];
  if (number[0] != 0 || number[2] <= number[1] || end > size) return SignatureState::kBroken;
  return end == size ? SignatureState::kWholeFile : SignatureState::kEarlierRevision;
}

std::string IsoDate(std::string_view date) {
  if (date.starts_with("D:")) date.remove_prefix(2);
  std::string iso;
  constexpr std::pair<std::size_t, const char*> kParts[] = {{4, ""},  {2, "-"}, {2, "-"},
                                                            {2, "T"}, {2, ":"}, {2, ":"}};
  for (const auto& [length, before] : kParts) {
    const std::string_view part = date.substr(0, std::min(length, date.size()));
    const bool digits = part.size() == length && std::all_of(part.begin(), part.end(), [](char c) {
                          return c >= '0' && c <= '9';
                        });
    if (!digits) break;
    iso += before;
    iso += part;
    date.remove_prefix(length);
  }
  if (iso.size() == 13) iso.resize(10);  // an hour alone is no time of ISO 8601
  if (iso.size() < 16) return iso.size() < 4 ? std::string() : iso;
  if (date.starts_with('Z')) return iso + "Z";
  const bool zone = date.size() >= 3 && (date[0] == '+' || date[0] == '-') && date[1] >= '0' &&
                    date[1] <= '9' && date[2] >= '0' && date[2] <= '9';
  if (!zone) return iso;
  const bool minutes = date.size() >= 6 && date[3] == '\'' && date[4] >= '0' && date[4] <= '5' &&
                       date[5] >= '0' && date[5] <= '9';
  return iso + std::string(date.substr(0, 3)) + ":" +
         (minutes ? std::string(date.substr(4, 2)) : "00");
}

}  // namespace dossier::pdf::internal
