// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/worker/parallel.h"

#include <gtest/gtest.h>

#include <vector>

namespace dossier::worker {
namespace {

TEST(ForEach, CallsEveryIndexOnce) {
  for (const int jobs : {0, 1, 3, 1000}) {
    for (const std::size_t count : {0u, 1u, 2u, 500u}) {
      std::vector<int> calls(count, 0);
      ForEach(count, jobs, [&](std::size_t i) { ++calls[i]; });
      EXPECT_EQ(calls, std::vector<int>(count, 1)) << jobs << " jobs, " << count;
    }
  }
}

}  // namespace
}  // namespace dossier::worker
