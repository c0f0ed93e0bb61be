// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/file_layout.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <vector>

namespace dossier::pdf::internal {

namespace {

constexpr std::string_view kObjectEnd = "\nendobj\n";

/// The offset that `startxref` gives, when the file ends in the one right way.
std::size_t TableOffset(ByteView pdf) {
  constexpr std::string_view kEnd = "\n%%EOF\n";
  constexpr std::string_view kStart = "\nstartxref\n";
  if (pdf.size() < kEnd.size() || pdf.substr(pdf.size() - kEnd.size()) != kEnd) return 0;
  const std::size_t at = pdf.rfind(kStart);
  if (at == ByteView::npos) return 0;
  const ByteView digits =
      pdf.substr(at + kStart.size(), pdf.size() - kEnd.size() - at - kStart.size());
  if (digits.empty() || digits.size() > 10) return 0;
  std::size_t offset = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return 0;
    offset = offset * 10 + static_cast<std::size_t>(c - '0');
  }
  return offset;
}

/// Everything that can be reached from the trailer.
std::set<QPDFObjGen> Reachable(QPDF& document) {
  std::set<QPDFObjGen> seen;
  std::vector<QPDFObjectHandle> waiting = {document.getTrailer()};
  const auto wait_for = [&](QPDFObjectHandle value) {
    if (value.isIndirect() && !seen.insert(value.getObjGen()).second) return;
    if (value.isDictionary() || value.isArray() || value.isStream()) waiting.push_back(value);
  };
  while (!waiting.empty()) {
    QPDFObjectHandle object = waiting.back();
    waiting.pop_back();
    if (object.isStream()) object = object.getDict();
    if (object.isDictionary()) {
      for (const auto& [key, value] : object.getDictAsMap()) wait_for(value);
    } else {
      const int size = object.getArrayNItems();
      for (int i = 0; i < size; ++i) wait_for(object.getArrayItem(i));
    }
  }
  return seen;
}

}  // namespace

std::string LayoutFault(QPDF& document, ByteView pdf) {
  const std::size_t table_offset = TableOffset(pdf);
  if (table_offset == 0 || table_offset >= pdf.size() ||
      pdf.substr(table_offset, 7) != "xref\n0 ") {
    return "the file does not end as it was written";
  }
  QPDFObjectHandle trailer = document.getTrailer();
  if (trailer.hasKey("/Prev") || trailer.hasKey("/XRefStm")) {
    return "the file has more than one revision";
  }
  const std::set<QPDFObjGen> reachable = Reachable(document);
  std::vector<std::size_t> begins;
  for (const auto& [id, entry] : document.getXRefTable()) {
    if (entry.getType() != 1) return "the file keeps objects inside other objects";
    if (reachable.count(id) == 0) return "the file has an object that nothing uses";
    begins.push_back(static_cast<std::size_t>(entry.getOffset()));
  }
  begins.push_back(table_offset);
  std::sort(begins.begin(), begins.end());
  for (std::size_t i = 1; i < begins.size(); ++i) {
    if (begins[i] > pdf.size() || begins[i] < kObjectEnd.size() ||
        pdf.substr(begins[i] - kObjectEnd.size(), kObjectEnd.size()) != kObjectEnd) {
      return "there is something between the objects of the file";
    }
  }
  return {};
}

}  // namespace dossier::pdf::internal
