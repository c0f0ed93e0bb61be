// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/file_tokens.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::pdf::internal {

namespace {

constexpr std::array<std::string_view, 3> kFrameWords = {"startxref", "%%EOF", "/ByteRange"};

bool Once(ByteView bytes, std::string_view word) {
  const std::size_t at = bytes.find(word);
  return at == ByteView::npos || bytes.find(word, at + 1) == ByteView::npos;
}

std::string HexDigits(ByteView bytes) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string text;
  text.reserve(bytes.size() * 2 + 1);
  for (const char c : bytes) {
    text += kDigits[static_cast<unsigned char>(c) >> 4];
    text += kDigits[static_cast<unsigned char>(c) & 15];
  }
  return text + ">";
}

/// `value` as an array with `first` before it (ISO 32000-1:2008, 7.3.8.2: one filter or a list).
QPDFObjectHandle Prepended(QPDFObjectHandle first, QPDFObjectHandle value, bool listed) {
  std::vector<QPDFObjectHandle> items = {first};
  if (listed && value.isArray()) {
    for (int i = 0; i < value.getArrayNItems(); ++i) items.push_back(value.getArrayItem(i));
  } else if (!value.isNull() || listed) {
    items.push_back(value);
  }
  return QPDFObjectHandle::newArray(items);
}

void Wrap(QPDFObjectHandle stream, ByteView raw) {
  QPDFObjectHandle keys = stream.getDict();
  QPDFObjectHandle filter = keys.getKey("/Filter");
  QPDFObjectHandle parameters = keys.getKey("/DecodeParms");
  const bool none = filter.isNull();
  QPDFObjectHandle filters =
      none ? QPDFObjectHandle::newName("/ASCIIHexDecode")
           : Prepended(QPDFObjectHandle::newName("/ASCIIHexDecode"), filter, filter.isArray());
  QPDFObjectHandle all_parameters =
      none || parameters.isNull()
          ? QPDFObjectHandle::newNull()
          : Prepended(QPDFObjectHandle::newNull(), parameters, parameters.isArray());
  stream.replaceStreamData(HexDigits(raw), filters, all_parameters);
}

}  // namespace

bool FramedOnce(ByteView bytes) {
  for (const std::string_view word : kFrameWords) {
    if (!Once(bytes, word)) return false;
  }
  return true;
}

void HideFrameWords(QPDF& document) {
  for (QPDFObjectHandle& object : document.getAllObjects()) {
    if (!object.isStream()) continue;
    const std::shared_ptr<Buffer> raw = object.getRawStreamData();
    const ByteView data(reinterpret_cast<const char*>(raw->getBuffer()), raw->getSize());
    for (const std::string_view word : kFrameWords) {
      if (data.find(word) != ByteView::npos) {
        Wrap(object, data);
        break;
      }
    }
  }
}

}  // namespace dossier::pdf::internal
