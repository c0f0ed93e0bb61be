// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"
#include "compiler/inspect/exhibit_facts.h"

namespace dossier::webpage {

/// A web page as an exhibit: its blocks (not numbered), what it says of itself, the address and the
/// time that the program left which saved it as the one `CaptureRecord`, hidden words and what it
/// fetches from elsewhere as oddities. `charset` is what the way of the page declared, or empty.
Result<inspect::ExhibitFacts> ReadPage(ByteView html, std::string_view charset = {});

/// The first words of a text, for a `detail`: at most `most` bytes, cut between letters, with "…".
[[nodiscard]] std::string FirstWords(std::string_view text, std::size_t most = 120);

}  // namespace dossier::webpage
