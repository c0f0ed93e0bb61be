// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/driver/request.h"
#include "compiler/foundation/bytes.h"
#include "compiler/foundation/digest.h"
#include "compiler/foundation/result.h"
#include "compiler/model/case.h"
#include "compiler/reading/codec.h"
#include "compiler/worker/run.h"

namespace dossier::driver {

/// The machine that reads pictures of pages here: a worker program, and the data of its languages
/// where Debian's packages put them. The environment is not asked. Not for several threads, but for
/// `Run`.
class OcrEngine {
 public:
  /// Asks the worker program for its version.
  OcrEngine();

  /// Why nothing can be read here; empty when all is well.
  [[nodiscard]] const std::string& problem() const { return problem_; }
  /// "tesseract 5.3.0".
  [[nodiscard]] const std::string& version() const { return version_; }

  /// The data for some languages (BCP 47), or the tag of the first one that has none.
  struct Languages {
    std::vector<reading::LanguageData> data;
    std::string missing;
  };
  [[nodiscard]] Languages LanguagesFor(const std::vector<std::string>& tags);
  /// Digest of data that `LanguagesFor` gave.
  [[nodiscard]] const Digest& DigestOf(const std::string& data_name) const;

  /// Runs a task with the limits of a page: 180 seconds, or that for every quotation, and 2 GiB.
  [[nodiscard]] static worker::Outcome Run(std::string_view task, ByteView input);

 private:
  struct Data {
    Bytes bytes;
    Digest sha256;
  };
  /// Nothing when there is no such file.
  const Data* Load(const std::string& data_name);

  std::string problem_;
  std::string version_;
  std::map<std::string, std::optional<Data>> data_;
};

/// What the register declares of one file of an exhibit; the language of the case where it declares
/// nothing.
[[nodiscard]] std::vector<std::string> TagsOf(const model::Case& source, const model::Exhibit& exhibit, int page);

/// "apt install tesseract-ocr-lit", or that no package is known.
[[nodiscard]] std::string HowToRead(const std::string& tag);

}  // namespace dossier::driver
