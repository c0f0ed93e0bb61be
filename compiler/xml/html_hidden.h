// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <libxml/tree.h>

#include <string_view>

namespace dossier::xml::internal {

/// The local name of an element or an attribute, and the value of an attribute: HTML attributes have
/// one text child.
[[nodiscard]] std::string_view NameOf(const xmlNode* node);
[[nodiscard]] std::string_view ValueOf(const xmlAttr* attribute);
/// The value of the attribute; empty when there is none.
[[nodiscard]] std::string_view AttributeOf(const xmlNode* node, std::string_view name);

/// True when the element says of itself that nobody is to see it: the `hidden` attribute, or a style
/// attribute with `display: none`, `visibility: hidden` or `collapse`, or a size or an opacity of
/// nothing. Style sheets are not followed.
[[nodiscard]] bool HidesItself(const xmlNode* node);

}  // namespace dossier::xml::internal
