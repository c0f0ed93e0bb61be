// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/load/load_pack.h"

#include <gtest/gtest.h>

#include "tests/unit/load/pack_text.h"

namespace dossier::load {
namespace {

TEST(LoadPack, ReadsEveryConstruct) {
  const LoadedPack loaded = LoadText(Pack(std::string(R"(
- id: xx.1
  revision: 2
  title: {en: First, lt: Pirmas}
  text: words
  authority: )") + kAuthority + R"(
  weight: supporting
  reads: lodged
  in_force: {from: 2014-12-01, to: 2026-06-12}
  when: {all: [{fact: left}, {not: {procedure: subsequent}}, {any: [{fact: age, is: "17"}]}]}
  needs:
  - id: country
    weight: context
    count: {min: 2, max: 9}
    distinct: {publisher: 2, origin: 3}
    share: {publisher: 60}
    where: {kind: [ngo-report, igo-report], scope: country, nature: [fact], language: [no], fresh: {within: P2Y, of: filing, field: event}, pinpoint: true}
  presumption: {basis: [{id: past}], defeaters: [{id: changed, text: words}]}
- id: xx.2
  authority: )" + kAuthority + R"(
  all: [{ref: xx.1}, {id: xx.2.a, any: [{ref: xx.1}, {id: xx.2.a.1, needs: [{id: n}]}]}]
- id: xx.3
  authority: )" + kAuthority + R"(
  at_least: {n: 2, of: [{ref: xx.1}, {ref: xx.2}]}
- id: xx.4
  authority: )" + kAuthority + R"(
  none: {cumulative: true, limbs: [{id: l1}, {id: l2}]}
)"));
  ASSERT_TRUE(loaded.pack) << loaded.findings;
  ASSERT_EQ(loaded.pack->criteria.size(), 4U);
  const model::Criterion& first = loaded.pack->criteria[0];
  EXPECT_EQ(first.revision, 2);
  EXPECT_EQ(first.weight, model::Weight::kSupporting);
  EXPECT_EQ(first.authority.verified, model::Verification::kRead);
  EXPECT_EQ(first.to->ToString(), "2026-06-12");
  ASSERT_TRUE(first.when);
  ASSERT_EQ(first.when->children.size(), 3U);
  EXPECT_EQ(first.when->children[0].values.front(), "true");
  EXPECT_EQ(first.when->children[1].children.at(0).name, "subsequent");
  EXPECT_EQ(first.when->children[2].children.at(0).values.front(), "17");
  const model::Need& need = first.needs.at(0);
  EXPECT_EQ(need.min, 2);
  EXPECT_EQ(need.max, 9);
  EXPECT_EQ(need.distinct_origins, 3);
  EXPECT_EQ(need.max_share, 60);
  EXPECT_EQ(need.where.kinds.size(), 2U);
  EXPECT_EQ(need.where.languages.at(0), "no");
  ASSERT_TRUE(need.where.fresh);
  EXPECT_EQ(need.where.fresh->months, 24);
  EXPECT_EQ(first.presumption->defeaters.at(0).id, "changed");
  const model::Criterion& second = loaded.pack->criteria[1];
  EXPECT_EQ(second.op, model::Operator::kAll);
  EXPECT_EQ(second.children.at(0).op, model::Operator::kRef);
  EXPECT_EQ(second.children.at(1).children.at(1).authority.pinpoint, "Art. 1") << "inherited";
  EXPECT_EQ(loaded.pack->criteria[2].at_least, 2);
  EXPECT_TRUE(loaded.pack->criteria[3].cumulative);
  EXPECT_NE(loaded.pack->sha256, Digest{});
}

TEST(LoadPack, ExactlyOneOperator) {
  const std::string head = std::string("- id: xx.1\n  authority: ") + kAuthority + "\n";
  EXPECT_EQ(LoadText(Pack(head)).findings,
            "pack:xx/sample:4:3 D0303 criterion xx.1 has neither needs nor branches\n");
  EXPECT_EQ(LoadText(Pack(head + "  needs: [{id: n}]\n  ref: xx.2\n")).findings,
            "pack:xx/sample:4:3 D0304 criterion xx.1 has more than one operator\n");
}

TEST(LoadPack, AuthorityIsRequired) {
  EXPECT_EQ(
      LoadText(Pack("- id: xx.1\n  needs: [{id: n}]\n")).findings,
      "pack:xx/sample:4:3 D0302 rule xx.1 names no authority | name instrument, pinpoint, url, "
      "language, version, verified\n");
}

TEST(LoadPack, IdsAreUnique) {
  const std::string tail = std::string("\n  authority: ") + kAuthority + "\n  needs: [{id: n}]\n";
  EXPECT_EQ(LoadText(Pack("- id: xx.1" + tail + "- id: xx.1" + tail)).findings,
            "pack:xx/sample:7:3 D0109 the id \"xx.1\" is used twice\n");
}

TEST(LoadPack, ConditionsAndDurations) {
  const std::string head = std::string("- id: xx.1\n  authority: ") + kAuthority + "\n";
  EXPECT_EQ(LoadText(Pack(head + "  needs: [{id: n}]\n  when: {is: x}\n")).findings,
            "pack:xx/sample:7:10 D0103 \"when\" wants one of fact, procedure, date, contradiction, "
            "notified, all, any, not, this is none of them\n");
  for (const std::string within : {"24", "P24", "PM", "P0M", "P24D", "P-1M", "P9999Y", "P1Y6M"}) {
    EXPECT_EQ(
        LoadText(Pack(head + "  needs: [{id: n, where: {fresh: {within: " + within + "}}}]\n"))
            .findings,
        "pack:xx/sample:6:43 D0103 \"within\" wants a duration such as P24M or P2Y, this is a "
        "word\n");
  }
  EXPECT_EQ(
      LoadText(Pack(head + "  needs: [{id: n}]\n  reads: filling\n")).findings,
      "pack:xx/sample:7:10 D0105 \"filling\" is not one of the values of \"reads\" | did you mean "
      "\"filing\"?\n");
}

TEST(LoadPack, UnknownPack) {
  const LoadedPack loaded = LoadText(Pack("[]\n"), "xx/sampel");
  EXPECT_FALSE(loaded.pack);
  EXPECT_NE(loaded.findings.find("D0209 there is no rule pack \"xx/sampel\" | did you mean "
                                 "\"xx/sample\"?"),
            std::string::npos)
      << loaded.findings;
}

}  // namespace
}  // namespace dossier::load
