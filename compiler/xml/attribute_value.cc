// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/xml/attribute_value.h"

namespace dossier::xml::internal {

std::string AttributeValue(std::string_view raw) {
  constexpr std::string_view kAmpersand = "&#38;";
  std::string value;
  std::size_t at = 0;
  for (std::size_t next = raw.find(kAmpersand); next != std::string_view::npos;
       next = raw.find(kAmpersand, at)) {
    value += raw.substr(at, next - at);
    value += '&';
    at = next + kAmpersand.size();
  }
  return value += raw.substr(at);
}

}  // namespace dossier::xml::internal
