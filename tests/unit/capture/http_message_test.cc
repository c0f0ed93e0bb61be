// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/capture/http_message.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace dossier::capture {
namespace {

using ::testing::HasSubstr;

constexpr std::size_t kMost = 1'000;

std::string Decoded(std::string_view block) {
  const auto message = ReadHttp(block);
  if (!message) return "no message";
  const auto body = DecodedBody(*message, kMost);
  return body ? *body : "failed: " + body.failure().reason;
}

TEST(ReadHttp, ReadsStatusFieldsAndBody) {
  const auto message = ReadHttp("HTTP/1.1 404 Not Found\r\nContent-Type: Text/HTML; charset=\"KOI8-R\"\r\n\r\nbody");
  ASSERT_TRUE(message.has_value());
  EXPECT_EQ(message->status, 404);
  EXPECT_EQ(message->body, "body");
  EXPECT_EQ(TypeOf(FieldOf(message->fields, "content-type")), "text/html");
  EXPECT_EQ(CharsetOf(FieldOf(message->fields, "content-type")), "koi8-r");
  EXPECT_EQ(ReadHttp("GET / HTTP/1.1\r\nHost: example.org\r\n\r\n")->status, 0);
}

TEST(ReadHttp, IsTotal) {
  for (const char* block : {"", "HTTP/1.1", "HTTP/1.1 200 OK\r\nno colon\r\n\r\n", "no http\r\n\r\n", "HTTP/1.1 200 OK\r\nA: b"}) {
    EXPECT_FALSE(ReadHttp(block).has_value()) << block;
  }
}

TEST(DecodedBody, TakesChunksAway) {
  const std::string head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
  EXPECT_EQ(Decoded(head + "4\r\nword\r\n2;x=y\r\ns!\r\n0\r\n\r\n"), "words!");
  // The field stays when a program has taken the chunks away.
  EXPECT_EQ(Decoded(head + "<p>words"), "<p>words");
  EXPECT_EQ(Decoded(head + "FFFFFFFFFFFFFFFF\r\nx"), "FFFFFFFFFFFFFFFF\r\nx");
}

TEST(DecodedBody, NamesCodingsThatItDoesNotKnow) {
  EXPECT_THAT(Decoded("HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\nxyz"), HasSubstr("packed as \"br\""));
  EXPECT_THAT(Decoded("HTTP/1.1 200 OK\r\nContent-Encoding: gzip, gzip, gzip\r\n\r\nxyz"), HasSubstr("too many times"));
  EXPECT_EQ(Decoded("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nxyz"), "xyz");
}

}  // namespace
}  // namespace dossier::capture
