// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/content/font.h"

#include <algorithm>
#include <cmath>

#include "compiler/pdf/content/font_parts.h"

namespace dossier::pdf::content {
namespace {

constexpr float kEm = 1000;

float NumberOf(QPDFObjectHandle value) {
  if (!value.isNumber()) return 0;
  const double number = value.getNumericValue();
  return std::isfinite(number) ? static_cast<float>(std::clamp(number, -1e6, 1e6)) : 0;
}

void LoadSimpleWidths(QPDFObjectHandle dictionary, const std::string& name, Font& font) {
  font.widths.assign(256, -1);
  QPDFObjectHandle descriptor = dictionary.getKey("/FontDescriptor");
  QPDFObjectHandle widths = dictionary.getKey("/Widths");
  QPDFObjectHandle first = dictionary.getKey("/FirstChar");
  if (descriptor.isDictionary())
    font.default_width = NumberOf(descriptor.getKey("/MissingWidth")) / kEm;
  if (widths.isArray()) {
    const long long start = first.isInteger() ? first.getIntValue() : 0;
    long long code = std::clamp<long long>(start, -100'000, 100'000);
    for (const QPDFObjectHandle& width : widths.getArrayAsVector()) {
      if (code >= 0 && code < 256)
        font.widths[static_cast<std::size_t>(code)] = NumberOf(width) / kEm;
      ++code;
    }
    for (float& width : font.widths) {
      if (width < 0) width = font.default_width;
    }
    return;
  }
  for (std::uint32_t code = 0; code < 256; ++code) {
    font.widths[code] = static_cast<float>(StandardWidth(name, font.CharacterOf(code)));
  }
}

/// /W: "first [w1 w2 ...]" or "first last w" (9.7.4.3).
void LoadCidWidths(QPDFObjectHandle descendant, Font& font) {
  constexpr std::size_t kMostCids = 65'536;
  QPDFObjectHandle standard = descendant.getKey("/DW");
  font.default_width = standard.isNumber() ? NumberOf(standard) / kEm : 1;
  QPDFObjectHandle widths = descendant.getKey("/W");
  if (!widths.isArray()) return;
  const auto put = [&](long long cid, float width) {
    if (cid < 0 || cid >= static_cast<long long>(kMostCids)) return;
    const auto index = static_cast<std::size_t>(cid);
    if (index >= font.widths.size()) {
      font.widths.resize(std::max(index + 1, std::min(kMostCids, font.widths.size() * 2)),
                         font.default_width);
    }
    font.widths[index] = width;
  };
  std::vector<QPDFObjectHandle> items = widths.getArrayAsVector();
  for (std::size_t i = 0; i + 1 < items.size();) {
    if (!items[i].isNumber()) return;
    const auto first = static_cast<long long>(NumberOf(items[i]));
    if (items[i + 1].isArray()) {
      long long cid = first;
      for (const QPDFObjectHandle& width : items[i + 1].getArrayAsVector())
        put(cid++, NumberOf(width) / kEm);
      i += 2;
    } else if (i + 2 < items.size()) {
      const auto last =
          std::min<long long>(static_cast<long long>(NumberOf(items[i + 1])), kMostCids);
      for (long long cid = first; cid <= last; ++cid) put(cid, NumberOf(items[i + 2]) / kEm);
      i += 3;
    } else {
      return;
    }
  }
}

void LoadSimple(QPDFObjectHandle dictionary, const std::string& subtype, Streams& streams,
                Font& font) {
  QPDFObjectHandle base_font = dictionary.getKey("/BaseFont");
  const std::string name = base_font.isName() ? base_font.getName() : std::string();
  const SimpleEncoding encoding = EncodingOf(dictionary, subtype);
  font.characters.assign(encoding.characters.begin(), encoding.characters.end());
  LoadSimpleWidths(dictionary, name, font);
  font.type3 = subtype == "/Type3";
  if (font.type3) {
    QPDFObjectHandle matrix = dictionary.getKey("/FontMatrix");
    if (matrix.isArray() && matrix.getArrayNItems() == 6)
      font.unit = NumberOf(matrix.getArrayItem(0)) * kEm;
  }
  ApplyToUnicode(dictionary, streams, font);
  if (!font.type3) MarkByNames(encoding, font);
}

void LoadComposite(QPDFObjectHandle dictionary, Streams& streams, Font& font) {
  font.composite = true;
  QPDFObjectHandle encoding = dictionary.getKey("/Encoding");
  if (encoding.isStream()) {
    std::string data;
    Sequences unused;
    streams.Append(encoding, data);
    CMap map = ReadCMap(data, unused);
    font.space = map.space;
    font.cids = std::move(map.cids);
    font.placed = !encoding.getDict().hasKey("/UseCMap");
    QPDFObjectHandle mode = encoding.getDict().getKey("/WMode");
    if (mode.isInteger() && mode.getIntValue() == 1) font.placed = false;
  } else {
    font.placed = encoding.isNameAndEquals("/Identity-H");
  }
  QPDFObjectHandle descendants = dictionary.getKey("/DescendantFonts");
  QPDFObjectHandle descendant = descendants.isArray() && descendants.getArrayNItems() > 0
                                    ? descendants.getArrayItem(0)
                                    : descendants;
  if (!descendant.isDictionary()) return;
  LoadCidWidths(descendant, font);
  ApplyToUnicode(dictionary, streams, font);
  MarkByGlyphsOfFont(descendant, streams, font);
}

}  // namespace

Code Font::Next(std::string_view bytes) const {
  Code code;
  code.size = composite ? space.LengthAt(bytes, 2) : 1;
  for (std::size_t i = 0; i < code.size; ++i) {
    code.value = code.value << 8 | static_cast<unsigned char>(bytes[i]);
  }
  if (code.size < (composite && !space.known ? 2U : 1U)) code.value <<= 8;
  return code;
}

double Font::Width(std::uint32_t code) const {
  const std::uint32_t index = cids.empty() ? code : (code < cids.size() ? cids[code] : 0);
  return index < widths.size() ? widths[index] : default_width;
}

Font LoadFont(QPDFObjectHandle dictionary, Streams& streams) {
  Font font;
  if (!dictionary.isDictionary()) {
    font.placed = false;
    return font;
  }
  QPDFObjectHandle subtype = dictionary.getKey("/Subtype");
  const std::string name = subtype.isName() ? subtype.getName() : std::string();
  if (name == "/Type0") {
    LoadComposite(dictionary, streams, font);
  } else {
    LoadSimple(dictionary, name, streams, font);
  }
  return font;
}

}  // namespace dossier::pdf::content
