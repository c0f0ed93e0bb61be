// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "compiler/pdf/conformance/inspection.h"
#include "compiler/pdf/describe.h"

namespace dossier::pdf::internal {

namespace {

/// A key of the information dictionary and the property that must say the same (ISO 19005-1:2005,
/// table 1).
struct Pair {
  const char* key;
  const char* property;
  bool is_date;
};
constexpr Pair kPairs[] = {
    {"/Title", "dc:title", false},         {"/Author", "dc:creator", false},
    {"/Subject", "dc:description", false}, {"/Keywords", "pdf:Keywords", false},
    {"/Creator", "xmp:CreatorTool", false}, {"/Producer", "pdf:Producer", false},
    {"/CreationDate", "xmp:CreateDate", true}, {"/ModDate", "xmp:ModifyDate", true}};

/// One spelling for one time.
std::string Normal(std::string date) {
  if (date.ends_with("Z")) date.replace(date.size() - 1, 1, "+00:00");
  return date;
}

bool Agree(const std::string& said, const std::vector<std::string>& values, bool is_date) {
  if (said.empty()) return values.empty();
  return std::any_of(values.begin(), values.end(), [&](const std::string& value) {
    return is_date ? Normal(value) == Normal(said) : value == said;
  });
}

void CompareWithInfo(Inspection& inspection, const std::string& packet) {
  QPDFObjectHandle info = inspection.document.getTrailer().getKey("/Info");
  for (const Pair& pair : kPairs) {
    std::string said = info.isDictionary() ? TextOf(info.getKey(pair.key)) : "";
    if (pair.is_date) said = IsoDate(said);
    if (!Agree(said, XmpValues(packet, pair.property), pair.is_date)) {
      inspection.Report(Rule::kXmpDiffers, -1, pair.key + 1);
    }
  }
}

}  // namespace

void CheckMetadata(Inspection& inspection) {
  QPDFObjectHandle catalog = inspection.document.getRoot();
  QPDFObjectHandle preferences = catalog.getKey("/ViewerPreferences");
  const bool shown = preferences.isDictionary() && preferences.getKey("/DisplayDocTitle").isBool() &&
                     preferences.getKey("/DisplayDocTitle").getBoolValue();
  if (!shown) inspection.Report(Rule::kTitleNotShown, -1);
  QPDFObjectHandle metadata = catalog.getKey("/Metadata");
  std::string packet;
  const bool read = metadata.isStream() && inspection.streams.Append(metadata, packet);
  const bool archive = inspection.archive == Archive::kPdfA1b;
  // Whoever looks for it in an archive does not unpack streams first (ISO 19005-1:2005, 6.7.2).
  if (!read || (archive && metadata.getDict().hasKey("/Filter"))) {
    inspection.Report(Rule::kNoXmp, -1);
  }
  if (XmpValues(packet, "dc:title").empty()) inspection.Report(Rule::kXmpWithoutTitle, -1);
  CompareWithInfo(inspection, packet);
  const std::vector<std::string> part = XmpValues(packet, "pdfaid:part");
  const std::vector<std::string> level = XmpValues(packet, "pdfaid:conformance");
  if (archive && (part != std::vector<std::string>{"1"} || level.size() != 1)) {
    inspection.Report(Rule::kClaimMissing, -1);
  }
}

}  // namespace dossier::pdf::internal
