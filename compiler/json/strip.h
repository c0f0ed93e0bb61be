// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "compiler/foundation/result.h"

namespace dossier::json {

/// `text` parsed strictly (`Parse`) and printed as `Write`
/// does, without the member `key` of the outermost object. What a report says, apart from the
/// machine it was made on.
Result<std::string> WithoutMember(std::string_view text, std::string_view key);

}  // namespace dossier::json
