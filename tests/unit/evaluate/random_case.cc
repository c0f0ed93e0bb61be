// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/evaluate/random_case.h"

#include <functional>

namespace dossier::evaluate::testing {

int Dice::Roll(int sides) {
  // xorshift64* (Vigna 2016).
  state_ ^= state_ >> 12;
  state_ ^= state_ << 25;
  state_ ^= state_ >> 27;
  const std::uint64_t value = state_ * 2685821657736338717ULL;
  return static_cast<int>((value >> 33) % static_cast<std::uint64_t>(sides));
}

namespace {

using model::Operator;

constexpr model::ExhibitKind kKinds[] = {
    model::ExhibitKind::kOfficial, model::ExhibitKind::kMedical, model::ExhibitKind::kNgoReport};
constexpr model::Scope kScopes[] = {model::Scope::kIndividual, model::Scope::kGroup,
                                    model::Scope::kCountry};

/// What is asked more seldom.
void AskMore(model::Need& need, Dice& dice) {
  if (dice.Chance(15)) need.not_alone = {kKinds[dice.Roll(3)]};
  if (dice.Chance(15)) need.distinct_kinds = 2;
  if (dice.Chance(15)) need.distinct_events = 1 + dice.Roll(3);
  if (dice.Chance(10)) {
    need.where.dated = model::DatedWithin{
        .field = model::ExhibitDate::kEvent,
        .range = {.from = {.date = {}, .name = dice.Chance(80) ? "filing" : "final"},
                  .before = {.date = Date::Parse("2030-01-01"), .name = {}}}};
    if (dice.Chance(80)) need.where.dated->range.from = {.date = Date::Parse("2022"), .name = {}};
  }
  if (dice.Chance(10)) need.where.translation = model::TranslationWanted{{"en"}, dice.Chance(50)};
  if (dice.Chance(10)) need.where.novel = model::Novelty{"filing", dice.Chance(50)};
  if (dice.Chance(10)) need.where.states = {model::RegisterField::kPublished};
  if (dice.Chance(10)) need.where.own = true;
  if (dice.Chance(10)) need.where.independent = true;
  if (need.where.fresh) need.where.fresh->or_latest = dice.Chance(30);
}

model::Need RandomNeed(Dice& dice, const std::string& id) {
  model::Need need = Counted(id, 1 + dice.Roll(3));
  if (dice.Chance(25)) need.weight = model::Weight::kSupporting;
  if (dice.Chance(40)) need.distinct_publishers = 1 + dice.Roll(need.min);
  if (dice.Chance(30)) need.distinct_origins = 1 + dice.Roll(need.min);
  if (dice.Chance(40)) need.where.kinds = {kKinds[dice.Roll(3)], kKinds[dice.Roll(3)]};
  if (dice.Chance(40)) need.where.scopes = {kScopes[dice.Roll(3)]};
  if (dice.Chance(30)) need.where.natures = {model::Nature::kFact};
  if (dice.Chance(30)) {
    need.where.fresh = model::Freshness{.months = 24, .of = dice.Chance(80) ? "filing" : "hearing"};
  }
  if (dice.Chance(20)) need.max_share = 60;
  if (dice.Chance(20)) need.where.languages = {"en"};
  AskMore(need, dice);
  return need;
}

class PackMaker {
 public:
  explicit PackMaker(Dice& dice) : dice_(dice) {}

  model::Criterion Make(int depth) {
    const std::string id = "c" + std::to_string(next_++);
    const int kind = depth >= 3 ? dice_.Roll(4) : dice_.Roll(10);
    model::Criterion criterion;
    if (kind < 3) {
      criterion = Leaf(id);
      criterion.needs.clear();
      const int needs = 1 + dice_.Roll(3);
      for (int i = 0; i < needs; ++i) {
        criterion.needs.push_back(RandomNeed(dice_, "n" + std::to_string(i)));
      }
      if (dice_.Chance(30)) {
        criterion.presumption.emplace();
        criterion.presumption->basis.push_back(RandomNeed(dice_, "past"));
        criterion.presumption->defeaters.push_back({"d", {}, {}, {}});
      }
    } else if (kind == 3) {
      criterion = None(id, {"l", "m"}, dice_.Chance(40));
    } else {
      const Operator ops[] = {Operator::kAll, Operator::kAny, Operator::kFirstOf,
                              Operator::kAtLeast, Operator::kEach};
      std::vector<model::Criterion> children;
      const Operator op = ops[dice_.Roll(5)];
      const int count = op == Operator::kEach ? 1 : 1 + dice_.Roll(4);
      for (int i = 0; i < count; ++i) {
        // A reference to what was made before never leads back.
        if (!done_.empty() && dice_.Chance(20)) {
          children.push_back(
              Ref(done_[static_cast<std::size_t>(dice_.Roll(static_cast<int>(done_.size())))]));
        } else {
          children.push_back(Make(depth + 1));
        }
      }
      criterion = Branches(id, op, std::move(children), 1 + dice_.Roll(3));
      if (dice_.Chance(70)) criterion.each.over = model::Each::Over::kIncidents;
    }
    AddConditions(criterion);
    done_.push_back(id);
    return criterion;
  }

  /// A rule that switches another off.
  model::Criterion MakeSwitch() {
    model::Criterion off = Branches("off", Operator::kDisables, {});
    off.disables = All({AnyDone()});
    off.disables_when = AnyFact();
    return off;
  }

  [[nodiscard]] std::string AnyDone() {
    return done_[static_cast<std::size_t>(dice_.Roll(static_cast<int>(done_.size())))];
  }

 private:
  [[nodiscard]] model::Condition AnyFact() { return FactIs("f" + std::to_string(dice_.Roll(4))); }

  /// What decides which rule applies never depends on what is filed.
  void AddConditions(model::Criterion& criterion) {
    if (dice_.Chance(10)) criterion.when = AnyFact();
    if (dice_.Chance(10)) criterion.law = model::LawSide{"law", dice_.Chance(50) ? "a" : "b", {}};
    if (!done_.empty() && dice_.Chance(10)) {
      model::Transitional entry;
      entry.reads = "filing";
      entry.range.before.date = Date::Parse(dice_.Chance(50) ? "2020" : "2030");
      entry.use = AnyDone();
      criterion.transitional = {entry};
    }
    for (int i = 0; i < 2 && dice_.Chance(15); ++i) {
      model::Exception exception;
      exception.id = criterion.id + ".x" + std::to_string(i);
      exception.overrides = All({i == 0 ? criterion.id : criterion.id + ".x0"});
      exception.when = AnyFact();
      if (!done_.empty() && dice_.Chance(60)) exception.use = AnyDone();
      criterion.exceptions.push_back(std::move(exception));
    }
  }

  Dice& dice_;
  int next_ = 0;
  std::vector<std::string> done_;
};

/// Every criterion of a pack that has something to file under.
std::vector<const model::Criterion*> Places(const model::RulePack& pack) {
  std::vector<const model::Criterion*> places;
  const std::function<void(const model::Criterion&)> walk = [&](const model::Criterion& criterion) {
    if (!criterion.id.empty()) places.push_back(&criterion);
    for (const model::Criterion& child : criterion.children) walk(child);
  };
  for (const model::Criterion& criterion : pack.criteria) walk(criterion);
  for (const model::Criterion& objection : pack.objections) walk(objection);
  return places;
}

const model::Criterion& Pick(const std::vector<const model::Criterion*>& places, Dice& dice) {
  return *places[static_cast<std::size_t>(dice.Roll(static_cast<int>(places.size())))];
}

std::vector<const model::Need*> NeedsOf(const model::Criterion& criterion) {
  std::vector<const model::Need*> needs;
  for (const model::Need& need : criterion.needs) needs.push_back(&need);
  if (criterion.presumption) {
    for (const model::Need& need : criterion.presumption->basis) needs.push_back(&need);
  }
  return needs;
}

/// A new exhibit, readable, of any quality. Only one that is filed in favour may be a translation:
/// to register one gives its original another language, which is an addition of its own.
std::string NewExhibit(World& world, Dice& dice, bool may_translate = true) {
  const std::string id = "e" + std::to_string(world.source.exhibits.size());
  model::Exhibit& exhibit = world.Register(id);
  exhibit.kind = kKinds[dice.Roll(3)];
  exhibit.scope = kScopes[dice.Roll(3)];
  if (dice.Chance(25)) exhibit.nature = model::Nature::kAssessment;
  exhibit.publisher = Words(dice.Chance(15) ? "" : "o" + std::to_string(dice.Roll(4)));
  if (dice.Chance(40)) exhibit.origin = {"s" + std::to_string(dice.Roll(3))};
  if (dice.Chance(25)) exhibit.surrogate = true;
  if (dice.Chance(80)) {
    const char* dates[] = {"2024-01-01", "2023", "2022-10", "2015-05-05"};
    exhibit.published = Day(dates[dice.Roll(4)]);
  }
  if (dice.Chance(20)) exhibit.languages = {{"ru", ""}};
  if (dice.Chance(60)) {
    const char* events[] = {"2022-01-05", "2022-01", "2022-03-01", "2021"};
    exhibit.event = Day(events[dice.Roll(4)]);
  }
  if (dice.Chance(20)) exhibit.latest_edition = Day("2024-09-01");
  if (may_translate && dice.Chance(10) && world.source.exhibits.size() > 1) {
    exhibit.translation = model::Translation{
        .of =
            Words("e" + std::to_string(dice.Roll(static_cast<int>(world.source.exhibits.size())))),
        .by = "",
        .certified = true};
  }
  return id;
}

}  // namespace

model::RulePack RandomPack(Dice& dice) {
  model::RulePack pack;
  pack.id = "xx/random";
  PackMaker maker(dice);
  pack.criteria.push_back(maker.Make(0));
  if (dice.Chance(30)) pack.criteria.push_back(maker.MakeSwitch());
  if (dice.Chance(30)) {
    model::Criterion objection = Leaf("objection");
    objection.when = FactIs("f0");
    pack.objections.push_back(std::move(objection));
  }
  model::Choice choice;
  choice.id = "law";
  choice.options.resize(2);
  choice.options[0].id = "a";
  choice.options[0].when = FactIs("f1");
  choice.options[1].id = "b";
  choice.options[1].when = FactIs("f2");
  pack.choices.push_back(std::move(choice));
  return pack;
}

void RandomCircumstances(World& world, Dice& dice) {
  for (int i = 0; i < 4; ++i) {
    if (dice.Chance(30)) continue;
    world.source.facts.push_back(
        Stated("f" + std::to_string(i), dice.Chance(50) ? "true" : "false"));
  }
  for (const char* id : {"i1", "i2"}) {
    if (dice.Chance(25)) continue;
    model::Event event;
    event.id = Words(id);
    event.incident = true;
    world.source.events.push_back(std::move(event));
  }
}

namespace {

/// What is filed is about the person and the first incident, not about the second.
void Widen(World& world, std::string_view criterion) {
  world.GroundOf(criterion).for_persons = All({"p", "i1"});
}

model::NewElement RandomNovelty(Dice& dice) {
  model::NewElement element;
  if (dice.Chance(50)) element.arose = Day(dice.Chance(50) ? "2024-10-20" : "2024-10");
  element.presented_before = dice.Chance(20);
  if (dice.Chance(40)) element.why_not_earlier = Local("it was not known");
  if (dice.Chance(80)) element.raises = {Words("c")};
  return element;
}

}  // namespace

bool AddPositive(World& world, Dice& dice) {
  std::vector<const model::Criterion*> places;
  for (const model::Criterion* place : Places(world.pack)) {
    if (!NeedsOf(*place).empty()) places.push_back(place);
  }
  if (places.empty()) return false;
  const model::Criterion& criterion = Pick(places, dice);
  const std::vector<const model::Need*> needs = NeedsOf(criterion);
  const model::Need& need =
      *needs[static_cast<std::size_t>(dice.Roll(static_cast<int>(needs.size())))];
  world.File(criterion.id, need.id, NewExhibit(world, dice) + " p. 1");
  Widen(world, criterion.id);
  if (!dice.Chance(40)) return true;
  for (auto& [id, items] : world.GroundOf(criterion.id).needs) {
    if (id.value == need.id) items.back().novelty = RandomNovelty(dice);
  }
  return true;
}

void AddNegative(World& world, Dice& dice) {
  const model::Criterion& criterion = Pick(Places(world.pack), dice);
  const std::string cite = NewExhibit(world, dice, false) + " p. 1";
  if (!criterion.limbs.empty() && dice.Chance(70)) {
    const std::size_t limb =
        static_cast<std::size_t>(dice.Roll(static_cast<int>(criterion.limbs.size())));
    world.FileLimb(criterion.id, criterion.limbs[limb].id, Against(cite));
  } else if (criterion.presumption && dice.Chance(50)) {
    world.GroundOf(criterion.id)
        .defeaters.push_back({Words(criterion.presumption->defeaters[0].id), {Against(cite)}});
  } else {
    world.FileAgainst(criterion.id, Against(cite));
  }
  Widen(world, criterion.id);
}

bool AddAnswer(World& world, Dice& dice) {
  std::vector<model::AdverseItem*> items;
  for (model::Ground& ground : world.source.grounds) {
    for (model::AdverseItem& item : ground.adverse) items.push_back(&item);
    for (auto& [id, limb] : ground.limbs) {
      for (model::AdverseItem& item : limb) items.push_back(&item);
    }
    for (auto& [id, limb] : ground.defeaters) {
      for (model::AdverseItem& item : limb) items.push_back(&item);
    }
  }
  if (items.empty()) return false;
  model::AdverseItem& item =
      *items[static_cast<std::size_t>(dice.Roll(static_cast<int>(items.size())))];
  item.answered_by.emplace_back();
  item.answered_by.back().text = NewExhibit(world, dice) + " p. 2";
  return true;
}

void FileAtRandom(World& world, Dice& dice, int items) {
  for (int i = 0; i < items; ++i) {
    const int what = dice.Roll(10);
    if (what < 7) {
      (void)AddPositive(world, dice);
    } else if (what < 9) {
      AddNegative(world, dice);
    } else {
      (void)AddAnswer(world, dice);
    }
    if (dice.Chance(8) && !world.source.exhibits.empty()) {
      world.states[world.source.exhibits.back().id.value] = resolve::ExhibitState::kUnreadable;
    }
  }
  for (model::Ground& ground : world.source.grounds) {
    if (dice.Chance(10)) ground.revision = 7;  // of no rule: its links are stale
  }
}

}  // namespace dossier::evaluate::testing
