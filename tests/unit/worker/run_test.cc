// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/worker/run.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <thread>
#include <vector>

#include "compiler/worker/answer.h"

namespace dossier::worker {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

const std::string kProgram = MISBEHAVING_WORKER;

Outcome RunTaskNamed(std::string_view task, ByteView input = {}, Limits limits = {}) {
  return Run(kProgram, {.task = task, .input = input, .limits = limits});
}

void CheckBroken(std::string_view task, const std::string& reason, Limits limits = {}) {
  const Outcome outcome = RunTaskNamed(task, {}, limits);
  EXPECT_EQ(outcome.status, Status::kBroken) << task;
  EXPECT_THAT(outcome.reason, HasSubstr(reason)) << task;
  EXPECT_TRUE(outcome.content.empty()) << task;
}

Limits ShortTime() {
  Limits limits;
  limits.wall = std::chrono::milliseconds(300);
  return limits;
}

std::string Stream(std::vector<std::pair<RecordKind, std::string>> records) {
  AnswerFormat format;
  std::string stream = format.Open();
  for (const auto& [kind, payload] : records) stream += format.Head(kind, payload) + payload;
  return stream + format.Close();
}

TEST(Run, GivesTheAnswerWhole) {
  EXPECT_EQ(RunTaskNamed("echo", "").status, Status::kAnswered);
  std::string large(5'000'000, 'x');
  large[4'999'999] = '\0';
  const Outcome outcome = RunTaskNamed("echo", large);
  EXPECT_EQ(outcome.status, Status::kAnswered) << outcome.reason;
  EXPECT_EQ(outcome.content, large);
}

TEST(Run, TellsRefusalFromBreakdown) {
  const Outcome outcome = RunTaskNamed("refuse");
  EXPECT_EQ(outcome.status, Status::kRefused);
  EXPECT_EQ(outcome.reason, "it is not mine");
  EXPECT_EQ(RunTaskNamed("throw").reason, "the reader gave up: unexpected");
}

TEST(Run, ReasonsAreHarmless) {
  EXPECT_EQ(RunTaskNamed("refuse-with", "\x1B[31mred\nline \xFF \u202Eright").reason,
            " [31mred line \uFFFD right");
}

TEST(Run, EveryBreakdownIsOneReason) {
  CheckBroken("crash", "signal 11, SIGSEGV");
  CheckBroken("abort", "signal 6, SIGABRT");
  CheckBroken("exit", "exit code 9");
  CheckBroken("no such task", "exit code 2");
  CheckBroken("hang", "longer than 0.3 s", ShortTime());
  CheckBroken("linger", "did not end", ShortTime());
  CheckBroken("spin", "longer than 0.3 s", ShortTime());
}

TEST(Run, AnswerHasALimit) {
  Limits limits;
  limits.answer = std::uint64_t{3} << 20;
  CheckBroken("flood", "larger than 3 MiB", limits);
}

TEST(Run, MemoryHasALimit) {
#ifndef __SANITIZE_ADDRESS__
  const Outcome outcome = RunTaskNamed("memory");
  EXPECT_EQ(outcome.status, Status::kRefused);
  EXPECT_EQ(outcome.reason, "it needs more memory than allowed");
#else
  CheckBroken("memory", "", ShortTime());
#endif
}

TEST(Run, MessagesNeitherBlockNorGrow) {
  const Outcome outcome = RunTaskNamed("chatter");
  EXPECT_EQ(outcome.content, "done");
  EXPECT_EQ(outcome.messages.size(), 64u * 1024);
}

TEST(Run, MorePagesMoreTime) {
  EXPECT_EQ(RunTaskNamed("sleep-pages", {}, ShortTime()).content, "slept");
  Limits limits = ShortTime();
  limits.most_pages = 0;
  CheckBroken("sleep-pages", "longer than 0.3 s", limits);
}

TEST(Run, WorkerSeesNothingButItsInput) {
  const std::array<int, 2> held{::open("/etc/passwd", O_RDONLY), ::open("/", O_RDONLY)};
  ::setenv("DOSSIER_SECRET", "secret", 1);
  const Outcome outcome = RunTaskNamed("surroundings", "x");
  for (const int descriptor : held) ::close(descriptor);
  EXPECT_EQ(outcome.content, "descriptors 4\nLC_ALL=C\nOMP_THREAD_LIMIT=1\nGLIBC_TUNABLES=glibc.malloc.hugetlb=1\nLD_BIND_NOW=1\nwrites nothing\ninput sealed\ncore 0\n");
}

TEST(Run, ProgramThatIsNotThereIsNotTheExhibitsFault) {
  const Outcome outcome =
      worker::Run("/nonexistent/worker", {.task = "echo", .input = {}, .limits = {}});
  EXPECT_EQ(outcome.status, Status::kNotStarted);
  EXPECT_THAT(outcome.reason, StartsWith("cannot start /nonexistent/worker: no such file"));
}

TEST(Run, ProgramsStartedByHandRefuse) {
  for (const char* words : {"", " serve", " echo 0 1 1 0"}) {
    EXPECT_NE(std::system((kProgram + words + " </dev/null >/dev/null 2>&1").c_str()), 0) << words;
  }
}

TEST(Run, OneBreakdownLeavesTheOthersAlone) {
  std::vector<std::thread> threads;
  std::array<Outcome, 12> outcomes;
  static constexpr std::array<std::string_view, 4> kTasks{"crash", "echo", "hang", "abort"};
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    threads.emplace_back([&outcomes, i] { outcomes[i] = RunTaskNamed(kTasks[i % 4], "mine", ShortTime()); });
  }
  for (std::thread& thread : threads) thread.join();
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    EXPECT_EQ(outcomes[i].status, i % 4 == 1 ? Status::kAnswered : Status::kBroken) << i << outcomes[i].reason;
  }
}

/// Processes of this program that are alive and children of `parent`.
std::vector<pid_t> ChildrenOf(pid_t parent) {
  std::vector<pid_t> found;
  std::ifstream list("/proc/" + std::to_string(parent) + "/task/" + std::to_string(parent) + "/children");
  for (pid_t child = 0; list >> child;) found.push_back(child);
  return found;
}

TEST(Run, TheProgramThatStartsWorkersIsReplacedWhenItIsGone) {
  ASSERT_EQ(RunTaskNamed("echo", "before").content, "before");
  const auto servers = ChildrenOf(::getpid());
  ASSERT_EQ(servers.size(), 1u) << "a second server, or none";
  ::kill(servers[0], SIGKILL);
  siginfo_t ended{};
  ASSERT_EQ(::waitid(P_PID, static_cast<id_t>(servers[0]), &ended, WEXITED | WNOWAIT), 0);
  EXPECT_EQ(RunTaskNamed("echo", "after").content, "after");
}

TEST(Run, AnAbandonedWorkerIsKilled) {
  static_cast<void>(RunTaskNamed("hang", {}, ShortTime()));
  const auto servers = ChildrenOf(::getpid());
  ASSERT_FALSE(servers.empty());
  for (int round = 0; round < 400 && !ChildrenOf(servers.back()).empty(); ++round) ::usleep(10'000);
  EXPECT_TRUE(ChildrenOf(servers.back()).empty());
}

TEST(Run, HostileStreamsAreBreakdowns) {
  const std::string good = Stream({{RecordKind::kData, "fact"}});
  EXPECT_EQ(RunTaskNamed("raw", "").status, Status::kBroken);
  for (std::size_t cut = 1; cut < good.size(); cut += 7) {
    const Outcome outcome = RunTaskNamed("raw", good.substr(0, cut));
    EXPECT_EQ(outcome.status, Status::kBroken) << cut;
    EXPECT_THAT(outcome.reason, HasSubstr("not whole")) << cut;
  }
}

TEST(Run, SeveralAtATime) {
  std::vector<std::thread> threads;
  std::array<std::string, 8> answers;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    threads.emplace_back([&answers, i] {
      answers[i] = RunTaskNamed("echo", std::string(200'000, static_cast<char>('a' + i))).content;
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (std::size_t i = 0; i < answers.size(); ++i) {
    EXPECT_EQ(answers[i], std::string(200'000, static_cast<char>('a' + i)));
  }
}

/// What this machine permits, asked of the kernel and not of the code under test.
Sandbox PossibleHere() {
#ifdef __SANITIZE_ADDRESS__
  return Sandbox::kNone;
#else
  constexpr int kAskVersion = 1;
  constexpr int kAskAction = 2;  // SECCOMP_GET_ACTION_AVAIL
  const std::uint32_t action = 0x7FFF0000;
  const bool files = ::syscall(SYS_landlock_create_ruleset, nullptr, 0, kAskVersion) > 0;
  const bool calls = ::syscall(SYS_seccomp, kAskAction, 0, &action) == 0;
  if (files && calls) return Sandbox::kFull;
  return files || calls ? Sandbox::kPartial : Sandbox::kNone;
#endif
}

TEST(Sandbox, IsWhatTheMachinePermits) {
  const Outcome outcome = RunTaskNamed("probe");
  ASSERT_EQ(outcome.status, Status::kAnswered) << outcome.reason;
  EXPECT_EQ(outcome.sandbox, PossibleHere());
  EXPECT_EQ(RunTaskNamed("refuse").sandbox, PossibleHere()) << "of one that refuses";
  EXPECT_EQ(RunTaskNamed("crash").sandbox, Sandbox::kNone) << "of one that said nothing whole";
  EXPECT_LE(WeakestSandbox(), PossibleHere());
}

TEST(Sandbox, RefusesWhatNoReaderNeeds) {
  const Outcome outcome = RunTaskNamed("probe");
  EXPECT_THAT(outcome.content, HasSubstr("read a file "));
  EXPECT_THAT(outcome.content, HasSubstr("\nbe traced "));
  if (outcome.sandbox == Sandbox::kFull) {
    EXPECT_THAT(outcome.content, Not(HasSubstr("possible")));
  } else if (outcome.sandbox == Sandbox::kNone) {
    EXPECT_THAT(outcome.content, HasSubstr("read a file possible"));
  }
}

TEST(Sandbox, LeavesTheTablesOfCharacters) {
  EXPECT_EQ(RunTaskNamed("tables").content, "UTF-16\nWINDOWS-1257\nISO-8859-13\nKOI8-R\n");
}

TEST(Sandbox, HasTheContractsWords) {
  EXPECT_EQ(ToString(Sandbox::kNone), "none");
  EXPECT_EQ(ToString(Sandbox::kPartial), "partial");
  EXPECT_EQ(ToString(Sandbox::kFull), "full");
}

TEST(ProgramPath, LooksBesideThisProgramOnly) {
  const auto path = ProgramPath();
  ASSERT_FALSE(path.ok()) << path.value();
  EXPECT_THAT(path.failure().reason, HasSubstr("/dossier-worker"));
}

}  // namespace
}  // namespace dossier::worker
