// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace dossier::webpage {

/// A time as JavaScript prints it ("Mon Sep 30 2024 12:12:00 GMT+0200 (…)") in UTC as ISO 8601
/// ("2024-09-30T10:12:00Z"). Empty for anything else.
[[nodiscard]] std::string FromScriptTime(std::string_view text);

}  // namespace dossier::webpage
