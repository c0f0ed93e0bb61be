// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"
#include "compiler/inspect/media_type.h"

namespace dossier::inspect {

/// The worker's task that reads files of this kind; empty when there is none. Its answer is
/// `EncodeFacts`.
[[nodiscard]] std::string_view TaskOf(MediaType type);

/// What the name of the worker program for this kind ends in: "" is `dossier-worker`, which every
/// case needs; "-rare" the one that links libraries which take longer to load than most files to
/// read, "-recording" the one for sound and video.
[[nodiscard]] std::string_view SuffixOf(MediaType type);

/// A page of a picture as raw rows for `convert`, shrunk to what a sheet can show; done by the program
/// for `MediaType::kTiff`. Wants `PictureWish` and then the file; answers width, height and the rows,
/// three bytes a pixel (RGB) or one where all is grey.
inline constexpr std::string_view kPictureTask = "picture";

/// Which page of a picture, and the box it has to fit into, in pixels.
struct PictureWish {
  int page = 1;
  int width = 1;
  int height = 1;
};
/// The wish with the file behind it, for the way into the worker, and back.
[[nodiscard]] Bytes EncodeWish(const PictureWish& wish, ByteView file);
Result<PictureWish> DecodeWish(ByteView request, ByteView& file);

/// Reads a PDF that is built into the worker and answers its text, which must be `kSelfTestText`.
inline constexpr std::string_view kSelfTestTask = "self-test";
inline constexpr std::string_view kSelfTestText = "Žydrė ir Жанна: known text 1900";

}  // namespace dossier::inspect
