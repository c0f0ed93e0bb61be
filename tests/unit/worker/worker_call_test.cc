// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/worker/worker_call.h"

#include <gtest/gtest.h>

#include <string>

namespace dossier::worker {
namespace {

using std::string_literals::operator""s;

TEST(WorkerCall, ComesBackAsItWasWritten) {
  const WorkerCall call{.task = "inspect-pdf",
                        .address_space = std::uint64_t{1} << 40,
                        .cpu_seconds = 11,
                        .milliseconds_per_page = 500,
                        .may_stay_open = true};
  const auto read = ReadCall(WriteCall(call));
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read->task, call.task);
  EXPECT_EQ(read->address_space, call.address_space);
  EXPECT_EQ(read->cpu_seconds, 11);
  EXPECT_EQ(read->milliseconds_per_page, 500);
  EXPECT_TRUE(read->may_stay_open);
  EXPECT_LT(WriteCall(call).size(), kMostCallBytes);
}

TEST(WorkerCall, WhatNobodyWritesIsRefused) {
  const std::string good = "echo\0" "0\0" "1\0" "500\0" "0\0"s;
  ASSERT_TRUE(ReadCall(good).ok());
  for (std::size_t cut = 0; cut < good.size(); ++cut) EXPECT_FALSE(ReadCall(good.substr(0, cut)).ok()) << cut;
  EXPECT_FALSE(ReadCall(good + good).ok());
  EXPECT_FALSE(ReadCall("echo\0" "0\0" "0\0" "500\0" "0\0"s).ok()) << "no time at all";
  EXPECT_FALSE(ReadCall("echo\0" "-1\0" "1\0" "500\0" "0\0"s).ok());
}

TEST(Ending, ComesBackAsItWasWritten) {
  for (const Ending ending : {Ending{true, 0}, Ending{true, 11}, Ending{true, 9 << 8}, Ending{false, 11}}) {
    const Ending read = Ending::Read(ending.Write());
    EXPECT_EQ(read.started, ending.started);
    EXPECT_EQ(read.value, ending.value);
  }
}

}  // namespace
}  // namespace dossier::worker
