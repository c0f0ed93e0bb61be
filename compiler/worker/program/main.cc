// SPDX-License-Identifier: GPL-3.0-or-later
#include <unistd.h>

#include <cstdio>

#include "compiler/worker/program/boundary.h"

namespace {

int Refuse(const std::string& reason) {
  std::fprintf(stderr, "dossier-worker: %s\n", reason.c_str());
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace dossier::worker;  // NOLINT: the program is about nothing else
  const auto call = ReadCall({argv, static_cast<std::size_t>(argc)});
  if (!call) return Refuse(call.failure().reason);
  if (const auto confined = Confine(*call); !confined) return Refuse(confined.failure().reason);
  const auto input = MapInput();
  if (!input) return Refuse(input.failure().reason);
  const int code = RunTask(*call, Tasks(), *input);
  // No destructors of libraries: the answer is out, and they are not ours to trust.
  ::_exit(code);
}
