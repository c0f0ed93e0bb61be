// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/worker/fork_server.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <map>
#include <mutex>
#include <utility>

namespace dossier::worker {
namespace {

using io::Descriptor;
using io::ErrorText;

struct Ends {
  Descriptor ours, theirs;
};

Result<Ends> MakeSocket() {
  std::array<int, 2> ends{};
  if (::socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0) {
    return Failure{ErrorText(errno)};
  }
  return Ends{Descriptor(ends[0]), Descriptor(ends[1])};
}

/// The settings of `posix_spawn`: the socket is 0, nothing else is open, no signal is blocked or
/// ignored.
class SpawnSettings {
 public:
  explicit SpawnSettings(int socket) {
    ::posix_spawn_file_actions_init(&actions_);
    ::posix_spawn_file_actions_adddup2(&actions_, socket, STDIN_FILENO);
    for (const int out : {STDOUT_FILENO, STDERR_FILENO}) {
      ::posix_spawn_file_actions_addopen(&actions_, out, "/dev/null", O_WRONLY, 0);
    }
    ::posix_spawn_file_actions_addclosefrom_np(&actions_, 3);
    ::posix_spawnattr_init(&attributes_);
    sigset_t all;
    sigset_t none;
    ::sigfillset(&all);
    ::sigemptyset(&none);
    ::posix_spawnattr_setsigdefault(&attributes_, &all);
    ::posix_spawnattr_setsigmask(&attributes_, &none);
    ::posix_spawnattr_setflags(&attributes_, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  }
  SpawnSettings(const SpawnSettings&) = delete;
  SpawnSettings& operator=(const SpawnSettings&) = delete;
  ~SpawnSettings() {
    ::posix_spawn_file_actions_destroy(&actions_);
    ::posix_spawnattr_destroy(&attributes_);
  }

  int Spawn(const std::string& program, pid_t& pid) const {
    std::string name = "dossier-worker";
    std::string serve(kServeWord);
    std::array<char*, 3> arguments{name.data(), serve.data(), nullptr};
    std::string locale = "LC_ALL=C";
    std::string threads = "OMP_THREAD_LIMIT=1";  // a closed worker cannot start any, and libgomp dies of that
    // Large pages for the heap: touching a fresh small one costs more than what is then done with it.
    std::string memory = "GLIBC_TUNABLES=glibc.malloc.hugetlb=1";
    std::string binding = "LD_BIND_NOW=1";  // once here, not in every worker anew
    std::array<char*, 5> environment{locale.data(), threads.data(), memory.data(), binding.data(), nullptr};
    return ::posix_spawn(&pid, program.c_str(), &actions_, &attributes_, arguments.data(),
                         environment.data());
  }

 private:
  posix_spawn_file_actions_t actions_{};
  posix_spawnattr_t attributes_{};
};

/// One message with descriptors. Returns 0 or the error number.
int SendCall(int socket, const std::string& words, const std::array<int, kCallDescriptors>& descriptors) {
  alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(descriptors))> space{};
  iovec text{const_cast<char*>(words.data()), words.size()};
  msghdr message{};
  message.msg_iov = &text;
  message.msg_iovlen = 1;
  message.msg_control = space.data();
  message.msg_controllen = space.size();
  cmsghdr* head = CMSG_FIRSTHDR(&message);
  head->cmsg_level = SOL_SOCKET;
  head->cmsg_type = SCM_RIGHTS;
  head->cmsg_len = CMSG_LEN(sizeof(descriptors));
  std::memcpy(CMSG_DATA(head), descriptors.data(), sizeof(descriptors));
  while (::sendmsg(socket, &message, MSG_NOSIGNAL) < 0) {
    if (errno != EINTR) return errno;
  }
  return 0;
}

}  // namespace

Result<Ending> Lease::WaitFor(std::chrono::milliseconds time) {
  const auto end = std::chrono::steady_clock::now() + time;
  while (true) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        end - std::chrono::steady_clock::now());
    if (left.count() < 0) return Failure{"the reader closed its answer and did not end"};
    pollfd ready{pipe_.number(), POLLIN, 0};
    if (::poll(&ready, 1, static_cast<int>(left.count())) <= 0) continue;
    std::array<char, Ending::kSize> bytes{};
    const ssize_t got = ::read(pipe_.number(), bytes.data(), bytes.size());
    if (got == static_cast<ssize_t>(bytes.size())) return Ending::Read(bytes);
    if (got >= 0 || errno != EINTR) return Failure{"the program that starts readers ended"};
  }
}

Result<std::shared_ptr<ForkServer>> ForkServer::Start(const std::string& program) {
  auto sockets = MakeSocket();
  if (!sockets) return sockets.failure();
  pid_t process = -1;
  const int error = SpawnSettings(sockets->theirs.number()).Spawn(program, process);
  if (error != 0) return Failure{ErrorText(error)};
  return std::shared_ptr<ForkServer>(new ForkServer(process, std::move(sockets->ours)));
}

/// Ours ends at once when its socket closes; another program under its name may not.
ForkServer::~ForkServer() {
  socket_.Close();
  constexpr int kRounds = 200;
  for (int i = 0; i < kRounds; ++i) {
    if (::waitpid(process_, nullptr, WNOHANG) == process_) return;
    ::poll(nullptr, 0, i < kRounds / 2 ? 1 : 10);
  }
  ::kill(process_, SIGKILL);
  while (::waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
  }
}

Result<Lease> ForkServer::Call(const WorkerCall& call, int input, int messages, int answer) {
  auto lease = io::MakePipe();
  if (!lease) return lease.failure();
  std::array<int, kCallDescriptors> descriptors{};
  descriptors[kLease] = lease->write.number();
  descriptors[kInput] = input;
  descriptors[kMessages] = messages;
  descriptors[kAnswer] = answer;
  if (const int error = SendCall(socket_.number(), WriteCall(call), descriptors); error != 0) {
    return Failure{ErrorText(error)};
  }
  return Lease(std::move(lease->read));
}

Result<std::shared_ptr<ForkServer>> ServerOf(const std::string& program, bool anew) {
  static std::mutex mutex;
  static std::map<std::string, std::shared_ptr<ForkServer>> servers;
  const std::lock_guard lock(mutex);
  auto& server = servers[program];
  if (server == nullptr || anew) {
    auto started = ForkServer::Start(program);
    if (!started) return started.failure();
    server = *started;
  }
  return server;
}

}  // namespace dossier::worker
