// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace dossier::markdown {

/// The character that `&name;`, `&#1234;` or `&#x12AB;` stands for, in UTF-8. Names that people
/// type are known; another one comes back as it was written. Numbers that name no character, or a
/// control character, give U+FFFD.
[[nodiscard]] std::string DecodeEntity(std::string_view entity);

}  // namespace dossier::markdown
