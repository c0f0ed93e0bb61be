// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/cache/store.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <string>

#include "tests/support/temporary_folder.h"

namespace dossier::cache {
namespace {

using tests::TemporaryFolder;

unsigned ModeOf(const std::string& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0 ? status.st_mode & 07777u : 0u;
}

void Fill(const std::string& folder) {
  Store store = Store::Open(folder);
  ASSERT_TRUE(store.open());
  store.Put({{"a", "first"}, {"b", std::string("nul\0inside", 10)}, {"empty", ""}});
}

TEST(Store, RemembersAcrossRuns) {
  TemporaryFolder folder;
  Fill(folder.At("deep/cache"));
  Store store = Store::Open(folder.At("deep/cache"));
  EXPECT_EQ(store.Get("a"), "first");
  EXPECT_EQ(store.Get("b"), std::string("nul\0inside", 10));
  EXPECT_EQ(store.Get("empty"), "");
  EXPECT_EQ(store.Get("none"), std::nullopt);
  store.Put({{"a", "second"}});
  EXPECT_EQ(store.Get("a"), "second");
}

TEST(Store, IsPrivate) {
  TemporaryFolder folder;
  ::umask(0);
  Fill(folder.At("cache"));
  EXPECT_EQ(ModeOf(folder.At("cache")), 0700u);
  EXPECT_EQ(ModeOf(folder.At("cache/texts.sqlite")), 0600u);
  // A folder that was open to others is closed.
  ASSERT_EQ(::chmod(folder.At("cache").c_str(), 0755), 0);
  Fill(folder.At("cache"));
  EXPECT_EQ(ModeOf(folder.At("cache")), 0700u);
}

TEST(Store, WithoutAFolderEverythingMisses) {
  TemporaryFolder folder;
  folder.Put("file", "x");
  std::filesystem::create_directory_symlink(folder.path(), folder.At("link"));
  for (const std::string& path : {std::string(), folder.At("file/below"), folder.At("file"),
                                  std::string("/proc/none/cache"), folder.At("link")}) {
    Store store = Store::Open(path);
    EXPECT_FALSE(store.open()) << path;
    store.Put({{"a", "x"}});
    EXPECT_EQ(store.Get("a"), std::nullopt) << path;
  }
  EXPECT_EQ(folder.Count(), 2);
}

TEST(Store, DamageIsAMissAndHealsItself) {
  TemporaryFolder folder;
  Fill(folder.At("cache"));
  const std::string whole = folder.Get("cache/texts.sqlite");
  for (std::size_t at = 0; at < whole.size(); at += 97) {
    std::string damaged = whole;
    for (std::size_t i = at; i < std::min(at + 50, damaged.size()); ++i) {
      damaged[i] = static_cast<char>(damaged[i] ^ 0x5A);
    }
    folder.Put("cache/texts.sqlite", damaged);
    Store store = Store::Open(folder.At("cache"));
    const auto value = store.Get("a");
    EXPECT_TRUE(!value || *value == "first") << at;
  }
  for (const std::string& content : {std::string("not a database"), whole.substr(0, 5000)}) {
    folder.Put("cache/texts.sqlite", content);
    static_cast<void>(Store::Open(folder.At("cache")).Get("a"));
    Fill(folder.At("cache"));
    EXPECT_EQ(Store::Open(folder.At("cache")).Get("a"), "first");
  }
}

TEST(Store, IsBounded) {
  TemporaryFolder folder;
  constexpr std::uint64_t kMost = 100'000;
  Store store = Store::Open(folder.At("cache"), kMost);
  for (int i = 0; i < 50; ++i) {
    store.Put({{"key" + std::to_string(i), std::string(10'000, 'x')}});
  }
  int kept = 0;
  for (int i = 0; i < 50; ++i) kept += store.Get("key" + std::to_string(i)).has_value() ? 1 : 0;
  EXPECT_EQ(kept, 10);
  EXPECT_TRUE(store.Get("key49").has_value()) << "the newest stays";
  store.Put({{"huge", std::string(kMost + 1, 'x')}});
  EXPECT_EQ(store.Get("huge"), std::nullopt);
  EXPECT_TRUE(store.Get("key49").has_value());
}

TEST(Store, FullDiskIsAMiss) {
  TemporaryFolder folder;
  const pid_t child = ::fork();
  if (child == 0) {
    std::signal(SIGXFSZ, SIG_IGN);
    const struct rlimit limit { 20'000, 20'000 };
    ::setrlimit(RLIMIT_FSIZE, &limit);
    Store store = Store::Open(folder.At("cache"));
    store.Put({{"a", std::string(200'000, 'x')}});
    ::_exit(store.Get("a").has_value() ? 1 : 17);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_EQ(WEXITSTATUS(status), 17);
  Fill(folder.At("cache"));
  EXPECT_EQ(Store::Open(folder.At("cache")).Get("a"), "first");
}

TEST(Store, KilledWritersLeaveAUsableStore) {
  TemporaryFolder folder;
  Fill(folder.At("cache"));
  for (int trial = 0; trial < 20; ++trial) {
    const pid_t child = ::fork();
    if (child == 0) {
      Store store = Store::Open(folder.At("cache"));
      for (int i = 0;; ++i) {
        store.Put(
            {{"k" + std::to_string(i % 7), std::string(40'000, static_cast<char>('a' + i % 7))}});
      }
    }
    ::usleep(static_cast<useconds_t>(2000 + 731 * trial));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    Store store = Store::Open(folder.At("cache"));
    for (int i = 0; i < 7; ++i) {
      const auto value = store.Get("k" + std::to_string(i));
      EXPECT_TRUE(!value || *value == std::string(40'000, static_cast<char>('a' + i)));
    }
  }
  Fill(folder.At("cache"));
  EXPECT_EQ(Store::Open(folder.At("cache")).Get("a"), "first");
}

TEST(Store, TwoRunsAtOnce) {
  TemporaryFolder folder;
  Store one = Store::Open(folder.At("cache"));
  Store other = Store::Open(folder.At("cache"));
  one.Put({{"a", "one"}});
  other.Put({{"b", "other"}});
  EXPECT_EQ(other.Get("a"), "one");
  EXPECT_EQ(one.Get("b"), "other");
}

}  // namespace
}  // namespace dossier::cache
