// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace dossier::xml::internal {

/// The value of an attribute as libxml2's SAX2 events hand it on while entities are not substituted:
/// everything is resolved but the ampersand, which comes as `&#38;`.
[[nodiscard]] std::string AttributeValue(std::string_view raw);

}  // namespace dossier::xml::internal
