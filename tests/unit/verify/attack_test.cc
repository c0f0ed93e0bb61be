// SPDX-License-Identifier: GPL-3.0-or-later
//
// The attack set of the literature on PDF signatures (universal forgery, incremental saving,
// wrapping, shadow attacks, certification abuse, re-signing, stripping), each made against a file
// of ours. `pdfsig` calls several of them valid.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "compiler/verify/verify.h"
#include "tests/unit/verify/signed_file.h"

namespace dossier::verify {
namespace {

using namespace testing_support;  // NOLINT: the makers of the attacked file
using ::testing::HasSubstr;

struct Attack {
  std::string name;
  std::string said;  // what the verdict must name
  std::function<Bytes()> make;
};

std::string Reasons(const Verdict& verdict) {
  std::string all;
  for (const std::string& reason : verdict.reasons) all += reason + "\n";
  return all;
}

/// Range text of the good file with other numbers of the same width.
Bytes WithRange(std::string numbers) {
  Bytes file = Good();
  const pdf::SignatureHole& hole = Prepared().hole;
  numbers.resize(hole.byte_range_size, ' ');
  return file.replace(hole.byte_range, hole.byte_range_size, numbers);
}

std::string Range(std::size_t a, std::size_t b, std::size_t c, std::size_t d) {
  return " " + std::to_string(a) + " " + std::to_string(b) + " " + std::to_string(c) + " " +
         std::to_string(d);
}

/// A page object of the good file that shows another content.
Bytes WithOtherPage() {
  return Updated(Good(), 15,
                 "<< /Type /Page /Parent 9 0 R /MediaBox [ 0 0 595 842 ] /Contents 999 0 R >>");
}

/// The prepared file changed before it is signed with the right key.
Bytes PreparedWith(const std::string& from, const std::string& to) {
  EXPECT_EQ(from.size(), to.size());
  return Signed(Replaced(Prepared().bytes, from, to), Prepared().hole);
}

std::vector<Attack> Forgeries() {
  const pdf::SignatureHole hole = Prepared().hole;
  const std::size_t rest = hole.contents + hole.contents_size;
  const std::size_t size = Good().size();
  return {
      {"byte flipped inside the range", "changed after it was signed",
       [] { return Replaced(Good(), "brief page 1", "brief page 7"); }},
      {"no contents", "more than its own value",
       [] { return Replaced(Good(), "/Contents <", "/Kontents <"); }},
      {"null contents", "signature",
       [] { return Replaced(Good(), "/Contents <3082", "/Contents null "); }},
      {"no byte range", "no signature",
       [] { return Replaced(Good(), "/ByteRange", "/ByteRanke"); }},
      {"negative range", "not plainly written",
       [=] { return WithRange(" 0 -" + std::to_string(hole.contents) + " 66724 10"); }},
      {"zero range", "does not cover", [] { return WithRange(" 0 0 0 0"); }},
      {"two numbers", "not plainly written",
       [=] { return WithRange(" 0 " + std::to_string(hole.contents)); }},
      {"range of reals", "not plainly written",
       [=] { return WithRange(" 0 " + std::to_string(hole.contents) + ".0 2 3"); }},
      {"range with leading zeros", "not plainly written",
       [=] { return WithRange(Range(0, hole.contents, rest, size - rest).insert(3, "0")); }},
      {"range from one", "does not cover",
       [=] { return WithRange(Range(1, hole.contents - 1, rest, size - rest)); }},
      {"range short of the end", "does not cover",
       [=] { return SignedAgain(WithRange(Range(0, hole.contents, rest, size - rest - 1))); }},
      {"wrapped second range", "does not cover",
       [=] { return WithRange(Range(0, hole.contents, size, 0)); }},
      {"gap too wide", "more than its own value",
       [=] { return WithRange(Range(0, hole.contents - 10, rest, size - rest)); }},
  };
}

std::vector<Attack> Updates() {
  return {
      {"update with table", "more than one revision", WithOtherPage},
      {"update without table or trailer", "does not cover",
       [] { return Good() + "15 0 obj\n<< /Type /Page >>\nendobj\n"; }},
      {"update with a copied signature", "more than one signature",
       [] {
         const std::size_t at = Good().find("<< /ByteRange");
         return Updated(Good(), 5, Good().substr(at, Good().find("\nendobj", at) - at));
       }},
      {"comment at the end", "does not cover", [] { return Good() + "% harmless\n"; }},
      {"blank at the end", "does not cover", [] { return Good() + "\n"; }},
      {"annotation laid over a page", "more than one revision",
       [] {
         return Updated(Good(), 15,
                        "<< /Type /Page /Parent 9 0 R /MediaBox [ 0 0 595 842 ] /Annots [ << "
                        "/Subtype /FreeText /Rect [ 0 0 595 842 ] >> ] >>");
       }},
      {"another catalog", "more than one revision",
       [] { return Updated(Good(), 1, "<< /Type /Catalog /Pages 9 0 R >>"); }},
      {"new root in the trailer", "more than one revision",
       [] { return Updated(Good(), 1, "<< /Type /Catalog /Pages 9 0 R >>", "/Root 1 0 R"); }},
      {"reference to the signature stripped", "does not lead to a signature",
       [] { return SignedAgain(Replaced(Good(), "/V    5 0 R", "/X    5 0 R")); }},
      {"field leads elsewhere", "signature",
       [] { return SignedAgain(Replaced(Good(), "/V    5 0 R", "/V    4 0 R")); }},
  };
}

std::vector<Attack> BeforeSigning() {
  return {
      {"certified with permission 3", "does not forbid later changes",
       [] { return PreparedWith("<< /P 1 /Type", "<< /P 3 /Type"); }},
      {"not certified", "does not forbid later changes",
       [] { return SignedAgain(Replaced(Good(), "/Perms ", "/Permz ")); }},
      {"flags not set", "only be read",
       [] { return SignedAgain(Replaced(Good(), "/SigFlags 3", "/SigFlags 1")); }},
      {"link that runs a script", "can act or hide",
       [] {
         return PreparedWith("/A << /S /URI /URI (https://example.org/a%20b) >>",
                             "/A << /S /JavaScript /JS (app.alert(1234567) ) >>");
       }},
      {"annotation that covers", "can act or hide: annotation Text",
       [] { return PreparedWith("/Subtype /Link /Type", "/Subtype /Text /Type"); }},
      {"object that nothing uses", "nothing uses",
       [] { return PreparedWith("/Outlines 8 0 R", "/Outlines null "); }},
      {"content between objects", "between the objects",
       [] {
         return PreparedWith(" /Type /Outlines >>\nendobj\n", " >>\nendobj\n%hidden content\n");
       }},
      {"no manifest", "does not list",
       [] { return PreparedWith("dossier-manifest 1", "dossier-manifesto "); }},
      {"another kind of signature", "another kind",
       [] { return PreparedWith("/ETSI.CAdES.detached", "/adbe.pkcs7.detachee"); }},
      {"claimed time that is none", "is not a date",
       [] { return SignedAgain(Replaced(Good(), "D:20260131101500Z", "D:20260131101500X")); }},
  };
}

std::vector<Attack> Values() {
  const auto at = [](std::size_t offset, const std::string& digits) {
    Bytes file = Good();
    return file.replace(Prepared().hole.contents + offset, digits.size(), digits);
  };
  return {
      {"upper-case digit", "plain digits",
       [=] {
         Bytes file = Good();
         const std::size_t digit = file.find_first_of("abcdef", Prepared().hole.contents);
         file[digit] = static_cast<char>(file[digit] - 'a' + 'A');
         return file;
       }},
      {"blank between digits", "plain digits", [=] { return at(5000, " "); }},
      {"bytes after the value", "hidden after", [=] { return at(60000, "00ff"); }},
      {"empty value", "not a signature", [=] { return at(1, std::string(2 * 16384, '0')); }},
      {"value of another file", "changed after it was signed",
       [] {
         assemble::Plan plan = assemble::testing_support::MakePlan();
         plan.metadata.title = plan.metadata.title + "!";
         const assemble::Assembled other = assemble::Assemble(plan).value();
         const Bytes theirs = Signed(other.bytes, other.hole);
         Bytes file = Good();
         return file.replace(Prepared().hole.contents, Prepared().hole.contents_size,
                             theirs.substr(other.hole.contents, other.hole.contents_size));
       }},
      {"prepared and not signed", "prepared and not signed", [] { return Prepared().bytes; }},
      {"ordinary file", "no signature", [] { return pdf::testing_support::MakePdf({}); }},
      {"no file at all", "damaged", [] { return Bytes("hello"); }},
  };
}

class AttackTest : public ::testing::TestWithParam<std::vector<Attack> (*)()> {};

TEST_P(AttackTest, IsRefusedForTheRightReason) {
  for (const Attack& attack : GetParam()()) {
    const Verdict verdict = Verify({.file = attack.make()});
    EXPECT_EQ(verdict.status, Status::kInvalid) << attack.name;
    EXPECT_THAT(Reasons(verdict), HasSubstr(attack.said)) << attack.name;
    for (const SignatureVerdict& signature : verdict.signatures) {
      EXPECT_TRUE(signature.status == Status::kInvalid || !verdict.reasons.empty()) << attack.name;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(All, AttackTest,
                         ::testing::Values(&Forgeries, &Updates, &BeforeSigning, &Values));

TEST(ReSigningTest, AnotherKeyWithTheSameNameIsRefusedByItsDigest) {
  const Bytes forged_pem = crypto::MakeTestKey({}).value();
  const Bytes forged = SignedAgain(Replaced(Good(), "brief page 1", "brief page 7"), forged_pem);
  const Digest ours = LoadedKey(OurPem()).Certificate().sha256;
  const Verdict pinned = Verify({.file = forged, .trust = {}, .certificate = ours});
  EXPECT_EQ(pinned.status, Status::kInvalid);
  EXPECT_THAT(Reasons(pinned), HasSubstr("another certificate than the expected one"));
  // Without a pin the digest is all that tells them apart, and it is shown.
  const Verdict open = Verify({.file = forged});
  ASSERT_EQ(open.signatures.size(), 1U);
  EXPECT_NE(open.signatures[0].certificate_sha256, ours);
}

TEST(FlipTest, NoByteOfTheFileIsFree) {
  const std::size_t size = Good().size();
  const pdf::SignatureHole& hole = Prepared().hole;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < 500; ++i) places.push_back(i * (size - 1) / 499);
  for (std::size_t i = 0; i < 100; ++i) places.push_back(hole.contents + i * 21);
  for (const std::size_t place : {hole.byte_range, hole.value_key, hole.permissions_key, hole.flags,
                                  hole.date, hole.contents + hole.contents_size - 1}) {
    for (std::size_t i = 0; i < 8; ++i) places.push_back(place + i);
  }
  for (const std::size_t place : places) {
    for (const int bit : {0x01, 0x20}) {
      Bytes forged = Good();
      forged[place] = static_cast<char>(forged[place] ^ bit);
      ASSERT_EQ(Verify({.file = forged}).status, Status::kInvalid) << place << " " << bit;
    }
  }
}

TEST(CutTest, NoBeginningOfTheFileIsEnough) {
  for (std::size_t i = 0; i < 100; ++i) {
    const Bytes cut = Good().substr(0, i * Good().size() / 100);
    ASSERT_EQ(Verify({.file = cut}).status, Status::kInvalid) << cut.size();
  }
}

}  // namespace
}  // namespace dossier::verify
