// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/content/streams.h"
#include "compiler/pdf/describe.h"

namespace dossier::pdf::internal {
namespace {

constexpr std::size_t kMostFiles = 200;

std::string NameOf(QPDFObjectHandle specification) {
  for (const char* key : {"/UF", "/F"}) {
    QPDFObjectHandle name = specification.getKey(key);
    if (name.isString()) return name.getUTF8Value();
  }
  return "(without a name)";
}

}  // namespace

void AddAttachedFiles(const std::vector<QPDFObjectHandle>& specifications, SelfDescription& self) {
  content::Streams streams;
  for (QPDFObjectHandle specification : specifications) {
    QPDFObjectHandle forms = specification.getKey("/EF");
    if (!forms.isDictionary()) continue;
    QPDFObjectHandle stream =
        forms.getKey("/UF").isStream() ? forms.getKey("/UF") : forms.getKey("/F");
    if (!stream.isStream()) continue;
    if (self.files.size() >= kMostFiles) {
      self.files_left_out = true;
      return;
    }
    AttachedFile file{.name = NameOf(specification), .type = {}, .content = {}};
    QPDFObjectHandle type = stream.getDict().getKey("/Subtype");
    if (type.isName()) file.type = type.getName().substr(1);
    file.whole = streams.Append(stream, file.content);
    if (!file.whole) file.content.clear();
    self.files.push_back(std::move(file));
  }
}

}  // namespace dossier::pdf::internal
