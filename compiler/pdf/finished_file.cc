// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/finished_file.h"

#include <algorithm>
#include <qpdf/QPDFNameTreeObjectHelper.hh>
#include <set>
#include <stdexcept>

#include "compiler/pdf/active_content.h"
#include "compiler/pdf/file_layout.h"
#include "compiler/pdf/open.h"
#include "compiler/pdf/page_labels.h"
#include "compiler/pdf/signature_place.h"
#include "compiler/pdf/signature_slot.h"

namespace dossier::pdf {

namespace {

std::string Trimmed(std::string_view slot) { return std::string(slot.substr(0, slot.find(' '))); }

/// Reads one file; the parts of the product are filled one after the other.
struct Reader {
  QPDF& document;
  ByteView bytes;
  FinishedFile file{};
  std::map<QPDFObjGen, int> page_of{};
  std::set<std::string> forbidden{};
  std::set<QPDFObjGen> widgets{};

  void ReadPages();
  void ReadAnnotation(QPDFObjectHandle annotation, int page);
  void ReadDestinations();
  void ReadBookmarks(QPDFObjectHandle parent, int level, std::set<QPDFObjGen>& seen);
  void ReadSignature();
  void ReadManifest();
};

void Reader::ReadAnnotation(QPDFObjectHandle annotation, int page) {
  if (!annotation.isDictionary()) {
    forbidden.insert("annotation that cannot be read");
    return;
  }
  QPDFObjectHandle subtype = annotation.getKey("/Subtype");
  const std::string kind = subtype.isName() ? subtype.getName().substr(1) : "none";
  if (kind == "Widget") {
    ++file.widgets;
    widgets.insert(annotation.getObjGen());
    return;
  }
  if (kind != "Link" || annotation.hasKey("/AP")) {
    forbidden.insert("annotation " + kind);
    return;
  }
  FinishedFile::Link link{.page = page, .destination = {}};
  QPDFObjectHandle destination = annotation.getKey("/Dest");
  QPDFObjectHandle action = annotation.getKey("/A");
  if (destination.isString()) {
    link.destination = destination.getStringValue();
  } else if (!action.isDictionary() || !action.getKey("/S").isNameAndEquals("/URI")) {
    forbidden.insert("link with an action of another kind");
  }
  file.links.push_back(std::move(link));
}

void Reader::ReadPages() {
  const std::vector<QPDFObjectHandle>& pages = internal::PagesOf(document);
  file.page_count = static_cast<int>(pages.size());
  file.labels = internal::LabelsOf(document, file.page_count);
  int page_index = 0;
  for (QPDFObjectHandle page : pages) {
    page_of[page.getObjGen()] = page_index;
    QPDFObjectHandle annotations = page.getKey("/Annots");
    if (annotations.isArray()) {
      const int count = annotations.getArrayNItems();
      for (int i = 0; i < count; ++i) ReadAnnotation(annotations.getArrayItem(i), page_index);
    } else if (!annotations.isNull()) {
      forbidden.insert("annotation that cannot be read");
    }
    ++page_index;
  }
}

void Reader::ReadDestinations() {
  QPDFObjectHandle names = document.getRoot().getKey("/Names");
  if (!names.isDictionary() || !names.getKey("/Dests").isDictionary()) return;
  QPDFNameTreeObjectHelper tree(names.getKey("/Dests"), document, /*auto_repair=*/false);
  for (auto& [name, entry] : tree.getAsMap()) {
    QPDFObjectHandle value = entry;
    const bool good = value.isArray() && value.getArrayNItems() >= 2;
    const auto page = good ? page_of.find(value.getArrayItem(0).getObjGen()) : page_of.end();
    if (page == page_of.end()) throw std::runtime_error("a destination leads to no page");
    file.destinations[name] = page->second;
  }
}

void Reader::ReadBookmarks(QPDFObjectHandle parent, int level, std::set<QPDFObjGen>& seen) {
  constexpr int kMaxLevel = 32;
  if (!parent.isDictionary() || level > kMaxLevel) return;
  for (QPDFObjectHandle item = parent.getKey("/First");
       item.isDictionary() && seen.insert(item.getObjGen()).second; item = item.getKey("/Next")) {
    Bookmark bookmark{.level = level, .title = {}, .destination = {}};
    if (item.getKey("/Title").isString()) bookmark.title = item.getKey("/Title").getUTF8Value();
    if (item.getKey("/Dest").isString()) {
      bookmark.destination = item.getKey("/Dest").getStringValue();
    }
    file.bookmarks.push_back(std::move(bookmark));
    ReadBookmarks(item, level + 1, seen);
  }
}

bool AllowsNoChange(QPDFObjectHandle signature) {
  QPDFObjectHandle references = signature.getKey("/Reference");
  if (!references.isArray() || references.getArrayNItems() != 1) return false;
  QPDFObjectHandle reference = references.getArrayItem(0);
  if (!reference.isDictionary()) return false;
  QPDFObjectHandle rules = reference.getKey("/TransformParams");
  return reference.getKey("/TransformMethod").isNameAndEquals("/DocMDP") && rules.isDictionary() &&
         rules.getKey("/P").isInteger() && rules.getKey("/P").getIntValue() == 1;
}

void Reader::ReadSignature() {
  QPDFObjectHandle catalog = document.getRoot();
  QPDFObjectHandle form = catalog.getKey("/AcroForm");
  if (!form.isDictionary()) return;
  FinishedFile::Signature& facts = file.signature;
  QPDFObjectHandle flags = form.getKey("/SigFlags");
  if (flags.isInteger() && flags.getIntValue() == 3) facts.flags = 3;
  QPDFObjectHandle fields = form.getKey("/Fields");
  if (!fields.isArray()) return;
  facts.fields = fields.getArrayNItems();
  if (facts.fields != 1) return;
  QPDFObjectHandle field = fields.getArrayItem(0);
  if (!field.isDictionary() || !field.getKey("/FT").isNameAndEquals("/Sig")) return;
  facts.on_a_page = widgets.count(field.getObjGen()) != 0;
  facts.is_signed = field.getKey("/V").isDictionary();
  facts.prepared = field.getKey(Trimmed(kPreparedValueKey)).isDictionary();
  if (!facts.is_signed && !facts.prepared) return;
  QPDFObjectHandle signature = field.getKey(facts.is_signed ? "/V" : Trimmed(kPreparedValueKey));
  QPDFObjectHandle permissions =
      catalog.getKey(facts.is_signed ? "/Perms" : Trimmed(kPreparedPermissionsKey));
  facts.certifies = permissions.isDictionary() && signature.isIndirect() &&
                    permissions.getKey("/DocMDP").getObjGen() == signature.getObjGen() &&
                    AllowsNoChange(signature);
  if (signature.getKey("/SubFilter").isName()) {
    facts.filter = signature.getKey("/SubFilter").getName().substr(1);
  }
  if (signature.getKey("/M").isString()) facts.date = signature.getKey("/M").getStringValue();
  try {
    facts.place = facts.is_signed ? internal::MeasureFilled(document, field, signature, bytes)
                                  : internal::MeasurePrepared(document, field, signature, bytes);
  } catch (const std::exception& error) {
    facts.place_fault = internal::Reason(error);
  }
}

void Reader::ReadManifest() {
  QPDFObjectHandle stream = document.getRoot().getKey(std::string(kManifestKey));
  if (!stream.isStream() || stream.getDict().hasKey("/Filter")) return;
  const std::shared_ptr<Buffer> data = stream.getStreamData();
  file.manifest.assign(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
}

}  // namespace

Result<FinishedFile> ReadFinished(const OpenedFile& opened) {
  QPDF& document = *opened.state().document;
  try {
    Reader reader{.document = document, .bytes = opened.bytes()};
    for (QPDFObjectHandle& object : internal::ObjectsOf(document)) {
      internal::AddActiveContent(object, reader.forbidden);
    }
    reader.ReadPages();
    reader.ReadDestinations();
    std::set<QPDFObjGen> seen;
    reader.ReadBookmarks(document.getRoot().getKey("/Outlines"), 1, seen);
    reader.ReadSignature();
    reader.ReadManifest();
    reader.file.layout_fault = internal::LayoutFault(document, opened.bytes());
    if (internal::HasComplaints(document)) return Failure{"the file is damaged"};
    reader.file.forbidden.assign(reader.forbidden.begin(), reader.forbidden.end());
    return std::move(reader.file);
  } catch (const std::exception& error) {
    return Failure{internal::Reason(error)};
  }
}

Result<FinishedFile> ReadFinished(ByteView pdf) {
  const Result<OpenedFile> opened = OpenedFile::Open(pdf);
  if (!opened) return opened.failure();
  return ReadFinished(*opened);
}

}  // namespace dossier::pdf
