// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/mail/mhtml.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/unit/office/dump_blocks.h"

namespace dossier::mail {
namespace {

using test::Dump;

constexpr std::string_view kSaved =
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/page\r\nSubject: The page\r\nDate: Mon, 30 Sep 2024 12:12:00 +0200\r\n"
    "MIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\r\n\r\n"
    "--b\r\nContent-Type: text/html\r\nContent-ID: <frame-1@mhtml.blink>\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://example.org/page\r\n\r\n"
    "<html><head><title>Title</title></head><body><p>caf=C3=A9 words</p></body></html>\r\n"
    "--b\r\nContent-Type: text/html\r\nContent-Location: cid:frame-2\r\n\r\n<p>in a frame\r\n--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--b--\r\n";

TEST(ReadMhtml, GivesThePageItsAddressAndItsTime) {
  const auto facts = ReadMhtml(kSaved);
  EXPECT_EQ(Dump(facts), "P0 café words\n");
  ASSERT_EQ(facts->captures.size(), 1u);
  EXPECT_EQ(facts->captures[0].url, "https://example.org/page");
  EXPECT_EQ(facts->captures[0].at, "2024-09-30T10:12:00Z");
  EXPECT_EQ(facts->captures[0].proof, inspect::CaptureRecord::Proof::kNone);
  EXPECT_EQ(facts->description.title, "Title");
  EXPECT_THAT(facts->description.tools, ::testing::ElementsAre("Saved by Blink"));
  EXPECT_EQ(test::Odd(facts, inspect::OddityKind::kUnreadPart), "1 1 page in a frame\n");
}

TEST(ReadMhtml, RefusesAFileWithoutAPage) {
  EXPECT_EQ(Dump(ReadMhtml("From: x\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n")),
            "failed: it holds no web page\n");
}

}  // namespace
}  // namespace dossier::mail
