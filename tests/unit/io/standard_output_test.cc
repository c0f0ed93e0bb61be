// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/io/standard_output.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <string>

#include "compiler/io/process.h"

namespace dossier::io {
namespace {

/// Runs `setup`, then `PrepareProcess`, then writes; 17 when the write was reported as failed.
template <typename Setup>
int WriteInChild(Setup setup, std::size_t bytes) {
  const pid_t child = ::fork();
  if (child == 0) {
    setup();
    PrepareProcess();
    ::_exit(WriteStdout(std::string(bytes, 'x')).ok() ? 0 : 17);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST(WriteStdout, ClosedOutputIsAFailure) {
  EXPECT_EQ(WriteInChild([] { ::close(STDOUT_FILENO); }, 1), 17);
}

TEST(WriteStdout, ReaderThatWentAwayIsAFailure) {
  EXPECT_EQ(WriteInChild(
                [] {
                  int ends[2];
                  if (::pipe(ends) != 0) ::_exit(1);
                  ::close(ends[0]);
                  ::dup2(ends[1], STDOUT_FILENO);
                },
                1),
            17);
}

TEST(WriteStdout, FullFileIsAFailureEvenAtTheLastByte) {
  const auto limited = [] {
    const int file = ::memfd_create("out", 0);
    ::dup2(file, STDOUT_FILENO);
    const struct rlimit limit { 9'999, 9'999 };
    ::setrlimit(RLIMIT_FSIZE, &limit);
  };
  EXPECT_EQ(WriteInChild(limited, 10'000), 17);
  EXPECT_EQ(WriteInChild(limited, 9'999), 0);
}

TEST(PrepareProcess, ForbidsCoreDumpsAndWideModes) {
  const pid_t child = ::fork();
  if (child == 0) {
    PrepareProcess();
    struct rlimit core {};
    ::getrlimit(RLIMIT_CORE, &core);
    ::_exit(core.rlim_max == 0 && ::umask(0) == 077 ? 17 : 1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_EQ(WEXITSTATUS(status), 17);
}

}  // namespace
}  // namespace dossier::io
