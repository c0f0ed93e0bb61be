// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "compiler/foundation/bytes.h"

namespace dossier::image {

/// What a picture says of itself; empty where it says nothing. Nobody has checked it.
struct Metadata {
  std::string title;
  std::vector<std::string> authors;  // makers first, then who claims the copyright
  std::vector<std::string> tools;    // camera, then programs
  std::string taken, modified;       // ISO 8601; with an offset where one is stated
  std::string position;              // decimal degrees "54.6870, 25.2800", else the named place
  /// Kinds of data that lead to a person or a device, without their values: "the serial number of a
  /// camera", "notes of the maker of the camera". Sorted.
  std::vector<std::string> identifying;
  int orientation = 1;    // TIFF 6.0, tag 274
  Bytes thumbnail;        // the small picture inside, a file of its own (JPEG); empty for none
  std::string problem;    // why some of it could not be read; empty when all was
};

/// Exif 2.32, XMP (ISO 16684-1) and IPTC of a JPEG, PNG or TIFF file, in this order where they say
/// the same. Total: damage is a `problem`.
[[nodiscard]] Metadata ReadMetadata(ByteView file);

/// The size of a small picture inside a larger one, "160 x 120", when its shape is not the one of
/// the `width` x `height` picture around it, which then was cut after the small one was made. Black
/// bars, with which cameras fill up, do not count. Empty when the shapes agree or nothing can be
/// said. Both as stored, before any turning.
[[nodiscard]] std::string OtherShape(ByteView thumbnail, int width, int height);

}  // namespace dossier::image
