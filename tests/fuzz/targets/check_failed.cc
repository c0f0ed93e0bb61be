// SPDX-License-Identifier: GPL-3.0-or-later
// Stands in for that of compiler/foundation/check.cc, which leaves by `_exit`: libFuzzer keeps the
// input only of a process that aborts.
#include <cstdio>
#include <cstdlib>

#include "compiler/foundation/check.h"

namespace dossier::internal {

void CheckFailed(const char* file, int line, const char* condition, const char* meaning) {
  std::fprintf(stderr, "ERROR: broken invariant at %s:%d: %s (%s)\n", file, line, meaning,
               condition);
  std::abort();
}

}  // namespace dossier::internal
