// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compiler/foundation/digest.h"
#include "compiler/foundation/result.h"
#include "compiler/reading/page.h"

namespace dossier::reading {

/// What `dossier ocr` keeps of one exhibit file: the file `derived/ocr/ID.json` of a case. It is a
/// reading of the exhibit, never the exhibit.
struct Sidecar {
  std::string exhibit;  // id
  std::string file;     // path in the case
  Digest sha256;        // of the bytes that were read
  std::string program;  // "tesseract 5.3.0"
  /// Digest of the data of each language, by name. Together with `program` it says which machine
  /// read.
  std::vector<std::pair<std::string, Digest>> data;
  std::vector<Page> pages;  // those that were read, rising
  friend bool operator==(const Sidecar&, const Sidecar&) = default;
};

inline constexpr int kSidecarFormat = 1;

/// The text of a sidecar: JSON (RFC 8259) in UTF-8, one line of the page a line of the file, so that
/// a person can read it and a changed page is a small difference. Equal values give equal bytes.
[[nodiscard]] std::string PrintSidecar(const Sidecar& sidecar);

/// Reads one. Total: anything but what `PrintSidecar` writes, also of another format, is a failure
/// in plain words. A line whose text is not that of its words is one too.
Result<Sidecar> ReadSidecar(std::string_view text);

}  // namespace dossier::reading
