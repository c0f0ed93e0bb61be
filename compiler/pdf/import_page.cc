// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/import_page.h"

#include <algorithm>
#include <array>
#include <qpdf/Pl_Flate.hh>
#include <qpdf/Pl_String.hh>
#include <qpdf/QPDFAcroFormDocumentHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>

#include "compiler/pdf/active_content.h"
#include "compiler/pdf/open.h"
#include "compiler/pdf/strip_marks.h"

namespace dossier::pdf::internal {

namespace {

// Keys of stream dictionaries that show something else than the content (optional content,
// replacements for print, other documents), reach out of the file, or carry data beside it. Names
// of resources never stand in a stream dictionary, so the names alone decide.
constexpr std::array<const char*, 18> kDropFromStreams = {
    "/OC",       "/OPI",       "/Ref",          "/AF",
    "/Metadata", "/PieceInfo", "/StructParent", "/StructParents",
    "/F",        "/FFilter",   "/FDecodeParms", "/Alternates",
    "/Measure",  "/PtData",    "/LastModified", "/Subtype2",
    "/PS",       "/DL"};

bool HasAppearance(QPDFObjectHandle page) {
  QPDFObjectHandle annotations = page.getKey("/Annots");
  if (!annotations.isArray()) return false;
  const int count = annotations.getArrayNItems();
  for (int i = 0; i < count; ++i) {
    QPDFObjectHandle annotation = annotations.getArrayItem(i);
    if (!annotation.isDictionary()) continue;
    if (annotation.hasKey("/AP") || annotation.getKey("/Subtype").isNameAndEquals("/Widget")) {
      return true;
    }
  }
  return false;
}

std::string Deflate(const std::string& data) {
  std::string compressed;
  Pl_String end("compressed", nullptr, compressed);
  Pl_Flate flate("flate", &end, Pl_Flate::a_deflate);
  flate.writeString(data);
  flate.finish();
  return compressed;
}

}  // namespace

QPDFObjectHandle CompressedStream(QPDF& document, const std::string& data) {
  QPDFObjectHandle stream = QPDFObjectHandle::newStream(&document, Deflate(data));
  stream.getDict().replaceKey("/Filter", QPDFObjectHandle::newName("/FlateDecode"));
  return stream;
}

PageImporter::PageImporter(QPDF& source, QPDF& target) : source_(source), target_(target) {
  const std::vector<QPDFObjectHandle>& pages = PagesOf(source);
  if (std::none_of(pages.begin(), pages.end(), HasAppearance)) return;
  QPDFAcroFormDocumentHelper(source).generateAppearancesIfNeeded();
  QPDFPageDocumentHelper(source).flattenAnnotations(0, an_invisible | an_hidden | an_no_view);
}

/// The page's content as one stream that belongs to this page alone.
QPDFObjectHandle PageImporter::ContentOf(QPDFObjectHandle page) {
  QPDFObjectHandle contents = page.getKey("/Contents");
  if (contents.isArray() && contents.getArrayNItems() == 1) contents = contents.getArrayItem(0);
  if (contents.isStream()) {
    const bool first_use = used_contents_.insert(contents.getObjGen()).second;
    // A stream that is also an XObject must keep its dictionary for that use.
    const bool own = first_use && !contents.getDict().hasKey("/Subtype");
    QPDFObjectHandle content = own ? contents : contents.copyStream();
    if (content::UsesLzw(content)) CleanStream(content);
    return content;
  }
  std::string joined;
  if (contents.isArray()) {
    Pl_String pipeline("contents", nullptr, joined);
    QPDFPageObjectHelper(page).pipeContents(&pipeline);
  }
  return CompressedStream(source_, joined);
}

/// The content of `stream` without marks, when it has any and can be read.
std::optional<std::string> PageImporter::Unmarked(QPDFObjectHandle stream,
                                                  QPDFObjectHandle resources) {
  std::string content;
  if (!streams_.Append(stream, content)) return std::nullopt;
  QPDFObjectHandle properties =
      resources.isDictionary() ? resources.getKey("/Properties") : QPDFObjectHandle::newNull();
  return WithoutMarks(content, properties);
}

/// Takes the marks out of content streams, and gives LZW, which an archive may not keep (ISO
/// 19005-3:2012, 6.1.7.2), another compression.
void PageImporter::CleanStream(QPDFObjectHandle stream) {
  QPDFObjectHandle keys = stream.getDict();
  const bool draws = keys.getKey("/Subtype").isNameAndEquals("/Form") || keys.hasKey("/PatternType");
  std::optional<std::string> data;
  if (draws) data = Unmarked(stream, keys.getKey("/Resources"));
  if (std::string plain; !data && content::UsesLzw(stream) && streams_.Append(stream, plain)) {
    data = std::move(plain);
  }
  if (data) {
    stream.replaceStreamData(Deflate(*data), QPDFObjectHandle::newName("/FlateDecode"),
                             QPDFObjectHandle::newNull());
  }
}

void PageImporter::CleanOne(QPDFObjectHandle object, std::vector<QPDFObjectHandle>& waiting) {
  const auto wait_for = [&](QPDFObjectHandle& value) {
    if (!value.isDictionary() && !value.isArray() && !value.isStream()) return;
    if (!value.isIndirect() || cleaned_.insert(value.getObjGen()).second) waiting.push_back(value);
  };
  if (object.isStream()) {
    CleanStream(object);
    object = object.getDict();
    for (const char* key : kDropFromStreams) object.removeKey(key);
  }
  if (object.isDictionary()) {
    for (auto& [key, entry] : object.getDictAsMap()) {
      QPDFObjectHandle value = entry;
      if (IsActive(value)) {
        object.removeKey(key);
      } else {
        wait_for(value);
      }
    }
  } else if (object.isArray()) {
    const int size = object.getArrayNItems();
    for (int i = 0; i < size; ++i) {
      QPDFObjectHandle value = object.getArrayItem(i);
      if (IsActive(value)) {
        object.setArrayItem(i, QPDFObjectHandle::newNull());
      } else {
        wait_for(value);
      }
    }
  }
}

void PageImporter::Clean(QPDFObjectHandle resources) {
  std::vector<QPDFObjectHandle> waiting;
  if (!resources.isIndirect() || cleaned_.insert(resources.getObjGen()).second) {
    waiting.push_back(resources);
  }
  while (!waiting.empty()) {
    const QPDFObjectHandle next = waiting.back();
    waiting.pop_back();
    CleanOne(next, waiting);
  }
}

PageImporter::Form PageImporter::Import(QPDFObjectHandle page) {
  Form form{.object = {}, .geometry = GeometryOf(page)};
  QPDFObjectHandle resources = Inherited(page, "/Resources");
  if (!resources.isDictionary()) resources = QPDFObjectHandle::newDictionary();
  QPDFObjectHandle content = ContentOf(page);
  if (const std::optional<std::string> clean = Unmarked(content, resources)) {
    content = CompressedStream(source_, *clean);
  }
  QPDFObjectHandle old_keys = content.getDict();
  QPDFObjectHandle keys = QPDFObjectHandle::newDictionary();
  for (const char* key : {"/Filter", "/DecodeParms", "/Length"}) {
    if (old_keys.hasKey(key)) keys.replaceKey(key, old_keys.getKey(key));
  }
  keys.replaceKey("/Type", QPDFObjectHandle::newName("/XObject"));
  keys.replaceKey("/Subtype", QPDFObjectHandle::newName("/Form"));
  const auto number = [](double value) { return QPDFObjectHandle::newReal(Number(value)); };
  keys.replaceKey("/BBox", QPDFObjectHandle::newArray(
                               {number(form.geometry.left), number(form.geometry.bottom),
                                number(form.geometry.right), number(form.geometry.top)}));
  Clean(resources);
  keys.replaceKey("/Resources", resources);
  QPDFObjectHandle group = page.getKey("/Group");
  if (group.isDictionary()) {
    Clean(group);
    keys.replaceKey("/Group", group);
  }
  content.replaceDict(keys);
  form.object = target_.copyForeignObject(content);
  return form;
}

std::string Placement(const PageGeometry& geometry, double left, double bottom, double right,
                      double top, const std::string& name) {
  const double scale =
      std::min({1.0, (right - left) / geometry.Width(), (top - bottom) / geometry.Height()});
  const double x = left + (right - left - scale * geometry.Width()) / 2;
  const double y = bottom + (top - bottom - scale * geometry.Height()) / 2;
  // Turns the box upright with its lower left corner at the origin; rows as in ISO 32000-1, 8.3.3.
  std::array<double, 6> turn = {1, 0, 0, 1, -geometry.left, -geometry.bottom};
  if (geometry.rotation == 90) turn = {0, -1, 1, 0, -geometry.bottom, geometry.right};
  if (geometry.rotation == 180) turn = {-1, 0, 0, -1, geometry.right, geometry.top};
  if (geometry.rotation == 270) turn = {0, 1, -1, 0, geometry.top, -geometry.left};
  std::string content = "q";
  for (std::size_t i = 0; i < turn.size(); ++i) {
    content += ' ';
    content += Number(turn[i] * scale + (i == 4 ? x : 0) + (i == 5 ? y : 0));
  }
  return content + " cm " + name + " Do Q\n";
}

}  // namespace dossier::pdf::internal
