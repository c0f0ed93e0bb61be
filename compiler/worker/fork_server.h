// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <chrono>
#include <memory>
#include <string>
#include <utility>

#include "compiler/foundation/result.h"
#include "compiler/io/descriptor.h"
#include "compiler/worker/worker_call.h"

namespace dossier::worker {

/// The caller's hold on one worker. Letting go of it ends the worker.
class Lease {
 public:
  explicit Lease(io::Descriptor pipe) : pipe_(std::move(pipe)) {}

  /// How the worker ended; fails when it did not within `time`, or the program that started it is gone.
  [[nodiscard]] Result<Ending> WaitFor(std::chrono::milliseconds time);

 private:
  io::Descriptor pipe_;
};

/// A worker program that has loaded its libraries and forks a worker for every call.
///
/// It is executed without any of the environment (the C locale, one thread) and without any open
/// file but its socket, and never looks at an input itself: so what a worker inherits from it is
/// libraries, neither keys nor other exhibits (guarantee G9), and starting one costs a twentieth
/// of executing the program. Safe to use from several threads.
class ForkServer {
 public:
  /// Fails with the system's word when the program cannot be executed.
  [[nodiscard]] static Result<std::shared_ptr<ForkServer>> Start(const std::string& program);
  /// Ends the program and all workers it still has, and waits until they are gone.
  ~ForkServer();
  ForkServer(const ForkServer&) = delete;
  ForkServer& operator=(const ForkServer&) = delete;

  /// Starts a worker with these descriptors, which the caller may close afterwards. Fails when the
  /// program is gone.
  [[nodiscard]] Result<Lease> Call(const WorkerCall& call, int input, int messages, int answer);

 private:
  ForkServer(pid_t process, io::Descriptor socket) : process_(process), socket_(std::move(socket)) {}

  pid_t process_;
  io::Descriptor socket_;
};

/// The server of `program` in this process, started at its first use, again when it is gone.
[[nodiscard]] Result<std::shared_ptr<ForkServer>> ServerOf(const std::string& program, bool anew = false);

}  // namespace dossier::worker
