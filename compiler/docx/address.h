// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace dossier::docx {

/// `url` as the target of a link: a web page or a mailbox, in the characters of RFC 3986, others
/// percent-encoded. Empty where Word would call the whole file damaged instead of leaving out the
/// link: other schemes, no host, more than 2,000 bytes.
[[nodiscard]] std::string LinkTarget(std::string_view url);

}  // namespace dossier::docx
