// SPDX-License-Identifier: GPL-3.0-or-later
#include <dirent.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <vector>

#include "compiler/worker/program/boundary.h"

namespace dossier::worker {
namespace {

Result<Bytes> Echo(ByteView input, const AnnouncePages&) { return Bytes(input); }

Result<Bytes> Refuse(ByteView, const AnnouncePages&) { return Failure{"it is not mine"}; }

Result<Bytes> RefuseWith(ByteView input, const AnnouncePages&) { return Failure{Bytes(input)}; }

Result<Bytes> Crash(ByteView, const AnnouncePages&) {
  std::signal(SIGSEGV, SIG_DFL);  // sanitizers catch it otherwise
  std::raise(SIGSEGV);
  return Bytes();
}

Result<Bytes> Abort(ByteView, const AnnouncePages&) { std::abort(); }

Result<Bytes> Hang(ByteView, const AnnouncePages&) {
  while (true) ::pause();
}

Result<Bytes> Spin(ByteView, const AnnouncePages&) {
  volatile bool forever = true;
  while (forever) {
  }
  return Bytes();
}

/// Closes its pipes and stays.
Result<Bytes> Linger(ByteView, const AnnouncePages&) {
  for (int i = 1; i < 4; ++i) ::close(i);
  while (true) ::pause();
}

Result<Bytes> Throw(ByteView, const AnnouncePages&) { throw std::runtime_error("unexpected"); }

Result<Bytes> Memory(ByteView, const AnnouncePages&) {
  std::vector<std::string> hoard;
  while (true) hoard.emplace_back(std::size_t{64} << 20, 'x');
}

Result<Bytes> Flood(ByteView, const AnnouncePages&) {
  const std::string block(1 << 20, 'x');
  while (::write(3, block.data(), block.size()) > 0) {
  }
  return Bytes();
}

/// Writes more messages than the pipe holds, then answers.
Result<Bytes> Chatter(ByteView, const AnnouncePages&) {
  for (int i = 0; i < 100'000; ++i) std::fputs("a line of complaint\n", stdout);
  std::fflush(stdout);
  return Bytes("done");
}

/// Replaces the stream by the input and ends well.
Result<Bytes> Raw(ByteView input, const AnnouncePages&) {
  ::_exit(::write(3, input.data(), input.size()) < 0 ? 1 : 0);
}

Result<Bytes> ExitEarly(ByteView, const AnnouncePages&) { ::_exit(9); }

Result<Bytes> SleepPages(ByteView, const AnnouncePages& announce) {
  announce(20);
  ::usleep(600'000);
  return Bytes("slept");
}

/// What a worker can see and do, one fact a line.
Result<Bytes> Surroundings(ByteView, const AnnouncePages&) {
  std::string facts;
  int open = 0;
  for (int i = 0; i < 1024; ++i) open += ::fcntl(i, F_GETFD) >= 0 ? 1 : 0;
  facts += "descriptors " + std::to_string(open) + "\n";
  for (char** word = environ; *word != nullptr; ++word) facts += std::string(*word) + "\n";
  const int file = ::open("/tmp/dossier-worker-wrote", O_CREAT | O_WRONLY, 0600);
  std::signal(SIGXFSZ, SIG_IGN);
  facts += file >= 0 && ::write(file, "x", 1) == 1 ? "writes\n" : "writes nothing\n";
  if (file >= 0) ::unlink("/tmp/dossier-worker-wrote");
  void* input = ::mmap(nullptr, 1, PROT_READ | PROT_WRITE, MAP_SHARED, 0, 0);
  facts += input == MAP_FAILED ? "input sealed\n" : "input writable\n";
  struct rlimit core {};
  ::getrlimit(RLIMIT_CORE, &core);
  facts += "core " + std::to_string(core.rlim_max) + "\n";
  return facts;
}

constexpr std::array kTasks{
    Task{"echo", Echo},
    Task{"refuse", Refuse},
    Task{"refuse-with", RefuseWith},
    Task{"crash", Crash},
    Task{"abort", Abort},
    Task{"hang", Hang},
    Task{"spin", Spin},
    Task{"linger", Linger},
    Task{"throw", Throw},
    Task{"memory", Memory},
    Task{"flood", Flood},
    Task{"chatter", Chatter},
    Task{"raw", Raw},
    Task{"exit", ExitEarly},
    Task{"sleep-pages", SleepPages},
    Task{"surroundings", Surroundings},
};

}  // namespace
}  // namespace dossier::worker

int main(int argc, char** argv) {
  using namespace dossier::worker;  // NOLINT: the program is about nothing else
  const auto call = ReadCall({argv, static_cast<std::size_t>(argc)});
  if (!call || !Confine(*call)) return 2;
  const auto input = MapInput();
  if (!input) return 3;
  ::_exit(RunTask(*call, kTasks, *input));
}
