// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/yaml/tree.h"

namespace dossier::yaml {

const Entry* Node::Find(std::string_view key) const {
  for (const Entry& entry : entries) {
    if (entry.key == key) return &entry;
  }
  return nullptr;
}

}  // namespace dossier::yaml
