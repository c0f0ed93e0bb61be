// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/worker/run.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <vector>

#include "compiler/io/descriptor.h"
#include "compiler/worker/answer.h"
#include "compiler/worker/fork_server.h"
#include "compiler/worker/untrusted_text.h"

namespace dossier::worker {
namespace {

using Clock = std::chrono::steady_clock;
using io::Descriptor;
using io::ErrorText;

constexpr std::size_t kMostMessages = 64 * 1024;

constexpr std::uint8_t kNoWorkerYet = 0xFF;
// Told to the report once, at the end of a run, so that no caller of `Run` can forget a worker.
std::atomic<std::uint8_t> weakest_sandbox{kNoWorkerYet};

std::atomic<bool> open_allowed{false};

void Note(Sandbox sandbox) {
  const auto value = static_cast<std::uint8_t>(sandbox);
  std::uint8_t known = weakest_sandbox.load();
  while (value < known && !weakest_sandbox.compare_exchange_weak(known, value)) {
  }
}

Outcome NotStarted(std::string reason) {
  Outcome outcome;
  outcome.reason = std::move(reason);
  return outcome;
}

/// The input in memory that nobody can change any more, this process included.
Result<Descriptor> Seal(ByteView input) {
  Descriptor memory(::memfd_create("dossier-input", MFD_CLOEXEC | MFD_ALLOW_SEALING));
  if (!memory.open()) return Failure{ErrorText(errno)};
  if (const int error = io::WriteFully(memory.number(), input); error != 0) {
    return Failure{ErrorText(error)};
  }
  if (::fcntl(memory.number(), F_ADD_SEALS,
              F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE) != 0) {
    return Failure{ErrorText(errno)};
  }
  return memory;
}

/// A worker and the ends of its pipes.
struct Child {
  Lease lease;
  Descriptor answer, messages;
};

/// Follows one worker until it is gone.
class Watch {
 public:
  Watch(Child child, const Limits& limits)
      : child_(std::move(child)), limits_(limits), deadline_(Clock::now() + limits.wall) {}

  Outcome Finish() {
    Collect();
    child_.answer.Close();
    child_.messages.Close();
    auto answer = stopped_.empty() ? ParseAnswer(stream_) : Result<Answer>(Failure{stopped_});
    Outcome outcome;
    outcome.messages = std::move(messages_);
    if (answer) {
      outcome.status = answer->refused ? Status::kRefused : Status::kAnswered;
      outcome.sandbox = answer->sandbox;
      Note(answer->sandbox);
      if (answer->refused) {
        outcome.reason = CleanLine(std::move(answer->content));
      } else {
        outcome.content = std::move(answer->content);
      }
      return outcome;
    }
    outcome.status = Status::kBroken;
    outcome.reason = stopped_;
    if (!stopped_.empty()) return outcome;
    // Both pipes are closed, so it is about to end by itself, and how it does is the reason.
    const auto ending = child_.lease.WaitFor(std::chrono::seconds(1));
    if (!ending) {
      outcome.reason = ending.failure().reason;
      return outcome;
    }
    if (!ending->started) return NotStarted("cannot start the reader: " + ErrorText(ending->value));
    if (WIFEXITED(ending->value) && WEXITSTATUS(ending->value) == kNotClosed) {
      return NotStarted(
          "nothing closes the program that reads them off from this machine (neither Landlock nor "
          "seccomp); --allow-no-sandbox reads them all the same");
    }
    outcome.reason = Explain(ending->value, answer.failure().reason, outcome.messages);
    return outcome;
  }

 private:
  void Collect() {
    while (stopped_.empty() && (child_.answer.open() || child_.messages.open())) {
      const auto left =
          std::chrono::duration_cast<std::chrono::milliseconds>(deadline_ - Clock::now()).count();
      if (left <= 0) return Stop("reading it took longer than " + Seconds(allowed_));
      // A closed descriptor is -1, which `poll` passes over.
      std::array<pollfd, 2> ready{
          {{child_.answer.number(), POLLIN, 0}, {child_.messages.number(), POLLIN, 0}}};
      const int count = ::poll(ready.data(), ready.size(),
                               static_cast<int>(std::min<std::int64_t>(left + 1, 60'000)));
      if (count < 0 && errno != EINTR) return Stop("waiting for the reader: " + ErrorText(errno));
      if (count <= 0) continue;
      if (ready[0].revents != 0) ReadAnswer();
      if (ready[1].revents != 0) ReadMessages();
    }
  }

  void ReadAnswer() {
    const ByteView piece = ReadFrom(child_.answer);
    constexpr std::uint64_t kOverhead = 4096;  // heads and digest
    if (stream_.size() + piece.size() > limits_.answer + kOverhead) {
      return Stop("the answer is larger than " + std::to_string(limits_.answer >> 20) + " MiB");
    }
    stream_.append(piece);
    if (extended_) return;
    if (const auto pages = AnnouncedPages(stream_)) {
      extended_ = true;
      const auto more = limits_.wall_per_page * std::min(*pages, limits_.most_pages);
      deadline_ += more;
      allowed_ += more;
    }
  }

  void ReadMessages() {
    const ByteView piece = ReadFrom(child_.messages);
    messages_.append(piece.substr(0, kMostMessages - messages_.size()));
  }

  ByteView ReadFrom(Descriptor& from) {
    const ssize_t got = ::read(from.number(), buffer_.data(), buffer_.size());
    if (got > 0) return {buffer_.data(), static_cast<std::size_t>(got)};
    if (got == 0 || errno != EINTR) from.Close();
    return {};
  }

  void Stop(std::string reason) { stopped_ = std::move(reason); }

  static std::string Seconds(std::chrono::milliseconds time) {
    const std::int64_t tenths = time.count() / 100;
    const std::string whole = std::to_string(tenths / 10);
    return (tenths % 10 == 0 ? whole : whole + "." + std::to_string(tenths % 10)) + " s";
  }

  [[nodiscard]] std::string Explain(int status, const std::string& otherwise,
                                    std::string_view messages) const {
    // poppler writes these words past its own error function.
    if (messages.find("Out of memory") != std::string_view::npos) {
      return "it needs more memory than " + std::to_string(limits_.address_space >> 20) + " MiB";
    }
    if (WIFSIGNALED(status)) {
      const int signal = WTERMSIG(status);
      if (signal == SIGXCPU) return "reading it took longer than " + Seconds(allowed_);
      const char* name = ::sigabbrev_np(signal);
      return "the reader crashed (signal " + std::to_string(signal) +
             (name != nullptr ? std::string(", SIG") + name : std::string()) + ")";
    }
    if (WIFEXITED(status) && WEXITSTATUS(status) != 0) {
      return "the reader ended with exit code " + std::to_string(WEXITSTATUS(status));
    }
    return otherwise;
  }

  Child child_;
  Limits limits_;
  Clock::time_point deadline_;
  std::chrono::milliseconds allowed_ = limits_.wall;
  bool extended_ = false;
  Bytes stream_;
  std::string messages_;
  std::string stopped_;
  std::array<char, 64 * 1024> buffer_{};
};

/// A worker of the server of `program`; of a new server where the old one is gone.
Result<Lease> Call(const std::string& program, const WorkerCall& call, const Descriptor& input,
                   const io::Pipe& messages, const io::Pipe& answer) {
  Result<Lease> lease = Failure{};
  for (const bool anew : {false, true}) {
    const auto server = ServerOf(program, anew);
    if (!server) return server.failure();
    lease = (*server)->Call(call, input.number(), messages.write.number(), answer.write.number());
    if (lease) break;
  }
  return lease;
}

}  // namespace

Outcome Run(const std::string& program, const Request& request) {
  auto input = Seal(request.input);
  if (!input) return NotStarted("cannot hand the file to the reader: " + input.failure().reason);
  auto answer = io::MakePipe();
  auto messages = io::MakePipe();
  if (!answer || !messages) return NotStarted("cannot start " + program + ": no pipe");
  const auto seconds =
      std::chrono::duration_cast<std::chrono::seconds>(request.limits.wall).count() + 1;
  const WorkerCall call{.task = std::string(request.task),
                        .address_space = request.limits.address_space,
                        .cpu_seconds = seconds,
                        .milliseconds_per_page = request.limits.wall_per_page.count(),
                        .may_stay_open = open_allowed || BuiltOpen()};
  auto lease = Call(program, call, *input, *messages, *answer);
  if (!lease) return NotStarted("cannot start " + program + ": " + lease.failure().reason);
  Child child{.lease = std::move(*lease), .answer = {}, .messages = {}};
  answer->write.Close();
  messages->write.Close();
  child.answer = std::move(answer->read);
  child.messages = std::move(messages->read);
  return Watch(std::move(child), request.limits).Finish();
}

bool BuiltOpen() {
#ifdef __SANITIZE_ADDRESS__
  return true;
#else
  return false;
#endif
}

void AllowOpenWorkers() { open_allowed = true; }

Result<std::string> ProgramPath() {
  std::array<char, 4096> path{};
  const ssize_t length = ::readlink("/proc/self/exe", path.data(), path.size());
  if (length <= 0 || static_cast<std::size_t>(length) >= path.size()) {
    return Failure{"cannot find out where this program lies"};
  }
  const std::string_view self(path.data(), static_cast<std::size_t>(length));
  const std::string program = std::string(self.substr(0, self.rfind('/') + 1)) + "dossier-worker";
  if (::access(program.c_str(), X_OK) != 0) {
    return Failure{"there is no program " + program + ": " + ErrorText(errno)};
  }
  return program;
}

std::optional<Sandbox> WeakestSandbox() {
  const std::uint8_t value = weakest_sandbox.load();
  if (value == kNoWorkerYet) return std::nullopt;
  return static_cast<Sandbox>(value);
}

}  // namespace dossier::worker
