// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/worker/boundary/serve.h"

#include <poll.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <utility>
#include <vector>

#include "compiler/io/descriptor.h"

namespace dossier::worker {
namespace {

using io::Descriptor;

struct Received {
  std::string words;
  std::array<Descriptor, kCallDescriptors> descriptors;
};

/// A worker that has not been waited for, so its number is its own.
struct Worker {
  pid_t process = -1;
  Descriptor lease;
};

void Tell(const Descriptor& lease, const Ending& ending) {
  if (!lease.open()) return;
  const auto bytes = ending.Write();
  static_cast<void>(io::WriteFully(lease.number(), {bytes.data(), bytes.size()}));
}

/// What came over the socket; false when it was closed. A message without its descriptors has none.
bool Receive(Received& call) {
  std::array<char, kMostCallBytes> text{};
  constexpr std::size_t kBytes = sizeof(int) * kCallDescriptors;
  alignas(cmsghdr) std::array<char, CMSG_SPACE(kBytes)> space{};
  iovec into{text.data(), text.size()};
  msghdr message{};
  message.msg_iov = &into;
  message.msg_iovlen = 1;
  message.msg_control = space.data();
  message.msg_controllen = space.size();
  ssize_t got = 0;
  while ((got = ::recvmsg(STDIN_FILENO, &message, MSG_CMSG_CLOEXEC)) < 0 && errno == EINTR) {
  }
  if (got <= 0) return false;
  call.words.assign(text.data(), static_cast<std::size_t>(got));
  const cmsghdr* head = CMSG_FIRSTHDR(&message);
  if (head == nullptr || head->cmsg_type != SCM_RIGHTS || head->cmsg_len != CMSG_LEN(kBytes)) return true;
  std::array<int, kCallDescriptors> numbers{};
  std::memcpy(numbers.data(), CMSG_DATA(head), kBytes);
  for (std::size_t i = 0; i < numbers.size(); ++i) call.descriptors[i] = Descriptor(numbers[i]);
  return true;
}

class Server {
 public:
  Server(const std::function<int(const WorkerCall&)>& work, Descriptor children)
      : work_(work), children_(std::move(children)) {}

  int Run() {
    while (true) {
      std::vector<pollfd> ready{{STDIN_FILENO, POLLIN, 0}, {children_.number(), POLLIN, 0}};
      for (const Worker& worker : workers_) ready.push_back({worker.lease.number(), 0, 0});
      if (::poll(ready.data(), ready.size(), -1) < 0 && errno != EINTR) break;
      for (std::size_t i = 0; i < workers_.size(); ++i) {
        if (ready[i + 2].revents != 0) Abandon(workers_[i]);
      }
      if (ready[1].revents != 0) Reap();
      if (ready[0].revents != 0 && !Take()) break;
    }
    for (const Worker& worker : workers_) ::kill(worker.process, SIGKILL);
    while (::waitpid(-1, nullptr, 0) > 0 || errno == EINTR) {
    }
    return 0;
  }

 private:
  /// Nobody waits for this one any more.
  static void Abandon(Worker& worker) {
    ::kill(worker.process, SIGKILL);
    worker.lease.Close();  // which `poll` passes over from now on
  }

  void Reap() {
    signalfd_siginfo information{};
    while (::read(children_.number(), &information, sizeof(information)) > 0) {
    }
    int status = 0;
    for (pid_t process = 0; (process = ::waitpid(-1, &status, WNOHANG)) > 0;) {
      const auto found = std::find_if(workers_.begin(), workers_.end(),
                                      [&](const Worker& worker) { return worker.process == process; });
      if (found == workers_.end()) continue;
      Tell(found->lease, {.started = true, .value = status});
      workers_.erase(found);
    }
  }

  bool Take() {
    Received received;
    if (!Receive(received)) return false;
    const auto call = ReadCall(received.words);
    if (!call || !received.descriptors[kAnswer].open()) return true;
    const pid_t server = ::getpid();
    const pid_t process = ::fork();
    if (process == 0) ::_exit(Work(*call, received, server));
    if (process < 0) {
      Tell(received.descriptors[kLease], {.started = false, .value = errno});
    } else {
      workers_.push_back({process, std::move(received.descriptors[kLease])});
    }
    return true;
  }

  int Work(const WorkerCall& call, const Received& received, pid_t server) {
    constexpr int kFirstOther = 4;
    const auto number = [&](CallDescriptor which) { return received.descriptors[which].number(); };
    // Descriptor 3 is taken since before the first call, so none of these is among the targets.
    bool done = number(kInput) >= kFirstOther && number(kMessages) >= kFirstOther &&
                number(kAnswer) >= kFirstOther;
    done = done && ::dup2(number(kInput), STDIN_FILENO) >= 0 &&
           ::dup2(number(kMessages), STDOUT_FILENO) >= 0 &&
           ::dup2(number(kMessages), STDERR_FILENO) >= 0 &&
           ::dup2(number(kAnswer), kFirstOther - 1) >= 0;
    ::closefrom(kFirstOther);
    sigset_t none;
    ::sigemptyset(&none);
    std::signal(SIGPIPE, SIG_DFL);
    done = done && ::sigprocmask(SIG_SETMASK, &none, nullptr) == 0 &&
           ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) == 0 && ::getppid() == server;
    return done ? work_(call) : 2;
  }

  const std::function<int(const WorkerCall&)>& work_;
  Descriptor children_;
  std::vector<Worker> workers_;
};

}  // namespace

int Serve(const std::function<int(const WorkerCall&)>& work) {
  std::signal(SIGPIPE, SIG_IGN);  // of a lease that was given up
  sigset_t ends;
  ::sigemptyset(&ends);
  ::sigaddset(&ends, SIGCHLD);
  if (::sigprocmask(SIG_BLOCK, &ends, nullptr) != 0) return 2;
  Descriptor children(::signalfd(-1, &ends, SFD_CLOEXEC | SFD_NONBLOCK));
  if (children.number() != 3) return 2;  // somebody else started this program
  return Server(work, std::move(children)).Run();
}

}  // namespace dossier::worker
