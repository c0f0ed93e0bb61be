// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/capture/warc.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "compiler/crypto/hash.h"
#include "tests/unit/office/dump_blocks.h"

namespace dossier::capture {
namespace {

using inspect::OddityKind;
using Proof = inspect::CaptureRecord::Proof;
using test::Dump;
using test::Odd;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::string Hex(std::string_view bytes) {
  std::string hex;
  for (const char c : bytes) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    hex += kDigits[static_cast<unsigned char>(c) >> 4];
    hex += kDigits[static_cast<unsigned char>(c) & 15];
  }
  return hex;
}

std::string Sha1(std::string_view data) { return "sha1:" + Hex(crypto::Hash(crypto::HashKind::kSha1, data)); }

std::string Record(std::string_view type, std::string_view fields, std::string_view block) {
  return "WARC/1.0\r\nWARC-Type: " + std::string(type) + "\r\n" + std::string(fields) + "Content-Length: " +
         std::to_string(block.size()) + "\r\n\r\n" + std::string(block) + "\r\n\r\n";
}

std::string Response(std::string_view url, std::string_view body, std::string_view fields = {}, std::string_view head = "Content-Type: text/html\r\n",
                     std::string_view status = "200 OK") {
  return Record("response", "WARC-Target-URI: " + std::string(url) + "\r\nWARC-Date: 2024-09-30T10:12:00Z\r\nContent-Type: application/http; msgtype=response\r\n" + std::string(fields),
                "HTTP/1.1 " + std::string(status) + "\r\n" + std::string(head) + "\r\n" + std::string(body));
}

std::string Payload(std::string_view digest) { return "WARC-Payload-Digest: " + std::string(digest) + "\r\n"; }

TEST(ReadWarc, TakesTheFirstPageThatWasGiven) {
  const auto facts = ReadWarc(Record("warcinfo", "", "software: Crawler 1\r\nformat: x\r\n") +
                              Response("https://example.org/", "", "", "Location: /a\r\n", "301 Moved") +
                              Response("https://example.org/s.css", "p{}", "", "Content-Type: text/css\r\n") +
                              Response("https://example.org/a", "<title>T</title><p>words", Payload(Sha1("<title>T</title><p>words"))) +
                              Response("https://example.org/b", "<p>other"));
  EXPECT_EQ(Dump(facts), "P0 words\n");
  ASSERT_EQ(facts->captures.size(), 4u);
  EXPECT_EQ(facts->captures[0].url, "https://example.org/a") << "the page comes first";
  EXPECT_EQ(facts->captures[0].at, "2024-09-30T10:12:00Z");
  EXPECT_EQ(facts->captures[0].type, "text/html");
  EXPECT_EQ(facts->captures[0].proof, Proof::kHolds);
  EXPECT_EQ(facts->captures[1].proof, Proof::kNone);
  EXPECT_THAT(facts->description.tools, ElementsAre("Crawler 1"));
  EXPECT_EQ(facts->description.title, "T");
}

TEST(ReadWarc, NamesARecordWhoseDigestDiffers) {
  const auto facts = ReadWarc(Response("https://example.org/a", "<p>changed", Payload(Sha1("<p>words"))));
  EXPECT_EQ(facts->captures[0].proof, Proof::kDiffers);
  EXPECT_EQ(Odd(facts, OddityKind::kDigestDiffers), "1 the record of https://example.org/a\n");
  const auto block = ReadWarc(Response("https://example.org/a", "<p>w", "WARC-Block-Digest: " + Sha1("other") + "\r\n" + Payload(Sha1("<p>w"))));
  EXPECT_EQ(block->captures[0].proof, Proof::kDiffers) << "one digest that holds does not hide one that differs";
}

TEST(ReadWarc, AcceptsEveryReadingOfPayload) {
  const std::string chunked = "4\r\n<p>w\r\n0\r\n\r\n";
  const std::string head = "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n";
  for (const std::string& stated : {Sha1(chunked), Sha1("<p>w")}) {
    const auto facts = ReadWarc(Response("https://example.org/a", chunked, Payload(stated), head));
    EXPECT_EQ(facts->captures[0].proof, Proof::kHolds);
    EXPECT_EQ(Dump(facts), "P0 w\n");
  }
}

TEST(ReadWarc, NamesWhatIsNotThere) {
  EXPECT_THAT(Odd(ReadWarc(Response("u:a", "<p>w", "WARC-Truncated: length\r\n")), OddityKind::kUnreadPart), HasSubstr("cut off when it was captured (length): u:a"));
  EXPECT_THAT(Odd(ReadWarc(Record("revisit", "WARC-Target-URI: u:a\r\n" + Payload(Sha1("elsewhere")), "")), OddityKind::kUnreadPart), HasSubstr("refers to an earlier capture: u:a"));
  EXPECT_THAT(Odd(ReadWarc(Response("u:a", "")), OddityKind::kUnreadPart), HasSubstr("without content: u:a"));
  EXPECT_THAT(Odd(ReadWarc(Response("u:a", "xyz", "", "Content-Type: text/html\r\nContent-Encoding: br\r\n")), OddityKind::kUnreadPart), HasSubstr("the page u:a: it is packed as \"br\""));
  EXPECT_THAT(Odd(ReadWarc(Response("u:a", "<p>w", Payload("blake3:abc"))), OddityKind::kUnreadPart), HasSubstr("not known here, blake3"));
}

TEST(ReadWarc, SaysWhereItStoppedReading) {
  const std::string good = Response("u:a", "<p>w");
  EXPECT_THAT(Odd(ReadWarc(good + "rubbish"), OddityKind::kUnreadPart), HasSubstr("bytes that are no record"));
  const auto cut = ReadWarc(good + good.substr(0, good.size() - 8));
  EXPECT_THAT(Odd(cut, OddityKind::kUnreadPart), HasSubstr("a record that is cut off"));
  EXPECT_EQ(Dump(cut), "P0 w\n");
  EXPECT_EQ(Dump(ReadWarc("WARC/1.0\r\n")), "failed: it is no web archive: it begins with a record whose head cannot be read\n");
  EXPECT_EQ(Dump(ReadWarc("WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\n")),
            "failed: it is no web archive: it begins with a record that does not say how long it is\n");
  EXPECT_THAT(Dump(ReadWarc("\x1F\x8B\x08 no gzip")), HasSubstr("failed: its compressed data is"));
}

TEST(ReadWarc, ReadsResourcesAndCharsets) {
  EXPECT_EQ(Dump(ReadWarc(Record("resource", "WARC-Target-URI: u:a\r\nContent-Type: text/html\r\n", "<p>w"))), "P0 w\n");
  EXPECT_EQ(Dump(ReadWarc(Response("u:a", "<p>\xF6\xC1", "", "Content-Type: text/html; charset=koi8-r\r\n"))), "P0 Жа\n");
}

}  // namespace
}  // namespace dossier::capture
