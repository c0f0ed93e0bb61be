// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace dossier::internal {
[[noreturn]] void CheckFailed(const char* file, int line, const char* condition, const char* meaning);
}  // namespace dossier::internal

/// Aborts the process with exit code 70 when an invariant of our own does not hold. Never for
/// mistakes in the user's input: those are findings.
#define DOSSIER_CHECK(condition, meaning)                                             \
  do {                                                                                \
    if (!(condition)) {                                                               \
      ::dossier::internal::CheckFailed(__FILE__, __LINE__, #condition, meaning);      \
    }                                                                                 \
  } while (false)
