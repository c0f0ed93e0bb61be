// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/date.h"
#include "compiler/foundation/result.h"

namespace dossier::crypto {

/// What `MakeTestKey` makes.
struct TestKeyRequest {
  enum class Kind { kRsa2048, kP256 };
  Kind kind = Kind::kP256;
  Day valid_from{2020, 1, 1};
  int valid_days = 3650;
  /// Put after the fixed words of the subject, for tests that need several keys.
  std::string remark{};
};

/// A new key and a certificate signed by itself, as one PEM file without passphrase.
///
/// The common name begins with "dossier TEST KEY, not a qualified signature", because pdfsig and
/// readers show it. The only function of the program that draws random numbers on purpose.
Result<Bytes> MakeTestKey(const TestKeyRequest& request = {});

}  // namespace dossier::crypto
