// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/io/case_folder.h"

#include <gtest/gtest.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstddef>
#include <filesystem>

#include "tests/support/memory_file_system.h"
#include "tests/support/temporary_folder.h"

namespace dossier::io {
namespace {

using tests::MemoryFileSystem;
using tests::TemporaryFolder;

CaseFolder OpenCase(const TemporaryFolder& folder) {
  auto opened = CaseFolder::Open(folder.path());
  EXPECT_TRUE(opened.ok());
  return std::move(opened).value();
}

void CheckError(const FileSystem& files, std::string_view path, ReadErrorKind kind) {
  const ReadResult result = files.Read(path, 1000);
  ASSERT_FALSE(result.ok()) << path;
  EXPECT_EQ(result.error().kind, kind) << path << ": " << result.error().reason;
  EXPECT_FALSE(result.error().reason.empty());
}

TEST(PlainPath, RefusesWhatCouldLeaveTheFolder) {
  for (const char* good : {"a", "files/e14.pdf", "a b/..c", "-x", "...", "a/.b"}) {
    EXPECT_TRUE(IsPlainRelativePath(good)) << good;
  }
  for (const char* bad :
       {"", "/", "/etc/passwd", "..", "../a", "a/../b", "a/..", "a//b", "a/", "."}) {
    EXPECT_FALSE(IsPlainRelativePath(bad)) << bad;
  }
  EXPECT_FALSE(IsPlainRelativePath(std::string_view("a\0b", 3)));
  EXPECT_FALSE(IsPlainRelativePath(std::string(5000, 'a')));
}

TEST(CaseFolder, ReadsWholeFilesBelowTheRoot) {
  TemporaryFolder folder;
  folder.Put("files/deep/e1.txt", std::string("a\0b", 3));
  folder.Put("empty", "");
  const CaseFolder files = OpenCase(folder);
  EXPECT_EQ(files.Read("files/deep/e1.txt", 3).value(), std::string("a\0b", 3));
  EXPECT_EQ(files.Read("empty", 0).value(), "");
}

TEST(CaseFolder, SaysHowLargeAFileIsThatItDoesNotRead) {
  TemporaryFolder folder;
  folder.Put("big", "four");
  const ReadResult result = OpenCase(folder).Read("big", 3);
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.error().kind, ReadErrorKind::kTooLarge);
  EXPECT_EQ(result.error().size, 4u);
}

TEST(CaseFolder, NeverLeavesTheFolder) {
  TemporaryFolder outside;
  outside.Put("secret", "secret");
  TemporaryFolder folder;
  folder.Put("inside/file", "x");
  std::filesystem::create_symlink(outside.At("secret"), folder.At("link"));
  std::filesystem::create_symlink("inside/file", folder.At("link-inside"));
  std::filesystem::create_directory_symlink(outside.path(), folder.At("folder-link"));
  std::filesystem::create_directory_symlink("/proc/self/root", folder.At("magic"));
  const CaseFolder files = OpenCase(folder);
  for (const std::string& path :
       {std::string("link"), std::string("link-inside"), std::string("folder-link/secret"),
        std::string("magic/etc/hostname"), std::string("inside/../../secret"), outside.At("secret"),
        std::string("..")}) {
    CheckError(files, path, ReadErrorKind::kEscapes);
  }
}

/// From here on `openat2` answers EPERM, as in containers whose filter does not know it.
bool DenyOpenat2() {
  std::array<sock_filter, 4> program{{
      {BPF_LD | BPF_W | BPF_ABS, 0, 0, offsetof(seccomp_data, nr)},
      {BPF_JMP | BPF_JEQ | BPF_K, 0, 1, SYS_openat2},
      {BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ERRNO | EPERM},
      {BPF_RET | BPF_K, 0, 0, SECCOMP_RET_ALLOW},
  }};
  const sock_fprog filter{program.size(), program.data()};
  return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}

TEST(CaseFolder, IsAsStrictWithoutOpenat2) {
  TemporaryFolder folder;
  folder.Put("inside/deep/file", "content");
  std::filesystem::create_symlink("inside/deep/file", folder.At("link"));
  std::filesystem::create_directory_symlink("inside", folder.At("folder-link"));
  const CaseFolder files = OpenCase(folder);
  const pid_t child = ::fork();
  if (child == 0) {
    if (!DenyOpenat2()) ::_exit(1);
    const auto kind_of = [&](const char* path) {
      const ReadResult read = files.Read(path, 100);
      return read ? -1 : static_cast<int>(read.error().kind);
    };
    if (kind_of("inside/deep/file") != -1) ::_exit(2);
    if (kind_of("link") != static_cast<int>(ReadErrorKind::kEscapes)) ::_exit(3);
    if (kind_of("folder-link/deep/file") != static_cast<int>(ReadErrorKind::kEscapes)) ::_exit(4);
    if (kind_of("inside/none/file") != static_cast<int>(ReadErrorKind::kMissing)) ::_exit(5);
    if (kind_of("inside/deep/file/x") != static_cast<int>(ReadErrorKind::kMissing)) ::_exit(6);
    ::_exit(17);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_EQ(WEXITSTATUS(status), 17);
}

TEST(CaseFolder, TellsApartWhyAFileCannotBeRead) {
  TemporaryFolder folder;
  folder.Put("file", "x");
  ASSERT_EQ(::mkfifo(folder.At("fifo").c_str(), 0600), 0);
  const CaseFolder files = OpenCase(folder);
  CheckError(files, "nothing", ReadErrorKind::kMissing);
  CheckError(files, "file/below", ReadErrorKind::kMissing);
  CheckError(files, std::string(300, 'n'), ReadErrorKind::kMissing);
  CheckError(files, "fifo", ReadErrorKind::kNotRegular);
  std::filesystem::create_directory(folder.At("folder"));
  CheckError(files, "folder", ReadErrorKind::kNotRegular);
}

TEST(CaseFolder, ListsEverythingSortedAndFollowsNothing) {
  TemporaryFolder folder;
  folder.Put("b/two", "22");
  folder.Put("a", "1");
  folder.Put("b.txt", "");
  folder.Put(".git/config", "x");
  folder.Put("name with\nnewline", "x");
  std::filesystem::create_directory_symlink("/", folder.At("root"));
  ASSERT_EQ(::mkfifo(folder.At("fifo").c_str(), 0600), 0);
  const auto listed = OpenCase(folder).List();
  ASSERT_TRUE(listed.ok());
  std::vector<std::string> paths;
  for (const Entry& entry : listed.value()) paths.push_back(entry.path);
  EXPECT_EQ(paths, (std::vector<std::string>{".git", "a", "b.txt", "b/two", "fifo",
                                             "name with\nnewline", "root"}));
  EXPECT_EQ(listed.value()[0].kind, EntryKind::kClosedFolder);
  EXPECT_EQ(listed.value()[3].kind, EntryKind::kFile);
  EXPECT_EQ(listed.value()[3].size, 2u);
  EXPECT_EQ(listed.value()[4].kind, EntryKind::kSpecial);
  EXPECT_EQ(listed.value()[6].kind, EntryKind::kSymlink);
}

TEST(CaseFolder, LeavesTheSourceAsItWas) {
  TemporaryFolder folder;
  folder.Put("file", "content");
  struct stat before {};
  ASSERT_EQ(::stat(folder.At("file").c_str(), &before), 0);
  EXPECT_TRUE(OpenCase(folder).Read("file", 100).ok());
  struct stat after {};
  ASSERT_EQ(::stat(folder.At("file").c_str(), &after), 0);
  EXPECT_EQ(before.st_mtim.tv_nsec, after.st_mtim.tv_nsec);
  EXPECT_EQ(folder.Get("file"), "content");
}

TEST(CaseFolder, NamesAFolderThatIsNotThere) {
  const auto opened = CaseFolder::Open("/nonexistent/case");
  ASSERT_FALSE(opened.ok());
  EXPECT_EQ(opened.failure().reason, "no such file or directory");
}

TEST(NamedFile, FollowsLinksAndRefusesDevices) {
  TemporaryFolder folder;
  folder.Put("key.pem", "key");
  std::filesystem::create_symlink("key.pem", folder.At("link"));
  EXPECT_EQ(ReadNamedFile(folder.At("link"), 10).value(), "key");
  EXPECT_EQ(ReadNamedFile("/dev/null", 10).error().kind, ReadErrorKind::kNotRegular);
  EXPECT_EQ(ReadNamedFile(folder.At("none"), 10).error().kind, ReadErrorKind::kMissing);
}

TEST(MemoryFileSystem, BehavesAsTheFolderDoes) {
  MemoryFileSystem files{{"b", "22"}, {"a/x", "1"}};
  files.AddOther("link", EntryKind::kSymlink);
  CheckError(files, "none", ReadErrorKind::kMissing);
  CheckError(files, "../b", ReadErrorKind::kEscapes);
  CheckError(files, "link", ReadErrorKind::kEscapes);
  EXPECT_EQ(files.Read("b", 1).error().kind, ReadErrorKind::kTooLarge);
  EXPECT_EQ(files.Read("b", 2).value(), "22");
  EXPECT_EQ(files.reads.size(), 5u);
  EXPECT_EQ(files.List().value().front().path, "a/x");
}

}  // namespace
}  // namespace dossier::io
