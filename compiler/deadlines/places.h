// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "compiler/foundation/date.h"
#include "compiler/foundation/span.h"
#include "compiler/model/case.h"

namespace dossier::deadlines {

/// Where the case states the named date with this value; for no value, where it could be stated:
/// the last procedure or filing. The id of the case when neither is there, as for a date that was
/// set from outside.
[[nodiscard]] Span PlaceOf(const model::Header& header, std::string_view subject,
                           std::string_view name, const std::optional<Date>& value);

}  // namespace dossier::deadlines
