// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace dossier::compose {

/// What the author decided of an open choice of law, for one person. The reason is read from the
/// case.
struct ChosenLaw {
  std::string choice;
  std::string option;
  std::string subject;  // person id, or empty for the case
};

}  // namespace dossier::compose
