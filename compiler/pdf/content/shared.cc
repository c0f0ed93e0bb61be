// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/content/shared.h"

namespace dossier::pdf::content {

const Font* Shared::FontOf(QPDFObjectHandle dictionary) {
  constexpr std::size_t kMostDirect = 1000;
  if (!dictionary.isIndirect()) {
    if (direct_fonts_.size() >= kMostDirect) return nullptr;
    direct_fonts_.push_back(std::make_unique<Font>(LoadFont(dictionary, streams)));
    return direct_fonts_.back().get();
  }
  std::unique_ptr<Font>& font = fonts_[dictionary.getObjGen()];
  if (!font) font = std::make_unique<Font>(LoadFont(dictionary, streams));
  return font.get();
}

std::shared_ptr<const Shared::Content> Shared::FormContent(QPDFObjectHandle stream) {
  constexpr std::size_t kMostKept = std::size_t{32} << 20;
  const auto known = forms_.find(stream.getObjGen());
  if (known != forms_.end()) return known->second;
  auto content = std::make_shared<Content>();
  content->whole = streams.Append(stream, content->data);
  if (kept_ + content->data.size() <= kMostKept) {
    kept_ += content->data.size();
    forms_[stream.getObjGen()] = content;
  }
  return content;
}

}  // namespace dossier::pdf::content
