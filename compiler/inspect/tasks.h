// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "compiler/inspect/media_type.h"

namespace dossier::inspect {

/// The worker's task that reads files of this kind; empty when there is none. Its answer is
/// `EncodeFacts`.
[[nodiscard]] std::string_view TaskOf(MediaType type);

/// What the name of the worker program for this kind ends in: "" is `dossier-worker`, which every
/// case needs; "-rare" the one that links libraries which take longer to load than most files to
/// read.
[[nodiscard]] std::string_view SuffixOf(MediaType type);

/// A picture as raw rows for `convert`: width, height, RGB, shrunk to what a page can show.
inline constexpr std::string_view kPictureTask = "picture";

/// Reads a PDF that is built into the worker and answers its text, which must be `kSelfTestText`.
inline constexpr std::string_view kSelfTestTask = "self-test";
inline constexpr std::string_view kSelfTestText = "Žydrė ir Жанна: known text 1900";

}  // namespace dossier::inspect
