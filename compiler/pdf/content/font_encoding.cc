// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/content/font_parts.h"

namespace dossier::pdf::content {
namespace {

constexpr long long kSymbolic = 4;
constexpr long long kNonSymbolic = 32;

bool IsEmbedded(QPDFObjectHandle descriptor) {
  return descriptor.isDictionary() &&
         (descriptor.hasKey("/FontFile") || descriptor.hasKey("/FontFile2") ||
          descriptor.hasKey("/FontFile3"));
}

void ApplyDifferences(QPDFObjectHandle differences, bool counts, SimpleEncoding& encoding) {
  long long code = 0;
  for (QPDFObjectHandle& item : differences.getArrayAsVector()) {
    if (item.isInteger()) {
      code = item.getIntValue();
    } else if (item.isName()) {
      if (code >= 0 && code < 256) {
        const auto index = static_cast<std::size_t>(code);
        const char32_t named = CharacterOfName(std::string_view(item.getName()).substr(1));
        encoding.characters[index] = named;
        encoding.named[index] = counts && named != 0;
      }
      ++code;
    }
  }
}

}  // namespace

SimpleEncoding EncodingOf(QPDFObjectHandle font, const std::string& subtype) {
  QPDFObjectHandle entry = font.getKey("/Encoding");
  QPDFObjectHandle base = entry.isDictionary() ? entry.getKey("/BaseEncoding") : entry;
  QPDFObjectHandle descriptor = font.getKey("/FontDescriptor");
  long long flags = 0;
  if (descriptor.isDictionary() && descriptor.getKey("/Flags").isInteger()) {
    flags = descriptor.getKey("/Flags").getIntValue();
  }
  SimpleEncoding encoding;
  encoding.characters =
      BaseEncoding(base.isName() ? std::string_view(base.getName()).substr(1) : "");
  // A reader goes by the font's own table where a TrueType font calls itself symbolic (9.6.6.4).
  const bool names_count =
      subtype != "/TrueType" || ((flags & kNonSymbolic) != 0 && (flags & kSymbolic) == 0);
  const bool base_counts = base.isName() || !IsEmbedded(descriptor);
  encoding.named.fill(names_count && base_counts);
  if (entry.isDictionary() && entry.getKey("/Differences").isArray()) {
    ApplyDifferences(entry.getKey("/Differences"), names_count, encoding);
  }
  return encoding;
}

void ApplyToUnicode(QPDFObjectHandle dictionary, Streams& streams, Font& font) {
  QPDFObjectHandle to_unicode = dictionary.getKey("/ToUnicode");
  if (!to_unicode.isStream()) return;
  std::string data;
  streams.Append(to_unicode, data);
  const CMap map = ReadCMap(data, font.sequences);
  const std::size_t size = font.composite ? map.characters.size() : std::size_t{256};
  if (font.characters.size() < size) font.characters.resize(size);
  for (std::size_t code = 0; code < size && code < map.characters.size(); ++code) {
    if (map.characters[code] != 0) font.characters[code] = map.characters[code];
  }
}

}  // namespace dossier::pdf::content
