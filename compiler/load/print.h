// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace dossier::load {

/// A YAML scalar in double quotation marks that reads back as `text`, whatever it holds.
[[nodiscard]] std::string Quoted(std::string_view text);

}  // namespace dossier::load
