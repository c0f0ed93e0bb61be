// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <span>
#include <string>
#include <vector>

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"
#include "compiler/reading/codec.h"
#include "compiler/reading/page.h"

namespace dossier::ocr {

/// A grey picture: 8 bits a pixel, rows without padding, top row first.
struct Picture {
  int width = 0;
  int height = 0;
  int dpi = 0;  // 0: not known
  Bytes grey;   // width * height
};

/// How the words of a picture lie.
enum class Layout {
  kPage,  // anyhow: columns, headings, pictures between them
  kBlock  // lines of one column, one under the other
};

/// tesseract for some languages. Everything it needs is given to it: it reads no file, no
/// environment variable, and starts no thread as long as OMP_THREAD_LIMIT is 1 in the environment
/// of the process, which `worker::Run` sees to. For the worker.
class Engine {
 public:
  /// `data`: at least one language; must outlive the call only. Fails when the data is damaged or
  /// for another version of tesseract.
  static Result<Engine> Open(std::span<const reading::LanguageData> data);
  Engine(Engine&&) noexcept;
  Engine& operator=(Engine&&) noexcept;
  ~Engine();

  /// The words in reading order, by lines, in pixels of the picture. A picture without words is no
  /// failure.
  [[nodiscard]] Result<std::vector<reading::Line>> Read(const Picture& picture, Layout layout);

 private:
  struct State;
  explicit Engine(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

/// "tesseract 5.3.0": of the library that is loaded.
[[nodiscard]] std::string Version();

}  // namespace dossier::ocr
