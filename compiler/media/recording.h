// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"

namespace dossier::media {

/// What a sound recording or a video says of itself. Nobody has checked it, and nothing was played.
struct Recording {
  bool video = false;  // has moving pictures
  /// Container and tracks in words: "MPEG-4: AVC 640 x 480; AAC".
  std::string form;
  std::int64_t duration_ms = 0;
  int width = 0;  // pixels of the first track of pictures
  int height = 0;
  std::string title;
  std::vector<std::string> authors;
  std::vector<std::string> tools;     // device, then programs
  std::string recorded, modified;     // ISO 8601; with Z or an offset where one is stated
  std::string language;               // BCP 47, of the first track of sound
  std::string position;               // decimal degrees "54.6870, 25.2800"
  std::vector<std::string> subtitles;  // tracks of text inside, by their languages or kinds
};

/// Reads the heads of WAV, MP3, MP4 and its kin (M4A, MOV, 3GP), OGG, FLAC, Matroska and WebM, AMR,
/// AVI. From memory: opens no file, starts no thread. Fails on a file without sound or moving
/// pictures, without a length in time, and on one that says it is longer than it is.
Result<Recording> ReadRecording(ByteView file);

}  // namespace dossier::media
