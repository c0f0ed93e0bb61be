// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/io/process.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>

#include "compiler/io/memory.h"

namespace dossier::io {

void PrepareProcess() {
  for (int number = STDIN_FILENO; number <= STDERR_FILENO; ++number) {
    // `open` takes the lowest free number. Read-only on purpose: writing must fail, not vanish.
    if (::fcntl(number, F_GETFD) < 0 && ::open("/dev/null", O_RDONLY) < 0) ::_exit(4);
  }
  const struct rlimit none { 0, 0 };
  static_cast<void>(::setrlimit(RLIMIT_CORE, &none));
#ifndef __SANITIZE_ADDRESS__
  static_cast<void>(::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0));
#endif
  KeepMemory();
  static_cast<void>(::umask(077));
  static_cast<void>(std::signal(SIGPIPE, SIG_IGN));
  static_cast<void>(std::signal(SIGXFSZ, SIG_IGN));
}

}  // namespace dossier::io
