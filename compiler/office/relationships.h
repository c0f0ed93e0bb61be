// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"

namespace dossier::office {

/// What a part of an Office file points to (ECMA-376-2, 9.3).
struct Relationship {
  std::string id;
  std::string type;    // the last word of the address that names it: "image", "attachedTemplate"
  std::string target;  // as written
  bool external = false;
};

Result<std::vector<Relationship>> ReadRelationships(ByteView part);

/// Where the relationships of a part stand: "word/_rels/document.xml.rels" for "word/document.xml",
/// "_rels/.rels" for the file itself (an empty name).
[[nodiscard]] std::string RelationshipsOf(std::string_view part);

/// The member that a target of a relationship of `part` names; steps upwards are followed inside of
/// the container.
[[nodiscard]] std::string ResolveTarget(std::string_view part, std::string_view target);

}  // namespace dossier::office
