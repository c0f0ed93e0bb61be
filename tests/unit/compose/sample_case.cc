// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/compose/sample_case.h"

#include <fstream>
#include <sstream>
#include <utility>

#include "compiler/diagnostics/sources.h"
#include "compiler/yaml/parse.h"

namespace dossier::compose {
namespace {

model::Person Person(Sample& sample, std::string id, model::LocalizedText name, std::string role,
                     std::vector<std::string> variants = {}) {
  model::Person person;
  person.id = sample.spans.Text(std::move(id));
  person.name = std::move(name);
  person.role = Said(std::move(role));
  person.variants = std::move(variants);
  return person;
}

void AddPeople(Sample& sample) {
  model::LocalizedText name = Said("Jonas Pavyzdys", "en");
  name.texts.emplace_back("lt", "Jonas Pavyzdys");
  name.texts.emplace_back("ru", "Йонас Павыздис");
  auto& people = sample.source.people;
  people.push_back(Person(sample, "a", name, "applicant", {"J. Pavyzdys"}));
  people.push_back(Person(sample, "p1", Said("Әсет Үлгіұлы"), "prisoner"));
  people.push_back(Person(sample, "p2", Said("Žydrūnė Šimėnaitė"), "prisoner"));
  people.push_back(Person(sample, "o-ngo", Said("Invented Rights Group"), "publisher"));
  people.push_back(Person(sample, "o-md", Said("Invented Department"), "decides"));
  people[3].kind = model::PersonKind::kOrganisation;
  people[4].kind = model::PersonKind::kOrganisation;
}

void AddExhibit(Sample& sample, std::string id, std::string title, int pages) {
  model::Exhibit exhibit = sample.spans.Exhibit(id, pages > 0 ? 1 : 0);
  exhibit.title = Said(std::move(title));
  exhibit.publisher = sample.spans.Text("o-ngo");
  exhibit.languages.push_back({.language = "en", .pages = ""});
  exhibit.published = On("2023-04");
  exhibit.url = "https://example.org/" + id;
  sample.source.exhibits.push_back(exhibit);
  if (pages == 0) return;
  resolve::PartPages part = resolve::Paged(pages);
  part.sha256 = Digest{};
  sample.pages[id].parts = {part};
}

void AddHeader(Sample& sample) {
  model::Header& header = sample.source.header;
  header.id = sample.spans.Text("sample");
  header.title = Said("Brief for an invented applicant");
  header.language = sample.spans.Text("en");
  header.forum = sample.spans.Text("lt-migration-department");
  header.applicants.push_back(sample.spans.Text("a"));
  header.submitted_by.push_back(sample.spans.Text("o-ngo"));
  header.pleads.push_back({.criterion = sample.spans.Text("x.1"), .for_persons = {}});
  header.pleads.push_back({.criterion = sample.spans.Text("y"),
                           .for_persons = {sample.spans.Text("p1"), sample.spans.Text("p2")}});
  header.filings.push_back(
      {.id = sample.spans.Text("f1"), .date = On("2024-10-14"), .supplements = ""});
  model::Procedure procedure;
  procedure.id = sample.spans.Text("first");
  procedure.kind = "asylum";
  procedure.applicants.push_back(sample.spans.Text("a"));
  procedure.lodged = On("2022-03-15");
  procedure.decisions.push_back({.by = "o-md",
                                 .date = On("2023-07-14"),
                                 .served = On("2023-07-20"),
                                 .final = {},
                                 .outcome = "refused",
                                 .span = {}});
  header.procedures.push_back(procedure);
}

void AddRules(Sample& sample) {
  model::Criterion harm;
  harm.id = "x.1";
  harm.title = Said("Risk of harm");
  harm.text = Said("Protection is for a person who would face harm.");
  harm.authority.instrument = "Invented Law";
  harm.authority.pinpoint = "Art. 1(1)";
  harm.authority.url = "https://example.org/law";
  model::Need need;
  need.id = "country";
  need.title = Said("country evidence");
  need.text = Said("NEED-TEXT");
  harm.needs.push_back(need);
  model::Criterion prisoner;
  prisoner.id = "y";
  prisoner.title = Said("Prisoner of opinion");
  prisoner.authority.instrument = "Invented Resolution";
  prisoner.op = model::Operator::kAny;
  for (const char* letter : {"a", "b"}) {
    model::Criterion child;
    child.id = std::string("y.") + letter;
    child.title = Said(std::string("Limb ") + letter);
    child.text = Said(std::string("Text of limb ") + letter + ".");
    prisoner.children.push_back(child);
  }
  sample.packs.push_back({});
  sample.packs[0].criteria = {harm, prisoner};
}

model::Ground Ground(Sample& sample, std::string criterion, std::string subject, std::string need,
                     std::string cite, std::string shows) {
  model::Ground ground;
  ground.criterion = sample.spans.Text(std::move(criterion));
  ground.for_persons.push_back(sample.spans.Text(std::move(subject)));
  model::Item item;
  item.cite = sample.spans.Cite(std::move(cite));
  item.shows = Said(std::move(shows));
  ground.needs.emplace_back(sample.spans.Text(std::move(need)), std::vector<model::Item>{item});
  return ground;
}

void AddGrounds(Sample& sample) {
  auto& grounds = sample.source.grounds;
  grounds.push_back(Ground(sample, "x.1", "a", "country", "e2 pp. 2-3", "methods recorded"));
  grounds[0].needs[0].second[0].date = On("2022-01");
  grounds[0].needs[0].second[0].quote = sample.spans.Text("words as they stand");
  grounds[0].argument = sample.spans.Text("argument/1-risk.md");
  grounds[0].adverse.push_back(
      {.cite = sample.spans.Cite("e1 p. 4"), .shows = Said("ADVERSE-ITEM"), .quote = {}, .answered_by = {}});
  grounds[0].needs.emplace_back(sample.spans.Text("EMPTY-NEED"), std::vector<model::Item>{});
  grounds.push_back(Ground(sample, "y.a", "p1", "n", "e3 p. 1", "held for words"));
  grounds.push_back(Ground(sample, "y.b", "p2", "n", "e4 p. 9", "sentence out of proportion"));
}

void AddDecision(Sample& sample) {
  model::AdverseDecision decision;
  decision.exhibit = sample.spans.Text("e1");
  decision.procedure = sample.spans.Text("first");
  model::Assertion answered;
  answered.id = sample.spans.Text("a1");
  answered.page = "3";
  answered.says = Said("nothing will happen");
  answered.span = sample.spans.Next(5);
  answered.answers.push_back({.cites = {sample.spans.Cite("e2 p. 1"), sample.spans.Cite("e3 p. 1")},
                              .quote = {},
                              .text = Said("It has happened."),
                              .argument = sample.spans.Text("argument/1-risk.md")});
  model::Assertion open = answered;
  open.id = sample.spans.Text("a2");
  open.says = Said("UNANSWERED-ASSERTION");
  open.span = sample.spans.Next(5);
  open.answers.clear();
  decision.assertions = {answered, open};
  sample.source.decisions.push_back(decision);
}

void AddEvents(Sample& sample) {
  model::Event later;
  later.id = sample.spans.Text("ev2");
  later.date = On("2023-07-14");
  later.text = Said("The refusal.");
  later.cites.push_back(sample.spans.Cite("e1 p. 1"));
  model::Event earlier;
  earlier.id = sample.spans.Text("ev1");
  earlier.date = On("2019-02-27");
  earlier.until = On("2019-03-02");
  earlier.text = Said("Detention of Әсет Үлгіұлы.");
  earlier.cites.push_back(sample.spans.Cite("e2 p. 1"));
  sample.source.events = {later, earlier};
}

markdown::Inline Node(markdown::InlineKind kind, std::string text, Span span) {
  markdown::Inline node;
  node.kind = kind;
  node.text = std::move(text);
  node.span = span;
  return node;
}

void AddArgument(Sample& sample) {
  using markdown::BlockKind;
  using markdown::InlineKind;
  markdown::Document document;
  markdown::Block heading;
  heading.kind = BlockKind::kHeading;
  heading.level = 1;
  heading.inlines.push_back(Node(InlineKind::kText, "Risk on return", sample.spans.Next(14)));
  markdown::Block paragraph;
  paragraph.inlines.push_back(Node(InlineKind::kText, "Ąžuolas said so ", sample.spans.Next(16)));
  const std::string group = "@e2, p. 3; @e4, p. 9";
  paragraph.inlines.push_back(Node(InlineKind::kCitation, group, sample.spans.Next(group.size())));
  paragraph.inlines.push_back(Node(InlineKind::kText, ".", sample.spans.Next(1)));
  paragraph.inlines.push_back(Node(InlineKind::kNoteReference, "n", sample.spans.Next(1)));
  markdown::Block note;
  note.inlines.push_back(Node(InlineKind::kText, "Дело № 5", sample.spans.Next(10)));
  document.blocks = {heading, paragraph};
  document.notes.push_back({.id = "n", .blocks = {note}, .span = {}});
  sample.source.arguments.push_back({.path = "argument/1-risk.md", .document = document});
}

void AddAuthor(Sample& sample) {
  model::AuthorWaiver waiver;
  waiver.code = sample.spans.Text("D0502");
  waiver.reason = "WAIVER-REASON";
  waiver.by = "WAIVER-AUTHOR";
  sample.source.author.waivers.push_back(waiver);
  model::Acceptance acceptance;
  acceptance.reason = "ACCEPTANCE-REASON";
  acceptance.by = "ACCEPTANCE-AUTHOR";
  sample.source.author.acceptances.push_back(acceptance);
}

}  // namespace

model::LocalizedText Said(std::string text, std::string language) {
  model::LocalizedText said;
  said.texts.emplace_back(std::move(language), std::move(text));
  return said;
}

model::CaseDate On(std::string_view date) {
  model::CaseDate out;
  out.date = Date::Parse(date);
  return out;
}

std::unique_ptr<Sample> MakeSample() {
  auto sample = std::make_unique<Sample>();
  AddHeader(*sample);
  AddPeople(*sample);
  AddExhibit(*sample, "e1", "Decision of the department", 6);
  AddExhibit(*sample, "e2", "Report of the group", 4);
  AddExhibit(*sample, "e3", "Letter", 1);
  AddExhibit(*sample, "e4", "Judgment elsewhere", 0);
  sample->source.exhibits[2].surrogate = true;
  sample->source.exhibits[3].kind = model::ExhibitKind::kJudgment;
  AddRules(*sample);
  AddGrounds(*sample);
  AddDecision(*sample);
  AddEvents(*sample);
  AddArgument(*sample);
  AddAuthor(*sample);
  sample->Resolve();
  return sample;
}

Strings LoadStrings(std::string_view language) {
  const std::string path =
      std::string(DOSSIER_SOURCE_DIR) + "/templates/strings/" + std::string(language) + ".yaml";
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  diagnostics::Sources sources;
  diagnostics::Sink sink;
  const auto index = sources.Add(path, text.str());
  const auto root = yaml::Parse(sources, index, sink);
  Strings strings = root ? ReadStrings(*root, sink) : Strings();
  // A catalogue with a finding is a broken catalogue; every test that loads it should say so.
  if (sink.HasErrors()) return {};
  return strings;
}

Context ContextOf(const Sample& sample, const Strings& strings) {
  return {.resolved = sample.resolved,
          .source = sample.source,
          .packs = sample.packs,
          .strings = strings,
          .language = sample.source.header.language.value,
          .numbering = Numbering(),
          .arguments = {}};
}

TemplateNode Element(std::string name, std::vector<std::string> attributes,
                     std::vector<TemplateNode> children) {
  TemplateNode node;
  node.name = std::move(name);
  for (std::size_t i = 0; i + 1 < attributes.size(); i += 2) {
    node.attributes.emplace_back(attributes[i], attributes[i + 1]);
  }
  node.children = std::move(children);
  return node;
}

TemplateNode TextNode(std::string text) {
  TemplateNode node;
  node.text = std::move(text);
  return node;
}

}  // namespace dossier::compose
