// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/io/output_folder.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>

#include "tests/support/temporary_folder.h"

namespace dossier::io {
namespace {

using ::testing::HasSubstr;
using tests::TemporaryFolder;

unsigned ModeOf(const std::string& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0 ? status.st_mode & 07777u : 0u;
}

/// Runs `action` in a child with at most `bytes` to a file; its return value is the exit code.
template <typename Action>
int WithFileSizeLimit(rlim_t bytes, Action action) {
  const pid_t child = ::fork();
  if (child == 0) {
    std::signal(SIGXFSZ, SIG_IGN);
    const struct rlimit limit { bytes, bytes };
    ::setrlimit(RLIMIT_FSIZE, &limit);
    ::_exit(action());
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST(WriteWhole, ReplacesTheFileAndLeavesNothingElse) {
  TemporaryFolder folder;
  folder.Put("out.pdf", "old and longer");
  ::umask(0);
  EXPECT_TRUE(WriteWhole(folder.At("out.pdf"), "new").ok());
  EXPECT_EQ(folder.Get("out.pdf"), "new");
  EXPECT_EQ(ModeOf(folder.At("out.pdf")), 0600u);
  EXPECT_EQ(folder.Count(), 1);
}

TEST(WriteWhole, IsPrivateWhateverTheUmask) {
  TemporaryFolder folder;
  for (const mode_t mask : {0000u, 0022u, 0077u, 0777u}) {
    const mode_t before = ::umask(mask);
    EXPECT_TRUE(WriteWhole(folder.At("out"), "x").ok());
    ::umask(before);
    EXPECT_EQ(ModeOf(folder.At("out")), 0600u);
  }
}

TEST(WriteWhole, FailureNamesPathAndCauseAndDoesNoDamage) {
  TemporaryFolder folder;
  folder.Put("out", "old");
  EXPECT_THAT(WriteWhole(folder.At("none/out"), "x").failure().reason,
              HasSubstr(folder.At("none") + ": no such file or directory"));
  std::filesystem::create_directory(folder.At("folder"));
  EXPECT_THAT(WriteWhole(folder.At("folder"), "x").failure().reason,
              HasSubstr(folder.At("folder") + ": there is something that is not a regular file"));
  EXPECT_FALSE(WriteWhole(folder.path() + "/", "x").ok());
  ASSERT_EQ(::mkfifo(folder.At("fifo").c_str(), 0600), 0);
  EXPECT_FALSE(WriteWhole(folder.At("fifo"), "x").ok());
  EXPECT_EQ(folder.Get("out"), "old");
  EXPECT_EQ(folder.Count(), 3);
}

TEST(WriteWhole, FullDiskKeepsTheOldFile) {
  const std::string content(100'000, 'n');
  // The last size stops one byte before the end: buffered writers report success there.
  for (const rlim_t limit : {rlim_t{0}, rlim_t{1}, rlim_t{4096}, rlim_t{65536}, rlim_t{99'999}}) {
    TemporaryFolder folder;
    folder.Put("out", "old");
    const int failed = WithFileSizeLimit(limit, [&] {
      auto written = WriteWhole(folder.At("out"), content);
      return !written && written.failure().reason.find("out: ") != std::string::npos ? 17 : 0;
    });
    EXPECT_EQ(failed, 17) << limit;
    EXPECT_EQ(folder.Get("out"), "old") << limit;
    EXPECT_EQ(folder.Count(), 1) << limit;
  }
}

TEST(WriteAll, OneFileThatFailsStopsAllOfThem) {
  TemporaryFolder folder;
  folder.Put("brief.pdf", "old brief");
  const std::string large(10'000, 'x');
  const int failed = WithFileSizeLimit(5000, [&] {
    auto output = OutputFolder::Open(folder.path());
    if (!output) return 1;
    return output.value().WriteAll({{"brief.pdf", "new brief"}, {"bundle.pdf", large}}).ok() ? 2
                                                                                             : 17;
  });
  EXPECT_EQ(failed, 17);
  EXPECT_EQ(folder.Get("brief.pdf"), "old brief");
  EXPECT_EQ(folder.Count(), 1);
}

TEST(WriteAll, WritesTheWholeSet) {
  TemporaryFolder folder;
  folder.Put("brief.pdf", "old brief");
  auto output = OutputFolder::Open(folder.At("made/deep"));
  ASSERT_TRUE(output.ok());
  EXPECT_EQ(ModeOf(folder.At("made/deep")), 0700u);
  EXPECT_TRUE(output.value().WriteAll({{"a", "1"}, {"b", ""}}).ok());
  EXPECT_TRUE(output.value().WriteAll({{"b", "2"}, {"c", "3"}}).ok());
  EXPECT_EQ(folder.Get("made/deep/a") + folder.Get("made/deep/b") + folder.Get("made/deep/c"),
            "123");
  EXPECT_TRUE(output.value().Remove({"a", "not there"}).ok());
  EXPECT_FALSE(std::filesystem::exists(folder.At("made/deep/a")));
  EXPECT_FALSE(output.value().WriteAll({{"../out", "x"}}).ok());
  EXPECT_FALSE(output.value().Remove({"../out"}).ok());
}

TEST(WriteAll, ABadNameStopsTheWholeSet) {
  TemporaryFolder folder;
  folder.Put("a", "old a");
  auto output = OutputFolder::Open(folder.path());
  ASSERT_TRUE(output.ok());
  EXPECT_FALSE(output.value().WriteAll({{"a", "new a"}, {"", "x"}}).ok());
  EXPECT_EQ(folder.Get("a"), "old a");
  EXPECT_EQ(folder.Count(), 1);
}

TEST(WriteAll, TakesBackEarlierRenamesWhenALaterOneFails) {
  TemporaryFolder folder;
  folder.Put("a", "old a");
  auto output = OutputFolder::Open(folder.path());
  ASSERT_TRUE(output.ok());
  // Too long for a directory entry, which shows only when it is renamed.
  const std::string long_name(300, 'n');
  const auto written =
      output.value().WriteAll({{"a", "new a"}, {"fresh", "new"}, {long_name, "x"}});
  ASSERT_FALSE(written.ok());
  EXPECT_THAT(written.failure().reason, HasSubstr("file name too long"));
  EXPECT_EQ(folder.Get("a"), "old a");
  EXPECT_EQ(folder.Count(), 1);
}

TEST(OutputFolder, SecondRunIsRefused) {
  TemporaryFolder folder;
  {
    auto first = OutputFolder::Open(folder.path());
    ASSERT_TRUE(first.ok());
    const auto second = OutputFolder::Open(folder.path());
    ASSERT_FALSE(second.ok());
    EXPECT_THAT(second.failure().reason, HasSubstr("another run is writing"));
  }
  EXPECT_TRUE(OutputFolder::Open(folder.path()).ok());
}

TEST(OutputFolder, InsideACaseNoLinkIsFollowed) {
  TemporaryFolder outside;
  TemporaryFolder folder;
  std::filesystem::create_directory_symlink(outside.path(), folder.At("derived"));
  EXPECT_FALSE(OutputFolder::OpenInside(folder.path(), "derived").ok());
  EXPECT_FALSE(OutputFolder::OpenInside(folder.path(), "../x").ok());
  EXPECT_TRUE(OutputFolder::OpenInside(folder.path(), "fresh").ok());
  EXPECT_EQ(ModeOf(folder.At("fresh")), 0700u);
}

TEST(OutputFolder, AFileInTheWayIsNamed) {
  TemporaryFolder folder;
  folder.Put("file", "x");
  EXPECT_THAT(OutputFolder::Open(folder.At("file")).failure().reason, HasSubstr(folder.At("file")));
  EXPECT_THAT(OutputFolder::Open(folder.At("file/below")).failure().reason,
              HasSubstr(folder.At("file")));
}

TEST(Leftovers, OfDeadRunsGoAndOfLivingOnesStay) {
  TemporaryFolder folder;
  folder.Put(".dossier-1-1.part", "dead");
  folder.Put(".dossier-2-2.part", "alive");
  folder.Put("not.part", "mine");
  const Descriptor alive(::open(folder.At(".dossier-2-2.part").c_str(), O_RDONLY | O_CLOEXEC));
  ASSERT_EQ(::flock(alive.number(), LOCK_EX), 0);
  EXPECT_TRUE(WriteWhole(folder.At("out"), "x").ok());
  EXPECT_FALSE(std::filesystem::exists(folder.At(".dossier-1-1.part")));
  EXPECT_TRUE(std::filesystem::exists(folder.At(".dossier-2-2.part")));
  EXPECT_TRUE(std::filesystem::exists(folder.At("not.part")));
}

TEST(Kill, LeavesTheOldOrTheNewFileWhole) {
  TemporaryFolder folder;
  const std::string content[2] = {std::string(300'000, 'a'), std::string(500'000, 'b')};
  ASSERT_TRUE(WriteWhole(folder.At("out"), content[0]).ok());
  for (int trial = 0; trial < 60; ++trial) {
    const pid_t child = ::fork();
    if (child == 0) {
      for (unsigned round = 0;; ++round) {
        static_cast<void>(WriteWhole(folder.At("out"), content[round % 2]).ok());
      }
    }
    ::usleep(static_cast<useconds_t>(300 + 137 * trial));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    const std::string now = folder.Get("out");
    ASSERT_TRUE(now == content[0] || now == content[1]) << "trial " << trial << ", " << now.size();
  }
  ASSERT_TRUE(WriteWhole(folder.At("out"), "last").ok());
  EXPECT_EQ(folder.Count(), 1) << "leftovers of the killed writers";
}

}  // namespace
}  // namespace dossier::io
