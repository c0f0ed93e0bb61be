// SPDX-License-Identifier: GPL-3.0-or-later
#include <dirent.h>
#include <fcntl.h>
#include <iconv.h>
#include <sched.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <vector>

#include "compiler/worker/boundary/run_worker.h"

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

int Child(pid_t child) {
  if (child == 0) ::_exit(0);
  return child > 0 ? ::waitpid(child, nullptr, 0) : -1;
}

int RunOther() {
  // No program, so that this one goes on where it may start others: the reason tells who said no.
  std::array<char*, 1> nothing{nullptr};
  ::execve("/etc/passwd", nothing.data(), nothing.data());
  return errno == EPERM ? -1 : 0;
}

int RaiseFileSize() {
  const struct rlimit more { .rlim_cur = 1, .rlim_max = 1 };
  return ::setrlimit(RLIMIT_FSIZE, &more);
}

int MakeCode() {
  void* page = ::mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return ::mprotect(page, 4096, PROT_READ | PROT_EXEC);
}

int MapCode() {
  void* page = ::mmap(nullptr, 4096, PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  return page == MAP_FAILED ? -1 : 0;
}

/// Tries what a worker must not be able to do: one line each, and whether it was refused.
Result<Bytes> Probe(ByteView, const AnnouncePages&) {
  std::string lines;
  const auto tell = [&](std::string_view what, long result) {
    lines.append(what).append(result < 0 ? " refused\n" : " possible\n");
  };
  tell("read a file", ::open("/etc/passwd", O_RDONLY));
  tell("read a folder", ::open("/", O_RDONLY | O_DIRECTORY));
  tell("read its own program", ::open("/proc/self/exe", O_RDONLY));
  tell("read its own memory map", ::open("/proc/self/maps", O_RDONLY));
  tell("make a file", ::open("/tmp/dossier-worker-made", O_CREAT | O_WRONLY, 0600));
  ::unlink("/tmp/dossier-worker-made");
  tell("write a table", ::open("/etc/localtime", O_WRONLY));
  tell("remove a file", ::unlink("/tmp/dossier-worker-not-there") < 0 && errno == ENOENT ? 0 : -1);
  tell("open an Internet socket", ::socket(AF_INET, SOCK_STREAM, 0));
  tell("open a datagram socket", ::socket(AF_INET6, SOCK_DGRAM, 0));
  tell("open a local socket", ::socket(AF_UNIX, SOCK_STREAM, 0));
  tell("fork", Child(::fork()));
  tell("clone", Child(static_cast<pid_t>(::syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0))));
  tell("run a program", RunOther());
  tell("read another process", ::process_vm_readv(::getppid(), nullptr, 0, nullptr, 0, 0));
  tell("signal its parent", ::kill(::getppid(), 0));
  tell("raise a limit", RaiseFileSize());
  tell("make memory code", MakeCode());
  tell("map memory for code", MapCode());
  tell("make a name space", ::unshare(CLONE_NEWUSER));
  tell("change its folder", ::chdir("/"));
  tell("be traced", ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr));
  return lines;
}

/// Tables that the libraries load while they work.
Result<Bytes> Tables(ByteView, const AnnouncePages&) {
  std::string lines;
  for (const char* name : {"UTF-16", "WINDOWS-1257", "ISO-8859-13", "KOI8-R"}) {
    const iconv_t tables = ::iconv_open("UTF-8", name);
    // NOLINTNEXTLINE: the library says -1 as a pointer
    lines += std::string(name) + (tables == reinterpret_cast<iconv_t>(-1) ? " missing\n" : "\n");
  }
  return lines;
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
    Task{"probe", Probe},
    Task{"tables", Tables},
};

}  // namespace
}  // namespace dossier::worker

int main(int argc, char** argv) {
  using namespace dossier::worker;  // NOLINT: the program is about nothing else
  return RunWorker(argc, argv, kTasks);
}
