// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"
#include "compiler/inspect/exhibit_facts.h"

namespace dossier::office {

/// What the properties of a document say (ECMA-376-2, 11; docProps/core.xml and app.xml), added to
/// what is known. Also reads meta.xml of an OpenDocument file (ODF 1.3-3, 4).
Result<Done> AddProperties(ByteView part, inspect::Description& description);

/// Comments of a document: how many and by whom.
struct Comments {
  int count = 0;
  std::vector<std::string> authors;  // sorted, each once
};

/// Reads word/comments.xml.
Result<Comments> ReadComments(ByteView part);

/// "2 insertions, 1 deletion": for the detail of an oddity.
[[nodiscard]] std::string ChangesInWords(int insertions, int deletions);

/// "3 by Anna Example, Jonas Example": for the detail of an oddity.
[[nodiscard]] std::string NamesAfter(std::string_view what, const std::vector<std::string>& names);

}  // namespace dossier::office
