// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "tests/unit/evaluate/world.h"

/// What makes an item count, beside its age: variety, source, language, register, time, novelty.
namespace dossier::evaluate {
namespace {

using testing::Counted;
using testing::Day;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::Leaf;
using testing::Local;
using testing::Words;
using testing::World;

/// A case that pleads the criterion "c" with the one need.
World Asking(model::Need need) {
  World world;
  model::Criterion criterion = Leaf("c");
  criterion.needs = {std::move(need)};
  world.pack.criteria.push_back(std::move(criterion));
  world.source.header.pleads.push_back({Words("c"), {}});
  return world;
}

NeedCoverage NeedOf(World& world) { return world.Run().criteria[0].needs[0]; }

/// The item "e1 p. 1" under the need "n", with one filter.
World WithFilter(const std::function<void(model::ItemFilter&)>& filter) {
  model::Need need = Counted("n");
  filter(need.where);
  World world = Asking(need);
  world.File("c", "n", "e1 p. 1");
  return world;
}

/// Why "e1" does not count; empty when it does.
std::string Reason(World& world) {
  const NeedCoverage need = NeedOf(world);
  if (need.not_counted.empty()) {
    EXPECT_EQ(need.verdict, Verdict::kCovered);
    return {};
  }
  EXPECT_EQ(need.verdict, Verdict::kThin);
  return need.not_counted[0].reason;
}

std::string Wanted(World& world) {
  const NeedCoverage need = NeedOf(world);
  return need.missing.empty() ? "" : need.missing[0].condition;
}

// ---- variety

TEST(NotAlone, ItemsOfWeakKindsNeverCover) {
  model::Need need = Counted("n", 2);
  need.not_alone = {model::ExhibitKind::kLetter, model::ExhibitKind::kResolution};
  World world = Asking(need);
  for (const char* id : {"e1", "e2", "e3"}) {
    world.Register(id).kind = model::ExhibitKind::kLetter;
    world.File("c", "n", std::string(id) + " p. 1");
  }
  EXPECT_EQ(world.Of("c"), Verdict::kThin);
  const NeedCoverage thin = NeedOf(world);
  EXPECT_EQ(thin.have, 3);
  ASSERT_EQ(thin.missing.size(), 1U);
  EXPECT_EQ(thin.missing[0].condition, "of another kind than letter or resolution");
  world.Register("e2").kind = model::ExhibitKind::kResolution;
  EXPECT_EQ(world.Of("c"), Verdict::kThin);
  world.Register("e3").kind = model::ExhibitKind::kMedical;
  EXPECT_EQ(world.Of("c"), Verdict::kCovered);
}

TEST(NotAlone, OfSeveralFurtherItemsOneHasToBeOfAnotherKind) {
  model::Need need = Counted("n", 3);
  need.not_alone = {model::ExhibitKind::kOfficial};
  World world = Asking(need);
  world.File("c", "n", "e1 p. 1");
  EXPECT_EQ(Wanted(world), "at least one of them of another kind than official");
}

TEST(Distinct, KindsAndDaysOfEvents) {
  model::Need need = Counted("n", 2);
  need.distinct_kinds = 2;
  need.distinct_events = 2;
  World world = Asking(need);
  world.File("c", "n", "e1 p. 1");
  world.File("c", "n", "e2 p. 1");
  world.Register("e1").event = Day("2022-01-05");
  world.Register("e2").event = Day("2022-01-05");
  EXPECT_EQ(world.Of("c"), Verdict::kThin);
  EXPECT_EQ(Wanted(world), "of another kind, of an event on another day");
  world.Register("e2").kind = model::ExhibitKind::kMedical;
  EXPECT_EQ(Wanted(world), "of an event on another day");
  world.Register("e2").event = Day("2022-01-06");
  EXPECT_EQ(world.Of("c"), Verdict::kCovered);
}

TEST(Distinct, ADayThatMayBeTheSameAddsNothing) {
  model::Need need = Counted("n", 2);
  need.distinct_events = 2;
  World world = Asking(need);
  world.File("c", "n", "e1 p. 1");
  world.File("c", "n", "e2 p. 1");
  world.Register("e1").event = Day("2022-01-05");
  EXPECT_EQ(world.Of("c"), Verdict::kThin);  // no date: may be the same day
  world.Register("e2").event = Day("2022-01");
  EXPECT_EQ(world.Of("c"), Verdict::kThin);
  world.Register("e2").event = Day("2022-02");
  EXPECT_EQ(world.Of("c"), Verdict::kCovered);
}

TEST(Distinct, TheItemSaysWhichOfTheEventsOfAReportItShows) {
  model::Need need = Counted("n", 1);
  need.distinct_events = 2;
  World world = Asking(need);
  world.Register("e1").event = Day("2022");
  world.File("c", "n", "e1 p. 1");
  world.File("c", "n", "e1 p. 2");
  EXPECT_EQ(world.Of("c"), Verdict::kThin);
  world.GroundOf("c").needs[0].second[0].date = Day("2022-01-05");
  world.GroundOf("c").needs[0].second[1].date = Day("2022-03-01");
  EXPECT_EQ(world.Of("c"), Verdict::kCovered);
}

TEST(Distinct, EachFurtherItemDiffersInAllThatIsShort) {
  model::Need need = Counted("n", 1);
  need.distinct_publishers = 3;
  need.distinct_kinds = 2;
  World world = Asking(need);
  world.File("c", "n", "e1 p. 1");
  const NeedCoverage thin = NeedOf(world);
  ASSERT_EQ(thin.missing.size(), 2U);
  EXPECT_EQ(thin.missing[0].count, 1);
  EXPECT_EQ(thin.missing[0].condition, "by another publisher, of another kind");
  EXPECT_EQ(thin.missing[1].condition, "by another publisher");
}

// ---- fresh

TEST(LatestEdition, CountsHoweverOldWhenItWasLookedUpInTime) {
  World world = WithFilter([](model::ItemFilter& where) {
    where.fresh = model::Freshness{.months = 12, .of = "filing", .or_latest = true};
  });
  world.Register("e1").published = Day("2019-03");
  EXPECT_EQ(world.Of("c"), Verdict::kStale);
  EXPECT_EQ(NeedOf(world).not_counted[0].reason,
            "it was published in 2019-03, before 2023-10-14, and the register does not say that it "
            "is the latest edition");
  EXPECT_THAT(Wanted(world), HasSubstr("or found to be the latest edition since then"));
  world.Register("e1").latest_edition = Day("2023-10-13");
  EXPECT_EQ(world.Of("c"), Verdict::kStale);
  EXPECT_THAT(NeedOf(world).not_counted[0].reason,
              HasSubstr("that it is the latest edition was last looked up on 2023-10-13"));
  world.Register("e1").latest_edition = Day("2023-10-14");
  EXPECT_EQ(world.Of("c"), Verdict::kCovered);
}

TEST(LatestEdition, IsNotAskedForUnlessTheNeedAllowsIt) {
  World world = WithFilter([](model::ItemFilter& where) {
    where.fresh = model::Freshness{.months = 12, .of = "filing"};
  });
  world.Register("e1").published = Day("2019-03");
  world.Register("e1").latest_edition = Day("2024-10-01");
  EXPECT_EQ(world.Of("c"), Verdict::kStale);
}

// ---- dated

model::DatedWithin Within(model::DateRange range) {
  return {.field = model::ExhibitDate::kPublished, .range = std::move(range)};
}

TEST(Dated, TheRangeIsHalfOpen) {
  const auto reason = [](std::string_view published) {
    World world = WithFilter([](model::ItemFilter& where) {
      where.dated = Within({.from = {.date = Date::Parse("2023-01-01"), .name = {}},
                            .before = {.date = Date::Parse("2024-01-01"), .name = {}}});
    });
    world.Register("e1").published = Day(published);
    return Reason(world);
  };
  EXPECT_EQ(reason("2023-01-01"), "");
  EXPECT_EQ(reason("2023-12-31"), "");
  EXPECT_EQ(reason("2023"), "");
  EXPECT_EQ(reason("2022-12-31"), "it was published on 2022-12-31, before 2023-01-01");
  EXPECT_EQ(reason("2024-01-01"), "it was published on 2024-01-01, not before 2024-01-01");
}

TEST(Dated, NamedDatesAreSpokenAndImpreciseOnesDoNotCount) {
  World world = WithFilter([](model::ItemFilter& where) {
    where.dated = Within({.from = {.date = {}, .name = "decided"}, .before = {}});
    where.dated->field = model::ExhibitDate::kEvent;
  });
  world.options.as_of = {{"decided", *Date::Parse("2023-07-14")}};
  EXPECT_EQ(Reason(world), "the case does not say when what it shows happened");
  world.Register("e1").event = Day("2023-07-13");
  EXPECT_EQ(Reason(world),
            "what it shows happened on 2023-07-13, before the decision was made on 2023-07-14");
  world.Register("e1").event = Day("2023-07");
  EXPECT_EQ(Reason(world),
            "what it shows happened in 2023-07, which is not precise enough to say that it was not "
            "before the decision was made on 2023-07-14");
  EXPECT_EQ(Wanted(world),
            "of something that happened not before the decision was made on 2023-07-14");
  world.GroundOf("c").needs[0].second[0].date = Day("2023-07-14");
  EXPECT_EQ(Reason(world), "");
}

TEST(Dated, AMissingNamedDateLeavesItOpenInFavourOfNeither) {
  World world = WithFilter([](model::ItemFilter& where) {
    where.dated = Within({.from = {.date = {}, .name = "final"}, .before = {}});
  });
  world.Register("e1").published = Day("2024-01-01");
  EXPECT_EQ(world.Of("c"), Verdict::kUnknown);
  EXPECT_THAT(testing::First(world.sink, "D0404").Message(), HasSubstr("\"final\""));
}

// ---- where it comes from

TEST(Own, FiledForOthersAsWellIsNotItsOwn) {
  World world = WithFilter([](model::ItemFilter& where) { where.own = true; });
  EXPECT_EQ(Reason(world), "");
  world.GroundOf("c").for_persons.push_back(Words("q"));
  EXPECT_EQ(Reason(world), "it is filed for others beside p");
  world.GroundOf("c").needs[0].second[0].for_persons = {Words("p")};
  EXPECT_EQ(Reason(world), "");
  world.GroundOf("c").needs[0].second[0].for_persons = {};
  world.GroundOf("c").for_persons = {};
  EXPECT_EQ(Reason(world), "it is filed for everyone, not for p alone");
}

TEST(Independent, NeitherAPartyNorOneOfItsGroup) {
  World world = WithFilter([](model::ItemFilter& where) { where.independent = true; });
  EXPECT_EQ(Reason(world), "");
  world.source.header.submitted_by = {Words("ngo")};
  for (const char* id : {"ngo", "sister"}) {
    model::Person organisation;
    organisation.id = Words(id);
    organisation.group = "coalition";
    world.source.people.push_back(organisation);
  }
  EXPECT_EQ(Reason(world), "");
  world.Register("e1").publisher = Words("sister");
  EXPECT_EQ(Reason(world), "its publisher is of one group with a submitting organisation");
  world.Register("e1").publisher = Words("ngo");
  EXPECT_EQ(Reason(world), "it was published by an applicant or a submitting organisation");
  world.Register("e1").publisher = Words("p");
  EXPECT_EQ(Reason(world), "it was published by an applicant or a submitting organisation");
  world.Register("e1").publisher = Words("");
  EXPECT_EQ(Reason(world),
            "the register does not name its publisher, so that its independence is open");
}

TEST(Locked, AsksForADigest) {
  World world = WithFilter([](model::ItemFilter& where) { where.locked = true; });
  EXPECT_EQ(Reason(world), "its digest is not in dossier.lock");
  EXPECT_EQ(Wanted(world), "with its digest in dossier.lock");
}

// ---- translation

World Translating(bool certified) {
  World world = WithFilter([&](model::ItemFilter& where) {
    where.translation = model::TranslationWanted{.into = {"lt"}, .certified = certified};
  });
  return world;
}

void Translate(World& world, std::string_view id, bool certified) {
  model::Exhibit& translation = world.Register(id);
  translation.languages = {{"lt", ""}};
  translation.translation = model::Translation{.of = Words("e1"), .by = "", .certified = certified};
}

TEST(Translation, TheLanguageItselfOrACertifiedTranslation) {
  World world = Translating(true);
  EXPECT_EQ(Reason(world),
            "it is not in Lithuanian, and no certified translation of it into that language is "
            "there");
  EXPECT_EQ(Wanted(world), "in Lithuanian or with a certified translation into Lithuanian");
  Translate(world, "e2", false);
  EXPECT_EQ(Reason(world), "its translation into Lithuanian, e2, is not certified");
  world.Register("e2").translation->certified = true;
  EXPECT_EQ(Reason(world), "");
  world.Register("e2").files.clear();  // named in the register, but not in the case
  EXPECT_EQ(Reason(world),
            "it is not in Lithuanian, and no certified translation of it into that language is "
            "there");
  world.Register("e1").languages = {{"lt", ""}};
  EXPECT_EQ(Reason(world), "");
}

TEST(Translation, ItMayItselfBeTheTranslation) {
  World world = Translating(true);
  Translate(world, "e1", false);
  world.Register("e1").translation->of = Words("e0");
  world.Register("e0");
  EXPECT_EQ(Reason(world), "it is a translation that is not certified");
  world.Register("e1").translation->certified = true;
  EXPECT_EQ(Reason(world), "");
}

TEST(Translation, EachPageIsInOneOfTheLanguages) {
  World world = Translating(false);
  world.Register("e1").languages = {{"lt", "1-3"}, {"ru", "4"}};
  EXPECT_EQ(Reason(world),
            "not all of it is in Lithuanian, and no translation of it into that language is there");
  world.Register("e1").languages = {{"lt", ""}, {"ru", ""}};  // bilingual
  EXPECT_EQ(Reason(world), "");
}

// ---- register

TEST(States, NamesAllThatIsMissing) {
  using Field = model::RegisterField;
  World world = WithFilter([](model::ItemFilter& where) {
    where.states = {Field::kPublisher, Field::kUrl, Field::kCaptured, Field::kScreenshot};
  });
  EXPECT_EQ(Reason(world),
            "the register does not state the address (url), when it was captured or that a "
            "screenshot was kept");
  EXPECT_EQ(Wanted(world),
            "with an entry in the register that states the publisher, the address (url), when it "
            "was captured and that a screenshot was kept");
  model::Exhibit& exhibit = world.Register("e1");
  exhibit.url = "https://example.org/a";
  exhibit.captured = Day("2024-09-30T10:12:00Z");
  exhibit.capture = model::Capture{.by = "", .tool = "", .html = false, .screenshot = true};
  EXPECT_EQ(Reason(world), "");
}

// ---- novelty

struct NewCase {
  const char* arose;
  const char* known;
  bool before;
  const char* why;
  bool raises;
  bool significant_alone;
  const char* reason;
};

class Novelty : public ::testing::TestWithParam<NewCase> {};

TEST_P(Novelty, IsToldItemByItem) {
  const NewCase& at = GetParam();
  World world = WithFilter([&](model::ItemFilter& where) {
    where.novel = model::Novelty{.after = "final", .significant_alone = at.significant_alone};
  });
  world.options.as_of = {{"final", *Date::Parse("2024-01-10")}};
  model::NewElement element;
  if (*at.arose != '\0') element.arose = Day(at.arose);
  if (*at.known != '\0') element.known = Day(at.known);
  element.presented_before = at.before;
  if (*at.why != '\0') element.why_not_earlier = Local(at.why);
  if (at.raises) element.raises = {Words("c")};
  world.GroundOf("c").needs[0].second[0].novelty = element;
  EXPECT_EQ(Reason(world), at.reason);
}

INSTANTIATE_TEST_SUITE_P(
    Table, Novelty,
    ::testing::Values(
        NewCase{"2024-01-10", "", false, "", true, false, ""},
        NewCase{"2023-05-04", "2024-02", false, "", true, false, ""},
        NewCase{"2023-05-04", "", false, "the file was sealed", true, false, ""},
        NewCase{"", "", false, "the file was sealed", true, false, ""},
        NewCase{"2023-05-04", "", false, "", true, true, ""},
        NewCase{"2024-05", "", false, "", false, false, "the case does not say what it raises"},
        NewCase{"2024-05", "", false, "", false, true, "the case does not say what it raises"},
        NewCase{"2023-05-04", "", false, "", true, false,
                "it arose on 2023-05-04, before the earlier decision became final on 2024-01-10, "
                "and the case does not say why it was not presented then"},
        NewCase{"2023-05-04", "2024-01", false, "", true, false,
                "it arose on 2023-05-04 and became known in 2024-01, which is not precise enough "
                "to say that it was not before the earlier decision became final on 2024-01-10, "
                "and the case does not say why it was not presented then"},
        NewCase{"2023-05-04", "", true, "the file was sealed", true, false,
                "it arose on 2023-05-04, before the earlier decision became final on 2024-01-10, "
                "and it was presented before"},
        NewCase{"", "", true, "", true, true, "it was presented before"},
        NewCase{"", "", false, "", true, false,
                "the case says neither when it arose or became known nor why it was not presented "
                "earlier"}));

TEST(NoveltyOfAnItem, ThatSaysNothingOfItselfIsNotNew) {
  World world = WithFilter([](model::ItemFilter& where) { where.novel = model::Novelty{}; });
  EXPECT_EQ(Reason(world), "the case does not say what is new about it");
}

TEST(NoveltyOfAnItem, IsOpenWithoutTheDateOfTheEarlierDecision) {
  World world = WithFilter([](model::ItemFilter& where) { where.novel = model::Novelty{}; });
  model::NewElement element;
  element.arose = Day("2023-05-04");
  element.raises = {Words("c")};
  world.GroundOf("c").needs[0].second[0].novelty = element;
  EXPECT_EQ(world.Of("c"), Verdict::kUnknown);
  EXPECT_THAT(testing::First(world.sink, "D0404").Message(), HasSubstr("\"final\""));
}

// ---- rules for exhibits

model::ExhibitRule CertifiedTranslation() {
  model::ExhibitRule rule;
  rule.id = "xx.court.language";
  rule.title = Local("the language of the court");
  rule.authority.instrument = "Court Act of Examples";
  rule.authority.verified = model::Verification::kRead;
  rule.must.translation = model::TranslationWanted{.into = {"lt"}, .certified = true};
  return rule;
}

TEST(ExhibitRules, EachCitedExhibitIsHeldAgainstThem) {
  World world = WithFilter([](model::ItemFilter&) {});
  world.pack.exhibit_rules = {CertifiedTranslation()};
  world.pack.exhibit_rules[0].must.states = {model::RegisterField::kUrl};
  world.Register("e9");  // not cited
  (void)world.Run();
  EXPECT_THAT(testing::Codes(world.sink), ElementsAre("D0520 warning"));
  const diagnostics::Finding& finding = testing::First(world.sink, "D0520");
  EXPECT_EQ(finding.Message(),
            "exhibit e1 does not meet the language of the court (xx.court.language): it is not in "
            "Lithuanian, and no certified translation of it into that language is there; the "
            "register does not state the address (url)");
  EXPECT_THAT(finding.why, HasSubstr("Court Act of Examples"));
  EXPECT_THAT(finding.exhibits, ElementsAre("e1"));
}

TEST(ExhibitRules, OfANoteOnlyTheRegisterIsAsked) {
  World world = WithFilter([](model::ItemFilter&) {});
  world.Register("e1").surrogate = true;
  world.pack.exhibit_rules = {CertifiedTranslation()};
  (void)world.Run();
  EXPECT_THAT(testing::Codes(world.sink), ElementsAre("D0509 warning"));
  world.pack.exhibit_rules[0].must.states = {model::RegisterField::kUrl};
  (void)world.Run();
  EXPECT_THAT(testing::First(world.sink, "D0520").Message(),
              HasSubstr(": the register does not state the address (url)"));
}

TEST(ExhibitRules, WhereAndWhenNarrowThem) {
  World world = WithFilter([](model::ItemFilter&) {});
  world.pack.exhibit_rules = {CertifiedTranslation()};
  model::ExhibitRule& rule = world.pack.exhibit_rules[0];
  rule.weight = model::Weight::kSupporting;
  rule.where.kinds = {model::ExhibitKind::kMedia};
  (void)world.Run();
  EXPECT_THAT(testing::Codes(world.sink), IsEmpty());
  rule.where.kinds = {model::ExhibitKind::kOfficial};
  rule.when.emplace();
  rule.when->kind = model::Condition::Kind::kProcedure;
  rule.when->name = "appeal";
  (void)world.Run();
  EXPECT_THAT(testing::Codes(world.sink), ElementsAre("D0306 note", "D0520 note"));
  model::Procedure procedure;
  procedure.kind = "asylum";
  world.source.header.procedures = {procedure};
  (void)world.Run();
  EXPECT_THAT(testing::Codes(world.sink), IsEmpty());
  world.source.header.procedures[0].kind = "appeal";
  (void)world.Run();
  EXPECT_THAT(testing::Codes(world.sink), ElementsAre("D0520 note"));
}

TEST(ExhibitRules, APinpointIsAskedOfEachCitation) {
  World world = WithFilter([](model::ItemFilter&) {});
  model::ExhibitRule rule = CertifiedTranslation();
  rule.must = {};
  rule.must.pinpoint = true;
  world.pack.exhibit_rules = {rule};
  (void)world.Run();
  EXPECT_THAT(testing::Codes(world.sink), IsEmpty());
  world.File("c", "n", "e1");
  (void)world.Run();
  EXPECT_THAT(testing::Codes(world.sink), ElementsAre("D0520 warning"));
}

}  // namespace
}  // namespace dossier::evaluate
