// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "compiler/foundation/date.h"
#include "compiler/model/pack.h"

namespace dossier::deadlines::testing {

/// The days of rules/calendars/lt.yaml.
[[nodiscard]] model::Calendar Lithuania();

/// "2024-10-02".
[[nodiscard]] Day OfText(std::string_view text);

}  // namespace dossier::deadlines::testing
