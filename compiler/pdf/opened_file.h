// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"

namespace dossier::pdf {

/// A file that was opened once for everything that is to be found out about it: its objects are
/// parsed when they are first asked for and stay. Nothing is repaired.
class OpenedFile {
 public:
  /// `pdf` must outlive the product. One complaint of the parser is a failure, and so is a file
  /// that is encrypted.
  static Result<OpenedFile> Open(ByteView pdf);

  OpenedFile(OpenedFile&&) noexcept;
  OpenedFile& operator=(OpenedFile&&) noexcept;
  ~OpenedFile();

  [[nodiscard]] ByteView bytes() const;
  /// For the sources of this folder only (`open.h`).
  struct State;
  [[nodiscard]] State& state() const { return *state_; }

 private:
  explicit OpenedFile(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace dossier::pdf
