// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "compiler/foundation/bytes.h"

namespace dossier::inspect {

/// A kind of document that is known and not read here: what it is, and what a person can do.
struct UnreadKind {
  std::string_view what;  // "an old Word document"; empty: not known either
  std::string_view help;
};

/// By the content alone: old and other Office files, RTF, archives, mailboxes, pictures.
[[nodiscard]] UnreadKind UnreadKindOf(ByteView content);

}  // namespace dossier::inspect
