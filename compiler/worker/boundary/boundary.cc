// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/worker/boundary/boundary.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <algorithm>
#include <csignal>
#include <exception>
#include <new>

#include "compiler/foundation/wire.h"
#include "compiler/io/descriptor.h"
#include "compiler/worker/answer.h"
#include "compiler/worker/boundary/sandbox.h"

namespace dossier::worker {
namespace {

constexpr int kAnswerDescriptor = 3;
constexpr rlim_t kMostCpuSeconds = 24 * 3600;

bool SetLimit(__rlimit_resource resource, rlim_t soft, rlim_t hard) {
  struct rlimit now {};
  if (::getrlimit(resource, &now) != 0) return false;
  // The user's own limits may be tighter and stay.
  const struct rlimit wanted { std::min(soft, now.rlim_max), std::min(hard, now.rlim_max) };
  return ::setrlimit(resource, &wanted) == 0;
}

/// Sends records as they are made. A parent that went away ends the process.
class AnswerPipe {
 public:
  AnswerPipe() { Send(format_.Open()); }
  void Record(RecordKind kind, ByteView payload) {
    Send(format_.Head(kind, payload));
    Send(payload);
  }
  void Close() { Send(format_.Close()); }

 private:
  void Send(ByteView bytes) {
    if (io::WriteFully(kAnswerDescriptor, bytes) != 0) ::_exit(1);
  }

  AnswerFormat format_;
};

void ExtendTime(const WorkerCall& call, int pages) {
  struct rlimit now {};
  if (::getrlimit(RLIMIT_CPU, &now) != 0) return;
  const auto more =
      static_cast<rlim_t>(call.milliseconds_per_page * static_cast<std::int64_t>(pages) / 1000);
  static_cast<void>(SetLimit(RLIMIT_CPU, now.rlim_cur + more, now.rlim_max));
}

Result<Bytes> RunCaught(const Task& task, ByteView input, const AnnouncePages& announce) {
  try {
    return task.run(input, announce);
  } catch (const std::bad_alloc&) {
    return Failure{"it needs more memory than allowed"};
  } catch (const std::exception& error) {
    return Failure{std::string("the reader gave up: ") + error.what()};
  }
}

}  // namespace

Result<Sandbox> Confine(const WorkerCall& call, std::span<const std::string_view> also_readable) {
  bool done = ::prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) == 0 &&
              ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
  done = done && SetLimit(RLIMIT_CORE, 0, 0) && SetLimit(RLIMIT_FSIZE, 0, 0) &&
         SetLimit(RLIMIT_NOFILE, 64, 64) &&
         SetLimit(RLIMIT_CPU, static_cast<rlim_t>(call.cpu_seconds), kMostCpuSeconds);
#ifndef __SANITIZE_ADDRESS__
  // A sanitizer maps terabytes of shadow memory and starts a thread of its own.
  done = done && SetLimit(RLIMIT_NPROC, 0, 0) && ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0;
  if (call.address_space > 0) {
    done = done && SetLimit(RLIMIT_AS, call.address_space, call.address_space);
  }
#endif
  if (!done) return Failure{"the limits of the reader cannot be set: " + io::ErrorText(errno)};
  DropCapabilities();
  return CloseSandbox(also_readable);
}

Result<ByteView> MapInput() {
  struct stat status {};
  const int seals = ::fcntl(STDIN_FILENO, F_GET_SEALS);
  if (::fstat(STDIN_FILENO, &status) != 0 || seals < 0 || (seals & F_SEAL_WRITE) == 0) {
    return Failure{"the input is not sealed"};
  }
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size == 0) return ByteView();
  void* start = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, STDIN_FILENO, 0);
  if (start == MAP_FAILED) return Failure{"it needs more memory than allowed"};
  return ByteView(static_cast<const char*>(start), size);
}

int RunTask(const WorkerCall& call, std::span<const Task> tasks, ByteView input, Sandbox sandbox) {
  for (const Task& task : tasks) {
    if (task.name != call.task) continue;
    AnswerPipe answer;
    WireWriter closed;
    closed.Byte(static_cast<std::uint8_t>(sandbox));
    answer.Record(RecordKind::kSandbox, std::move(closed).Take());
    const auto result = RunCaught(task, input, [&](int pages) {
      ExtendTime(call, pages);
      WireWriter payload;
      payload.Number(pages);
      answer.Record(RecordKind::kPages, std::move(payload).Take());
    });
    if (result) {
      answer.Record(RecordKind::kData, result.value());
    } else {
      answer.Record(RecordKind::kRefusal, result.failure().reason);
    }
    answer.Close();
    return 0;
  }
  return 2;
}

}  // namespace dossier::worker
