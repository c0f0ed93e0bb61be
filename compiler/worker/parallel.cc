// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/worker/parallel.h"

#include <algorithm>
#include <atomic>
#include <system_error>
#include <thread>
#include <vector>

namespace dossier::worker {

void ForEach(std::size_t count, int jobs, const std::function<void(std::size_t)>& action) {
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next.fetch_add(1); i < count; i = next.fetch_add(1)) action(i);
  };
  const std::size_t wanted =
      jobs > 0 ? static_cast<std::size_t>(jobs) : std::max(1u, std::thread::hardware_concurrency());
  constexpr std::size_t kMostThreads = 64;
  std::vector<std::thread> helpers;
  try {
    while (helpers.size() + 1 < std::min({wanted, count, kMostThreads})) helpers.emplace_back(work);
  } catch (const std::system_error&) {
    // No more threads to be had: those that exist do the work.
  }
  work();
  for (std::thread& helper : helpers) helper.join();
}

}  // namespace dossier::worker
