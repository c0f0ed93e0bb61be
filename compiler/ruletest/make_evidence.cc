// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/ruletest/make_evidence.h"

#include <algorithm>
#include <string>
#include <utility>

namespace dossier::ruletest {
namespace {

constexpr int kPages = 9;

/// The revision that links of today are made for.
int RevisionOf(const std::vector<model::RulePack>& packs, std::string_view id) {
  for (const model::RulePack& pack : packs) {
    if (const model::Criterion* found = model::FindCriterion(pack.criteria, id)) return found->revision;
    if (const model::Criterion* found = model::FindCriterion(pack.objections, id)) return found->revision;
  }
  return 0;
}

Digest DigestOf(std::size_t number) {
  Digest digest;
  for (std::size_t i = 0; i < 8; ++i) {
    digest.bytes[i] = static_cast<std::uint8_t>(number >> (8 * i));
  }
  return digest;
}

class Maker {
 public:
  Maker(const PackTest& test, const std::vector<model::RulePack>& packs, MadeCase& made)
      : test_(test), packs_(packs), made_(made) {}

  void AddNamed() {
    for (const auto& [id, item] : test_.exhibits) Register(id.value, item);
  }
  void AddGround(const Text& criterion, const TestEvidence& evidence);

 private:
  std::string Register(std::string id, const TestItem& item);
  void AddFile(model::Exhibit exhibit, bool locked);
  void AddPublisher(const std::string& id);
  void AddTranslation(const TestItem& item, const std::string& of);
  model::Citation Cite(const TestItem& item);
  model::AdverseItem Against(const TestItem& item);
  std::vector<model::AdverseItem> AllAgainst(const std::vector<TestItem>& items);
  void AddArgument(const std::string& words, model::Ground& ground);
  /// A place of its own for everything cited, so that citations can be told apart.
  Span NextPlace() {
    ++next_;
    return {.file = Span::kNoFile, .begin = next_, .end = next_};
  }

  const PackTest& test_;
  const std::vector<model::RulePack>& packs_;
  MadeCase& made_;
  std::uint32_t next_ = 0;
  std::size_t items_ = 0;
  std::size_t files_ = 0;
};

void Maker::AddPublisher(const std::string& id) {
  if (made_.source.FindPerson(id) != nullptr) return;
  model::Person publisher;
  publisher.id.value = id;
  publisher.name.texts.emplace_back("en", id);
  publisher.kind = model::PersonKind::kOrganisation;
  made_.source.people.push_back(std::move(publisher));
}

/// Registers the exhibit with a file of a few pages that was read.
void Maker::AddFile(model::Exhibit exhibit, bool locked) {
  const std::string path = "files/" + exhibit.id.value + ".pdf";
  exhibit.files.push_back({"", {path, {}}});
  resolve::PartPages part;
  part.paged = true;
  part.pages = kPages;
  part.sha256 = DigestOf(++files_);
  if (locked) {
    model::LockedExhibit pinned;
    pinned.id = exhibit.id.value;
    pinned.files.push_back({path, *part.sha256});
    pinned.derived.emplace_back();
    made_.lock.exhibits.push_back(std::move(pinned));
  }
  made_.pages[exhibit.id.value].parts.push_back(std::move(part));
  made_.source.exhibits.push_back(std::move(exhibit));
}

void Maker::AddTranslation(const TestItem& item, const std::string& of) {
  model::Exhibit exhibit = item.exhibit;
  exhibit.id.value = of + "-translation";
  exhibit.title.texts.assign({{"en", exhibit.id.value}});
  exhibit.languages.assign({{item.translated_into, ""}});
  exhibit.publisher = {};
  model::Translation& translation = exhibit.translation.emplace();
  translation.of.value = of;
  translation.certified = item.certified;
  if (item.certified) translation.by = "sworn translator";
  AddFile(std::move(exhibit), item.locked);
}

std::string Maker::Register(std::string id, const TestItem& item) {
  const auto lacks = [&](std::string_view key) {
    return std::find(item.without.begin(), item.without.end(), key) != item.without.end();
  };
  model::Exhibit exhibit = item.exhibit;
  exhibit.id = {id, item.span};
  exhibit.title.texts.emplace_back("en", id);
  if (exhibit.languages.empty()) exhibit.languages.push_back({"en", ""});
  if (exhibit.publisher.value.empty() && !lacks("publisher")) {
    exhibit.publisher.value = "publisher-of-" + id;
  }
  if (!exhibit.publisher.value.empty()) AddPublisher(exhibit.publisher.value);
  const std::optional<Date>& filed = made_.source.header.filings.front().date.date;
  const bool stated = exhibit.published.date || exhibit.published.pending;
  if (!stated && !lacks("published")) {
    exhibit.published.date = Date::Of(AddMonths(filed ? filed->First() : kDefaultFiling, -1));
  }
  AddFile(std::move(exhibit), item.locked);
  if (!item.translated_into.empty()) AddTranslation(item, id);
  return id;
}

model::Citation Maker::Cite(const TestItem& item) {
  const bool named = !item.uses.value.empty();
  const std::string id =
      named ? item.uses.value : Register("item-" + std::to_string(++items_), item);
  return {.text = item.pinpoint ? id + " p. 1" : id, .span = NextPlace()};
}

model::AdverseItem Maker::Against(const TestItem& item) {
  model::AdverseItem adverse;
  adverse.cite = Cite(item);
  if (item.answered) {
    TestItem answer;
    answer.exhibit.kind = model::ExhibitKind::kOfficial;
    answer.exhibit.scope = model::Scope::kIndividual;
    adverse.answered_by.push_back(Cite(answer));
  }
  return adverse;
}

std::vector<model::AdverseItem> Maker::AllAgainst(const std::vector<TestItem>& items) {
  std::vector<model::AdverseItem> all;
  for (const TestItem& item : items) all.push_back(Against(item));
  return all;
}

void Maker::AddArgument(const std::string& words, model::Ground& ground) {
  if (words.empty()) return;
  model::Argument& argument = made_.source.arguments.emplace_back();
  argument.path = "argument/" + ground.criterion.value + ".md";
  markdown::Block& paragraph = argument.document.blocks.emplace_back();
  markdown::Inline& text = paragraph.inlines.emplace_back();
  text.kind = markdown::InlineKind::kText;
  text.text = words;
  ground.argument.value = argument.path;
}

void Maker::AddGround(const Text& criterion, const TestEvidence& evidence) {
  model::Ground ground;
  ground.criterion = criterion;
  ground.revision = evidence.revision.value_or(RevisionOf(packs_, criterion.value));
  ground.for_persons = evidence.for_subjects;
  if (ground.for_persons.empty()) ground.for_persons.push_back(test_.subject);
  for (const auto& [need, items] : evidence.needs) {
    auto& filed = ground.needs.emplace_back(need, std::vector<model::Item>()).second;
    for (const TestItem& item : items) {
      model::Item& made = filed.emplace_back();
      made.cite = Cite(item);
      made.for_persons = item.for_persons;
      made.novelty = item.novelty;
    }
  }
  ground.adverse = AllAgainst(evidence.adverse);
  for (const auto& [limb, items] : evidence.limbs) {
    ground.limbs.emplace_back(limb, AllAgainst(items));
  }
  for (const auto& [defeater, items] : evidence.defeaters) {
    ground.defeaters.emplace_back(defeater, AllAgainst(items));
  }
  AddArgument(evidence.argument, ground);
  made_.source.grounds.push_back(std::move(ground));
}

}  // namespace

void AddEvidence(const PackTest& test, const std::vector<model::RulePack>& packs, MadeCase& made) {
  Maker maker(test, packs, made);
  maker.AddNamed();
  for (const auto& [criterion, evidence] : test.evidence) maker.AddGround(criterion, evidence);
}

}  // namespace dossier::ruletest
