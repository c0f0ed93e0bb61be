// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/assemble/plan.h"
#include "compiler/assemble/shortcomings.h"
#include "compiler/foundation/result.h"

namespace dossier::assemble {

/// The finished, unsigned file and the place of its signature.
struct Assembled {
  Bytes bytes;
  SignatureHole hole;
  int pages = 0;
  std::vector<Shortcoming> shortcomings;
};

/// Joins the brief and its exhibits into one file with bookmarks, page labels (1 to n over the
/// whole file), named destinations, links, metadata, manifest and a reserved signature.
///
/// Fails, naming the exhibit and the page, when a page cannot be brought over; when a link or
/// bookmark leads to an anchor that does not exist; when two anchors have one name; and when the
/// finished bytes, read again, do not say what was planned. Rules for accessible and lasting files
/// that they break are part of the product: whoever asked decides what follows.
///
/// Runs in a process without a key. Equal input gives equal bytes.
Result<Assembled> Assemble(const Plan& plan);

}  // namespace dossier::assemble
