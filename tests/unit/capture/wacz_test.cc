// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "compiler/capture/warc.h"
#include "compiler/crypto/sha256.h"
#include "tests/support/small_zip.h"
#include "tests/unit/office/dump_blocks.h"

namespace dossier::capture {
namespace {

using inspect::OddityKind;
using Proof = inspect::CaptureRecord::Proof;
using test::Dump;
using test::Odd;
using test::ZipMember;
using ::testing::HasSubstr;

std::string Page(std::string_view url, std::string_view html) {
  const std::string block = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + std::string(html);
  return "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: " + std::string(url) +
         "\r\nWARC-Date: 2024-09-30T10:12:00Z\r\nContent-Type: application/http\r\nContent-Length: " + std::to_string(block.size()) +
         "\r\n\r\n" + block + "\r\n\r\n";
}

std::string Hash(const std::string& data) { return "sha256:" + crypto::Sha256(data).ToHex(); }

/// A package of two pages; `more` goes into datapackage.json.
std::vector<ZipMember> Package(std::string_view more = {}) {
  const std::string archive = Page("https://example.org/a", "<p>first") + Page("https://example.org/b", "<p>second");
  const std::string pages = "{\"format\": \"json-pages-1.0\", \"id\": \"pages\"}\n{\"url\": \"https://example.org/b\"}\n";
  const std::string package = "{\"resources\": [{\"path\": \"archive/a.warc\", \"hash\": \"" + Hash(archive) + "\", \"bytes\": " +
                              std::to_string(archive.size()) + "}, {\"path\": \"pages/pages.jsonl\", \"hash\": \"" + Hash(pages) + "\"}]" +
                              std::string(more) + "}";
  return {{"archive/a.warc", archive}, {"pages/pages.jsonl", pages}, {"datapackage.json", package},
          {"datapackage-digest.json", "{\"path\": \"datapackage.json\", \"hash\": \"" + Hash(package) + "\"}"}};
}

TEST(ReadWacz, ReadsThePageOfItsListAndProvesItsFiles) {
  const auto facts = ReadWacz(test::SmallZip(Package()));
  EXPECT_EQ(Dump(facts), "P0 second\n");
  ASSERT_EQ(facts->captures.size(), 5u);
  EXPECT_EQ(facts->captures[0].url, "https://example.org/b");
  int files = 0;
  for (const auto& capture : facts->captures) files += capture.proof == Proof::kHolds ? 1 : 0;
  EXPECT_EQ(files, 3);
  EXPECT_EQ(Odd(facts, OddityKind::kUnreadPart), "");
}

TEST(ReadWacz, PrefersTheMainPageOfThePackage) {
  EXPECT_EQ(Dump(ReadWacz(test::SmallZip(Package(", \"mainPageUrl\": \"https://example.org/a\"")))), "P0 first\n");
  const auto missing = ReadWacz(test::SmallZip(Package(", \"mainPageUrl\": \"https://example.org/none\"")));
  EXPECT_THAT(Odd(missing, OddityKind::kUnreadPart), HasSubstr("https://example.org/none: it is not in it"));
}

TEST(ReadWacz, NamesFilesThatAreNotWhatThePackageLists) {
  auto changed = Package();
  changed[1].content += "\n";
  EXPECT_EQ(Odd(ReadWacz(test::SmallZip(changed)), OddityKind::kDigestDiffers), "1 the file pages/pages.jsonl\n");
  auto missing = Package();
  missing.erase(missing.begin() + 1);
  EXPECT_EQ(Odd(ReadWacz(test::SmallZip(missing)), OddityKind::kDigestDiffers), "1 the file pages/pages.jsonl, which is not there\n");
  auto added = Package();
  added.push_back({"archive/b.warc", Page("https://example.org/c", "<p>third")});
  EXPECT_THAT(Odd(ReadWacz(test::SmallZip(added)), OddityKind::kUnreadPart), HasSubstr("archive/b.warc, which the package does not list"));
  auto package = Package();
  package[2].content += " ";
  EXPECT_EQ(Odd(ReadWacz(test::SmallZip(package)), OddityKind::kDigestDiffers), "1 the file datapackage.json\n");
}

TEST(ReadWacz, SaysThatASignatureIsThere) {
  auto members = Package();
  members[3].content.insert(members[3].content.size() - 1, ", \"signedData\": {\"domain\": \"sign.example.org\"}");
  const auto facts = ReadWacz(test::SmallZip(members));
  EXPECT_EQ(facts->signatures, 1);
  EXPECT_EQ(Odd(facts, OddityKind::kUncheckedSignature), "1 a signature of the archive by sign.example.org\n");
}

TEST(ReadWacz, RefusesAPackageThatIsNone) {
  EXPECT_THAT(Dump(ReadWacz(test::SmallZip({{"a", "b"}}))), HasSubstr("no member \"datapackage.json\""));
  EXPECT_THAT(Dump(ReadWacz(test::SmallZip({{"datapackage.json", "{"}}))), HasSubstr("cannot be read"));
}

}  // namespace
}  // namespace dossier::capture
