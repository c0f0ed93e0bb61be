// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace dossier::worker {

/// Tasks over finished files, for the driver. What they take and give are the bytes of the codecs
/// beside the types; `Limits::answer` must be raised for `assemble`.

/// `assemble::Encode(Plan)` in, `assemble::Encode(Assembled)` out.
inline constexpr std::string_view kAssembleTask = "assemble";
/// A prepared PDF in; the fields of `pdf::SignatureHole` out, in order, as `WireWriter::Number`s.
inline constexpr std::string_view kFindHoleTask = "find-hole";
/// `verify::Encode(Request)` in, `verify::Encode(Verdict)` out.
inline constexpr std::string_view kVerifyTask = "verify";

}  // namespace dossier::worker
