// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/digest.h"

namespace dossier::crypto {

/// SHA-256 (FIPS 180-4) of `data`.
[[nodiscard]] Digest Sha256(ByteView data);

/// SHA-256 of data that comes in pieces.
class Sha256Stream {
 public:
  Sha256Stream();
  ~Sha256Stream();
  Sha256Stream(Sha256Stream&&) noexcept;
  Sha256Stream& operator=(Sha256Stream&&) noexcept;

  /// Needs: `Finish` was not called.
  void Add(ByteView data);
  /// The digest of everything added. Called once.
  [[nodiscard]] Digest Finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace dossier::crypto
