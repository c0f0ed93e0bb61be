// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/archive/container.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/support/small_zip.h"

namespace dossier::archive {
namespace {

using ::testing::HasSubstr;
using test::SmallZip;
using test::ZipMember;

/// Why the container is refused; empty when it opens.
std::string Refusal(const std::vector<ZipMember>& members, Names names = Names::kExact, const Limits& limits = {}) {
  const auto container = Container::Open(SmallZip(members), names, limits);
  return container ? std::string() : container.failure().reason;
}

/// Why a member cannot be read; its content when it can.
std::string ReadOf(const std::vector<ZipMember>& members, std::string_view name, const Limits& limits = {}) {
  const std::string file = SmallZip(members);
  auto container = Container::Open(file, Names::kExact, limits);
  if (!container) return container.failure().reason;
  auto content = container->Read(name);
  return content ? *content : content.failure().reason;
}

TEST(Container, GivesMembersByName) {
  const std::string file = SmallZip({{"a.txt", "one"}, {"b/", ""}, {"b/c.txt", "two"}});
  auto container = Container::Open(file, Names::kExact);
  ASSERT_TRUE(container.ok());
  ASSERT_EQ(container->members().size(), 2u) << "folders are no members";
  EXPECT_EQ(container->members()[1].name, "b/c.txt");
  EXPECT_EQ(container->Read("b/c.txt").value(), "two");
  EXPECT_EQ(container->Find("B/C.TXT"), nullptr);
  EXPECT_THAT(container->Read("none").failure().reason, HasSubstr("no member \"none\""));
}

TEST(Container, FindsCaselessNamesWhereTheFormatSaysSo) {
  const std::string file = SmallZip({{"word/Document.xml", "x"}});
  auto container = Container::Open(file, Names::kCaseless);
  ASSERT_TRUE(container.ok());
  EXPECT_EQ(container->Read("WORD/document.xml").value(), "x");
}

TEST(Container, RefusesNamesThatLeadOut) {
  for (const char* name : {"../a", "a/../../b", "/a", "C:a", "a\\b", "..", "a\nb"}) {
    EXPECT_THAT(Refusal({{"ok", ""}, {name, ""}}), HasSubstr("leads out of it")) << name;
  }
  EXPECT_EQ(Refusal({{"a..b/c..", "x"}}), "");
}

TEST(Container, RefusesTwoMembersOfOneName) {
  EXPECT_THAT(Refusal({{"a", "1"}, {"a", "2"}}), HasSubstr("two of its members have the name \"a\""));
  EXPECT_EQ(Refusal({{"a", "1"}, {"A", "2"}}), "");
  EXPECT_THAT(Refusal({{"a", "1"}, {"A", "2"}}, Names::kCaseless), HasSubstr("two of its members"));
}

TEST(Container, RefusesTooManyMembers) {
  std::vector<ZipMember> members;
  for (int i = 0; i < 12; ++i) members.push_back({"m" + std::to_string(i), ""});
  EXPECT_THAT(Refusal(members, Names::kExact, {.members = 10}), HasSubstr("more than 10 members"));
}

TEST(Container, NamesEncryptedMembers) {
  EXPECT_THAT(ReadOf({{"a", "secret", 1}}, "a"), HasSubstr("\"a\" is encrypted"));
}

TEST(Container, DoesNotBelieveStatedSizes) {
  EXPECT_THAT(ReadOf({{"a", "short", 0, 500}}, "a"), HasSubstr("damaged"));
  EXPECT_THAT(ReadOf({{"a", "rather long", 0, 3}}, "a"), HasSubstr("damaged"));
  // Four gigabytes from a few bytes: refused before anything is allocated.
  EXPECT_THAT(ReadOf({{"a", "short", 0, 0xFFFFFFF0}}, "a"), HasSubstr("larger than 128 MiB"));
  EXPECT_THAT(ReadOf({{"a", "short", 0, 100 << 20}}, "a"), HasSubstr("grows more than 300 times"));
}

TEST(Container, CountsWhatIsReadInAll) {
  const std::string two(600, 'x');
  const std::string file = SmallZip({{"a", two}, {"b", two}});
  auto container = Container::Open(file, Names::kExact, {.total_size = 1'000});
  ASSERT_TRUE(container.ok());
  EXPECT_TRUE(container->Read("a").ok());
  EXPECT_THAT(container->Read("b").failure().reason, HasSubstr("together larger"));
}

TEST(Container, IsTotalOnDamage) {
  const std::string whole = SmallZip({{"a.txt", "one"}, {"b.txt", "two"}});
  for (std::size_t size = 1; size < whole.size(); ++size) {
    EXPECT_FALSE(Container::Open(std::string_view(whole).substr(0, size), Names::kExact).ok()) << size;
  }
  int refused = 0;
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string changed = whole;
    changed[at] = static_cast<char>(changed[at] ^ 0x55);
    auto container = Container::Open(changed, Names::kExact);
    if (!container) {
      ++refused;
      continue;
    }
    const auto content = container->Read("a.txt");
    if (!content) continue;
    EXPECT_EQ(content.value(), "one") << "a changed byte at " << at << " changed the content unseen";
  }
  EXPECT_GT(refused, 20);
}

}  // namespace
}  // namespace dossier::archive
