// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/model/citation.h"

namespace dossier::model {

std::string Pinpoint::Places() const {
  std::string places;
  for (const PinpointRange& range : ranges) {
    if (!places.empty()) places += ", ";
    places += range.first;
    if (range.last != range.first) places += "\u2013" + range.last;
  }
  return places;
}

}  // namespace dossier::model
