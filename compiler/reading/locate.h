// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::reading {

/// The words of a page that a quotation consists of, as positions in `words`, rising; empty when the
/// quotation is not there or only roughly. Compares letters and digits, so that formatting and
/// hyphens at the ends of lines do not matter; between the words of the quotation a few others may
/// stand (numbers of notes, a running head), and any number where the quotation marks an omission.
/// Finds nothing new: it says where the words stand that `quote::Find` has found.
[[nodiscard]] std::vector<std::size_t> Locate(std::string_view quotation,
                                              const std::vector<std::string>& words);

}  // namespace dossier::reading
