// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

/// What the colours of a file mean. For the sources of this folder only.
namespace dossier::pdf::internal {

enum class ProfileVersion {
  k2,  // ICC.1:2001-04, a table of the curve; PDF/A-1 knows no later one
  k4,  // ICC.1:2010, the curve as a formula: some readers build a table a page, and this is quick
};

/// An ICC profile of sRGB (IEC 61966-2-1), made here number by number, with a fixed date: the same
/// bytes always, and no file that could be another one tomorrow.
[[nodiscard]] std::string SrgbProfile(ProfileVersion version);

}  // namespace dossier::pdf::internal
