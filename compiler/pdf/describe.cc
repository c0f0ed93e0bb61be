// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/describe.h"

#include "compiler/pdf/content/streams.h"

namespace dossier::pdf::internal {
namespace {

std::string TextAt(QPDFObjectHandle dictionary, const char* key) {
  if (!dictionary.isDictionary()) return {};
  QPDFObjectHandle value = dictionary.getKey(key);
  return value.isString() ? value.getUTF8Value() : std::string();
}

std::string PacketOf(QPDF& document) {
  constexpr std::size_t kLongest = std::size_t{1} << 20;
  QPDFObjectHandle metadata = document.getRoot().getKey("/Metadata");
  if (!metadata.isStream()) return {};
  content::Streams streams;
  return streams.Beginning(metadata,
                           [](std::string_view so_far) { return so_far.size() < kLongest; });
}

void AddAll(const std::vector<std::string>& values, std::vector<std::string>& list) {
  for (const std::string& value : values) AddOnce(value, list);
}

void TakeFirst(const std::vector<std::string>& values, std::string& target) {
  if (target.empty() && !values.empty()) target = values.front();
}

}  // namespace

void Describe(QPDF& document, ByteView pdf, SelfDescription& self) {
  QPDFObjectHandle info = document.getTrailer().getKey("/Info");
  self.title = TextAt(info, "/Title");
  AddOnce(TextAt(info, "/Author"), self.authors);
  AddOnce(TextAt(info, "/Creator"), self.tools);
  AddOnce(TextAt(info, "/Producer"), self.tools);
  self.created = IsoDate(TextAt(info, "/CreationDate"));
  self.modified = IsoDate(TextAt(info, "/ModDate"));
  self.language = TextAt(document.getRoot(), "/Lang");
  const std::string packet = PacketOf(document);
  TakeFirst(XmpValues(packet, "dc:title"), self.title);
  AddAll(XmpValues(packet, "dc:creator"), self.authors);
  AddAll(XmpValues(packet, "xmp:CreatorTool"), self.tools);
  AddAll(XmpValues(packet, "pdf:Producer"), self.tools);
  TakeFirst(XmpValues(packet, "xmp:CreateDate"), self.created);
  TakeFirst(XmpValues(packet, "xmp:ModifyDate"), self.modified);
  TakeFirst(XmpValues(packet, "dc:language"), self.language);
  self.revisions = CountRevisions(pdf);
}

}  // namespace dossier::pdf::internal
