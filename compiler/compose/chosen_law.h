// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace dossier::compose {

/// Which text governs for one person. Where the author decided, the brief gives the reason, which
/// is read from the case; where the dates did, there is nothing to explain. Grounds of the other
/// texts are left out.
struct ChosenLaw {
  std::string choice;
  std::string option;
  std::string subject;  // person id, or empty for the case
  bool by_author = true;
};

}  // namespace dossier::compose
