// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/active_content.h"

#include <array>
#include <string_view>

namespace dossier::pdf::internal {

namespace {

using Kind = std::pair<std::string_view, std::string_view>;

// Value of /S in an action dictionary, and how it is named in the result.
constexpr std::array<Kind, 16> kActions = {{
    {"/JavaScript", "JavaScript"},
    {"/Launch", "Launch"},
    {"/GoToR", "GoToR"},
    {"/GoToE", "GoToE"},
    {"/SubmitForm", "SubmitForm"},
    {"/ImportData", "ImportData"},
    {"/ResetForm", "ResetForm"},
    {"/Rendition", "Rendition"},
    {"/Movie", "Movie"},
    {"/Sound", "Sound"},
    {"/Hide", "Hide"},
    {"/Named", "Named"},
    {"/SetOCGState", "OCG"},
    {"/GoTo3DView", "3D"},
    {"/RichMediaExecute", "RichMedia"},
    {"/Thread", "Thread"},
}};

// Value of /Subtype of annotations, and of PostScript XObjects.
constexpr std::array<Kind, 8> kSubtypes = {{
    {"/RichMedia", "RichMedia"},
    {"/3D", "3D"},
    {"/Movie", "Movie"},
    {"/Sound", "Sound"},
    {"/Screen", "Screen"},
    {"/FileAttachment", "EmbeddedFile"},
    {"/PS", "PostScript"},
    {"/PrinterMark", "PrinterMark"},
}};

// Value of /Type.
constexpr std::array<Kind, 5> kTypes = {{
    {"/Filespec", "Filespec"},
    {"/EmbeddedFile", "EmbeddedFile"},
    {"/OCG", "OCG"},
    {"/OCMD", "OCG"},
    {"/3D", "3D"},
}};

void AddByName(const std::string& name, const Kind* begin, const Kind* end,
               std::set<std::string>& kinds) {
  for (const Kind* kind = begin; kind != end; ++kind) {
    if (kind->first == name) kinds.emplace(kind->second);
  }
}

bool HoldsAction(QPDFObjectHandle value) {
  if (!value.isDictionary()) return false;
  for (const std::string& key : value.getKeys()) {
    QPDFObjectHandle action = value.getKey(key);
    if (action.isDictionary() && action.getKey("/S").isName()) return true;
  }
  return false;
}

void AddOfDictionary(QPDFObjectHandle& dictionary, std::set<std::string>& kinds) {
  const std::map<std::string, QPDFObjectHandle> entries = dictionary.getDictAsMap();
  const auto name = [&](const char* key) {
    const auto found = entries.find(key);
    if (found == entries.end()) return std::string();
    QPDFObjectHandle value = found->second;
    return value.isName() ? value.getName() : std::string();
  };
  const auto has = [&](const char* key) { return entries.count(key) != 0; };
  if (has("/S")) {
    AddByName(name("/S"), kActions.data(), kActions.data() + kActions.size(), kinds);
  }
  if (has("/Subtype")) {
    AddByName(name("/Subtype"), kSubtypes.data(), kSubtypes.data() + kSubtypes.size(), kinds);
  }
  if (has("/Type")) {
    AddByName(name("/Type"), kTypes.data(), kTypes.data() + kTypes.size(), kinds);
  }
  if (has("/AA") && HoldsAction(dictionary.getKey("/AA"))) kinds.insert("AA");
  if (has("/EF") && (has("/F") || has("/UF"))) kinds.insert("EmbeddedFile");
  if (has("/XFA") && has("/Fields")) kinds.insert("XFA");
  if (name("/Type") == "/Catalog") {
    // A plain destination to open at is harmless and common; an action may not be.
    QPDFObjectHandle open_action = dictionary.getKey("/OpenAction");
    if (open_action.isDictionary() && !open_action.getKey("/S").isNameAndEquals("/GoTo")) {
      kinds.insert("OpenAction");
    }
    if (has("/OCProperties")) kinds.insert("OCG");
  }
}

void AddInside(QPDFObjectHandle object, int depth, std::set<std::string>& kinds) {
  constexpr int kMaxDepth = 600;  // qpdf's parser stops at 500
  if (depth > kMaxDepth) return;
  if (object.isStream()) {
    QPDFObjectHandle dictionary = object.getDict();
    if (dictionary.hasKey("/Ref") && dictionary.getKey("/Subtype").isNameAndEquals("/Form")) {
      kinds.insert("Ref");
    }
    if (dictionary.hasKey("/F")) kinds.insert("ExternalStream");
    if (dictionary.hasKey("/OPI")) kinds.insert("OPI");
    if (dictionary.hasKey("/Alternates")) kinds.insert("Alternates");
    AddInside(dictionary, depth + 1, kinds);
    return;
  }
  if (object.isDictionary()) {
    AddOfDictionary(object, kinds);
    for (const auto& [key, value] : object.getDictAsMap()) {
      if (!QPDFObjectHandle(value).isIndirect()) AddInside(value, depth + 1, kinds);
    }
  } else if (object.isArray()) {
    const int size = object.getArrayNItems();
    for (int i = 0; i < size; ++i) {
      QPDFObjectHandle item = object.getArrayItem(i);
      if (!item.isIndirect() && (item.isDictionary() || item.isArray())) {
        AddInside(item, depth + 1, kinds);
      }
    }
  }
}

}  // namespace

bool IsActive(QPDFObjectHandle object) {
  if (object.isStream()) object = object.getDict();
  if (!object.isDictionary()) return false;
  std::set<std::string> kinds;
  AddOfDictionary(object, kinds);
  return !kinds.empty();
}

void AddActiveContent(QPDFObjectHandle object, std::set<std::string>& kinds) {
  AddInside(object, 0, kinds);
}

}  // namespace dossier::pdf::internal
