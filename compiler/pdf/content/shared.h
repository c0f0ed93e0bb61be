// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <qpdf/QPDF.hh>
#include <string>

#include "compiler/pdf/content/font.h"
#include "compiler/pdf/content/layers.h"
#include "compiler/pdf/content/streams.h"

namespace dossier::pdf::content {

/// What the pages of a document share while they are read, and what all of them may cost.
class Shared {
 public:
  /// Forms that draw each other could otherwise be drawn without end.
  Shared(QPDF& document, std::size_t pages)
      : layers(document), steps(5'000'000 + 100'000 * static_cast<std::int64_t>(pages)) {}

  Layers layers;
  Streams streams;
  /// Operators that may still be carried out; drawing a form costs `kFormSteps`.
  std::int64_t steps;
  static constexpr int kFormSteps = 100;

  /// Read once a document, where it is an object of its own.
  const Font* FontOf(QPDFObjectHandle dictionary);

  struct Content {
    std::string data;
    bool whole = true;
  };
  /// Decoded content of a form or a font's glyph, kept while there is room.
  std::shared_ptr<const Content> FormContent(QPDFObjectHandle stream);

 private:
  std::map<QPDFObjGen, std::unique_ptr<Font>> fonts_;
  std::vector<std::unique_ptr<Font>> direct_fonts_;
  std::map<QPDFObjGen, std::shared_ptr<const Content>> forms_;
  std::size_t kept_ = 0;
};

}  // namespace dossier::pdf::content
