// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/text_string.h"

#include <algorithm>
#include <qpdf/QUtil.hh>

namespace dossier::pdf::internal {

QPDFObjectHandle TextString(const std::string& utf8) {
  const bool plain = std::all_of(utf8.begin(), utf8.end(), [](char c) {
    return c >= ' ' && c <= '~' && c != '%' && c != '/';
  });
  if (plain && utf8.find("startxref") == std::string::npos)
    return QPDFObjectHandle::newString(utf8);
  return QPDFObjectHandle::newString(QUtil::utf8_to_utf16(utf8));
}

std::string XmlText(const std::string& utf8) {
  std::string xml;
  for (const char c : utf8) {
    switch (c) {
      case '&':
        xml += "&amp;";
        break;
      case '<':
        xml += "&lt;";
        break;
      case '>':
        xml += "&gt;";
        break;
      case '"':
        xml += "&quot;";
        break;
      case '%':
        xml += "&#37;";
        break;
      case '/':
        xml += "&#47;";
        break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\n') xml += c;
    }
  }
  for (std::size_t at = 0; (at = xml.find("startxref", at)) != std::string::npos;) {
    xml.replace(at, 1, "&#115;");
  }
  return xml;
}

}  // namespace dossier::pdf::internal
