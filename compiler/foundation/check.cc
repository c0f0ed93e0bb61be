// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/foundation/check.h"

#include <unistd.h>

#include <cstdio>

namespace dossier::internal {

void CheckFailed(const char* file, int line, const char* condition, const char* meaning) {
  std::fprintf(stderr,
               "dossier: internal error at %s:%d: %s (%s)\n"
               "This is a bug in dossier, not in your case. Nothing was written. Please report it.\n",
               file, line, meaning, condition);
  std::fflush(stderr);
  _exit(70);
}

}  // namespace dossier::internal
