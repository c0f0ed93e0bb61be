// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "compiler/foundation/bytes.h"

namespace dossier::pdf {

/// Which bytes of the file a signature in it speaks for, by its ByteRange (ISO
/// 32000-1:2008, 12.8.1). Nothing is said about keys or digests.
enum class SignatureState {
  kWholeFile,        // everything but the signature itself
  kEarlierRevision,  // up to some point: the file was added to afterwards
  kBroken,           // the ranges do not begin at the beginning, overlap or reach past the end
};

/// A file inside the file (7.11.4).
struct AttachedFile {
  std::string name;
  std::string type;   // as declared: "application/pdf"
  Bytes content;      // decoded
  bool whole = true;  // false: over the limit, or damaged; then `content` is empty
};

/// What a PDF file says of itself, and in how many steps it came about. Nobody has checked it.
struct SelfDescription {
  std::string title;
  std::vector<std::string> authors;  // each once
  std::vector<std::string> tools;    // programs that wrote it, each once
  std::string created, modified;     // ISO 8601, as precise as stated; empty where not stated
  std::string language;              // BCP 47
  /// How often the file was saved by appending: 1 for a file that was written in one go.
  int revisions = 1;
  std::vector<SignatureState> signatures;
  std::vector<AttachedFile> files;
  bool files_left_out = false;  // there were more than are listed
};

}  // namespace dossier::pdf
