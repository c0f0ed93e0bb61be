// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/mail/email.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "compiler/crypto/sha256.h"
#include "compiler/mail/mime_tree.h"
#include "tests/unit/office/dump_blocks.h"

namespace dossier::mail {
namespace {

using inspect::OddityKind;
using test::Dump;
using test::Odd;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr std::string_view kHead =
    "From: Ona Pavyzde <ona@example.org>\r\nTo: office@example.org\r\nDate: Mon, 30 Sep 2024 12:12:00 +0300\r\n"
    "Message-ID: <1@example.org>\r\nMIME-Version: 1.0\r\n";

Result<inspect::ExhibitFacts> Read(std::string_view rest) { return ReadEmail(std::string(kHead) + std::string(rest)); }

/// The blocks behind the head.
std::string Body(const Result<inspect::ExhibitFacts>& facts) {
  const std::string dump = Dump(facts);
  const std::size_t end = dump.rfind("Message-ID: ");
  return end == std::string::npos ? dump : dump.substr(dump.find('\n', end) + 1);
}

TEST(ReadEmail, BeginsWithTheHead) {
  const auto facts = Read("Subject: =?utf-8?B?xb1pbmlh?= =?koi8-r?Q?_=F6=C1=CE=CE=C1?=\r\nX-Mailer: Mail 1\r\n\r\nText\r\n");
  EXPECT_EQ(Dump(facts),
            "P0 From: Ona Pavyzde <ona@example.org>\nP0 To: office@example.org\nP0 Date: Mon, 30 Sep 2024 12:12:00 +0300\n"
            "P0 Subject: Žinia Жанна\nP0 Message-ID: <1@example.org>\nP0 Text\n");
  EXPECT_EQ(facts->description.title, "Žinia Жанна");
  EXPECT_EQ(facts->description.created, "2024-09-30T12:12:00+03:00");
  EXPECT_THAT(facts->description.tools, ElementsAre("Mail 1"));
}

TEST(ReadEmail, ReadsCharsetsAndEncodings) {
  EXPECT_EQ(Body(Read("Content-Type: text/plain; charset=windows-1251\r\nContent-Transfer-Encoding: base64\r\n\r\nxuDt7eA=\r\n")), "P0 Жанна\n");
  EXPECT_EQ(Body(Read("Content-Type: text/plain; charset=koi8-r\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n=F6=C1=CE=\r\n=CE=C1\r\n")), "P0 Жанна\n");
  EXPECT_EQ(Body(Read("Content-Type: text/plain; charset=iso-8859-13\r\nContent-Transfer-Encoding: 8bit\r\n\r\n\xDEydr\xEB\r\n")), "P0 Žydrė\n");
  EXPECT_EQ(Body(Read("Content-Type: text/plain; charset=utf-16le\r\nContent-Transfer-Encoding: base64\r\n\r\nFgQwBA==\r\n")), "P0 Жа\n");
}

TEST(ReadEmail, SaysWhatItCouldNotConvert) {
  const auto unknown = Read("Content-Type: text/plain; charset=x-none\r\n\r\nplain\r\n");
  EXPECT_EQ(Body(unknown), "P0 plain\n");
  EXPECT_THAT(Odd(unknown, OddityKind::kUnreadPart), HasSubstr("the character set x-none, which is not known here"));
  EXPECT_THAT(Odd(Read("Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\na\xFF\xFFz\r\n"), OddityKind::kUnreadPart),
              HasSubstr("2 bytes that its character set does not have"));
}

TEST(ReadEmail, PrefersThePlainFormAndListsFiles) {
  const auto facts = Read(
      "Content-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\nContent-Type: multipart/alternative; boundary=a\r\n\r\n"
      "--a\r\nContent-Type: text/plain\r\n\r\nplain form\r\n--a\r\nContent-Type: text/html\r\n\r\n<p>HTML form\r\n--a--\r\n"
      "--m\r\nContent-Type: application/pdf; name*=utf-8''%C5%BEinia.pdf\r\nContent-Disposition: attachment\r\nContent-Transfer-Encoding: base64\r\n\r\nYWJj\r\n--m--\r\n");
  EXPECT_EQ(Body(facts), "P0 plain form\n");
  ASSERT_EQ(facts->attachments.size(), 1u);
  EXPECT_EQ(facts->attachments[0].name, "žinia.pdf");
  EXPECT_EQ(facts->attachments[0].type, "application/pdf");
  EXPECT_EQ(facts->attachments[0].size, 3u);
  EXPECT_EQ(facts->attachments[0].sha256, crypto::Sha256("abc"));
}

TEST(ReadEmail, ReadsTheHtmlWhenThereIsNoPlainForm) {
  const auto facts = Read(
      "Content-Type: multipart/alternative; boundary=a\r\n\r\n--a\r\nContent-Type: text/plain\r\n\r\n \r\n--a\r\n"
      "Content-Type: text/html; charset=windows-1251\r\n\r\n<p>\xC6\xE0<script>x</script><p hidden>no</p><img src='https://t.example.org/p.gif'>\r\n--a--\r\n");
  EXPECT_EQ(Body(facts), "P0 Жа\n");
  EXPECT_THAT(facts->active_content, ElementsAre("script"));
  EXPECT_EQ(Odd(facts, OddityKind::kHiddenPart), "1 no\n");
  EXPECT_EQ(Odd(facts, OddityKind::kReference), "1 https://t.example.org/p.gif\n");
}

TEST(ReadEmail, ReadsMessagesInsideUpToALimit) {
  std::string inner = "From: a@example.org\r\nSubject: deepest\r\n\r\nin the middle\r\n";
  EXPECT_EQ(Body(Read("Content-Type: message/rfc822\r\n\r\n" + inner)), "P0 From: a@example.org\nP0 Subject: deepest\nP0 in the middle\n");
  for (int i = 0; i < 7; ++i) inner = "From: a@example.org\r\nMIME-Version: 1.0\r\nContent-Type: message/rfc822\r\n\r\n" + inner;
  const auto facts = Read("Content-Type: message/rfc822\r\n\r\n" + inner);
  EXPECT_THAT(Odd(facts, OddityKind::kUnreadPart), HasSubstr("messages nested deeper than 5"));
}

TEST(ReadEmail, NamesSignaturesAndSealedParts) {
  const auto facts = Read(
      "DKIM-Signature: v=1; a=rsa-sha256; d=example.org; s=x; b=AAAA\r\nContent-Type: multipart/signed; protocol=\"application/pkcs7-signature\"; boundary=s\r\n\r\n"
      "--s\r\nContent-Type: text/plain\r\n\r\nsigned words\r\n--s\r\nContent-Type: application/pkcs7-signature; name=smime.p7s\r\n\r\nAAAA\r\n--s--\r\n");
  EXPECT_EQ(Body(facts), "P0 signed words\n");
  EXPECT_EQ(facts->signatures, 2);
  EXPECT_EQ(Odd(facts, OddityKind::kUncheckedSignature), "1 a DKIM signature of example.org\n1 an S/MIME signature\n");
  EXPECT_TRUE(facts->attachments.empty());
  EXPECT_THAT(Odd(Read("Content-Type: application/pkcs7-mime; smime-type=enveloped-data\r\n\r\nAAAA\r\n"), OddityKind::kUnreadPart),
              HasSubstr("sealed part"));
}

TEST(ReadEmail, RefusesWhatHasNoEnd) {
  std::string many = "Content-Type: multipart/mixed; boundary=m\r\n\r\n";
  for (int i = 0; i < 10'000; ++i) many += "--m\r\n\r\nx\r\n";
  EXPECT_EQ(Dump(Read(many + "--m--\r\n")), "failed: it has more than 1000 parts\n");
  std::string deep;
  for (int i = 0; i < 200; ++i) {
    const std::string boundary = "b" + std::to_string(i);
    deep += "Content-Type: multipart/mixed; boundary=" + boundary + "\r\n\r\n--" + boundary + "\r\n";
  }
  EXPECT_EQ(Dump(Read(deep)), "failed: its parts are nested deeper than 30 levels\n");
}

TEST(ReadEmail, SaysWhatIsMalformed) {
  EXPECT_THAT(Odd(Read("Content-Type: multipart/mixed\r\n\r\n--m\r\n\r\nx\r\n"), OddityKind::kUnreadPart), HasSubstr("does not say where they end"));
  const auto cut = Read("Content-Type: multipart/mixed; boundary=m\r\n\r\n--m\r\nContent-Type: text/plain\r\n\r\nthe words");
  EXPECT_EQ(Body(cut), "P0 the words\n");
  EXPECT_THAT(Odd(cut, OddityKind::kUnreadPart), HasSubstr("cut off"));
}

}  // namespace
}  // namespace dossier::mail
