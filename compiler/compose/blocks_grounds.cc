// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "compiler/compose/blocks.h"
#include "compiler/compose/case_view.h"
#include "compiler/compose/citations.h"
#include "compiler/compose/index_marks.h"
#include "compiler/compose/rule_view.h"

namespace dossier::compose {
namespace {

using model::Ground;

bool Names(const std::vector<model::Text>& ids, std::string_view subject) {
  return std::any_of(ids.begin(), ids.end(),
                     [&](const model::Text& id) { return id.value == subject; });
}

/// An empty list speaks for everyone.
bool Concerns(const std::vector<model::Text>& ids, std::string_view subject) {
  return ids.empty() || subject.empty() || Names(ids, subject);
}

class Writer {
 public:
  explicit Writer(Context& context) : context_(context), rules_(context.packs) {}
  Blocks Write();

 private:
  void WriteRoot(const std::string& root, const std::vector<std::string>& subjects, bool by_person);
  void WriteCriterion(const std::string& id, const std::string& subject, int level, Blocks& out);
  void WritePerson(const std::vector<std::string>& ids, const std::string& subject, Blocks& out);
  void AddRule(const std::string& id, bool with_title, Blocks& out) const;
  bool AddRows(const std::string& id, const std::string& subject, bool need_titles, Table& table);
  [[nodiscard]] TableRow RowOf(const model::Item& item) const;
  [[nodiscard]] std::string DateBeside(const model::Item& item) const;
  [[nodiscard]] std::string TitleOf(const std::string& id) const;
  [[nodiscard]] std::vector<const Ground*> GroundsOf(std::string_view id,
                                                     std::string_view subject) const;
  [[nodiscard]] bool HasItems(const std::string& id, const std::string& subject) const;
  [[nodiscard]] Inlines See(const std::vector<std::string>& ids, const std::string& subject) const;
  [[nodiscard]] Table NewTable() const;

  Context& context_;
  RuleBook rules_;
  std::set<const Ground*> written_;
  Blocks out_;
};

std::string Writer::TitleOf(const std::string& id) const {
  const RuleView rule = rules_.Find(id);
  if (rule.criterion == nullptr || rule.criterion->title.empty()) return id;
  return context_.Sentence(rule.criterion->title);
}

std::vector<const Ground*> Writer::GroundsOf(std::string_view id, std::string_view subject) const {
  std::vector<const Ground*> found;
  if (!RuleGoverns(context_, rules_, id, subject)) return found;
  for (const Ground& ground : context_.source.grounds) {
    if (ground.criterion.value == id && Concerns(ground.for_persons, subject)) {
      found.push_back(&ground);
    }
  }
  return found;
}

bool Writer::HasItems(const std::string& id, const std::string& subject) const {
  for (const Ground* ground : GroundsOf(id, subject)) {
    for (const auto& need : ground->needs) {
      for (const model::Item& item : need.second) {
        if (Concerns(item.for_persons, subject)) return true;
      }
    }
  }
  return false;
}

Table Writer::NewTable() const {
  Table table;
  table.widths = {8, 5};
  table.head.push_back(
      HeadRow({context_.strings.Get("column.shows"), context_.strings.Get("column.exhibits")}));
  return table;
}

/// The date of an item, unless its words name it already.
std::string Writer::DateBeside(const model::Item& item) const {
  const auto plain = [](std::string text) {
    for (std::size_t at = text.find("\u00A0"); at != std::string::npos; at = text.find("\u00A0")) {
      text.replace(at, 2, " ");
    }
    return text;
  };
  const std::string date = context_.strings.DateInWords(item.date);
  const bool named =
      plain(std::string(context_.Say(item.shows))).find(plain(date)) != std::string::npos;
  return named ? std::string() : date;
}

TableRow Writer::RowOf(const model::Item& item) const {
  std::string text = context_.Sentence(item.shows);
  const std::string date = DateBeside(item);
  if (!date.empty()) text += text.empty() ? date : " (" + date + ")";
  Inlines shown = {Words(text)};
  if (!item.quote.value.empty()) {
    TextRun quote;
    quote.text =
        (text.empty() ? "" : ": ") + context_.strings.Fill("quotation", {item.quote.value});
    quote.source = item.quote.span;
    shown.push_back({std::move(quote)});
  }
  TableRow row;
  row.cells.push_back(Cell(std::move(shown)));
  row.cells.push_back(Cell(CitationInlines(context_, item.cite)));
  return row;
}

/// A row that titles those below it.
TableRow TitleRow(std::string_view title) {
  TableRow row;
  row.cells.push_back(Cell(Inlines{Words(title, Face::kItalic)}, 2));
  row.keep_with_next = true;
  return row;
}

/// A table with the sections of the argument that deal with it, which stand on the page of its last row.
/// The rule or the person in front of it stand on the page of its first.
void PutWithSections(Table table, Inlines see, Blocks& out) {
  auto* before = out.empty() ? nullptr : std::get_if<Paragraph>(&out.back().value);
  if (before != nullptr) before->keep_with_next = true;
  if (!table.rows.empty()) table.rows.back().keep_with_next = !see.empty();
  out.push_back({std::move(table)});
  if (!see.empty()) out.push_back(Para(std::move(see)));
}

bool Writer::AddRows(const std::string& id, const std::string& subject, bool need_titles,
                     Table& table) {
  const RuleView rule = rules_.Find(id);
  const std::size_t before = table.rows.size();
  for (const Ground* ground : GroundsOf(id, subject)) {
    written_.insert(ground);
    for (const auto& [need, items] : ground->needs) {
      const model::LocalizedText* title =
          rule.criterion == nullptr ? nullptr : NeedTitle(*rule.criterion, need.value);
      bool titled = !need_titles || title == nullptr;
      for (const model::Item& item : items) {
        if (!Concerns(item.for_persons, subject)) continue;
        if (!titled) {
          table.rows.push_back(TitleRow(context_.Sentence(*title)));
          titled = true;
        }
        table.rows.push_back(RowOf(item));
      }
    }
  }
  return table.rows.size() > before;
}

/// The rule in its own words, with its authority.
void Writer::AddRule(const std::string& id, bool with_title, Blocks& out) const {
  const RuleView rule = rules_.Find(id);
  if (rule.criterion == nullptr) return;
  Inlines text;
  if (with_title) text.push_back(Words(TitleOf(id) + ". ", Face::kBold));
  const std::string_view words = context_.Say(rule.criterion->text);
  if (!words.empty()) text.push_back(Words(std::string(words) + " "));
  // A part of a rule that says nothing of its own needs no second mention of the act.
  if (rule.authority != nullptr && (rule.states_authority || !text.empty())) {
    text.push_back(MarkHere(InstrumentMark(rule.authority->instrument)));
    text.push_back(Words("(" + rule.authority->instrument +
                         (rule.authority->pinpoint.empty() ? "" : ", " + rule.authority->pinpoint) +
                         ")"));
  }
  if (!text.empty()) out.push_back(Para(std::move(text)));
}

Inlines Writer::See(const std::vector<std::string>& ids, const std::string& subject) const {
  std::vector<std::string> paths;
  for (const std::string& id : ids) {
    for (const Ground* ground : GroundsOf(id, subject)) {
      if (!ground->argument.value.empty()) paths.push_back(ground->argument.value);
    }
  }
  return SeeSections(context_, paths);
}

void Writer::WriteCriterion(const std::string& id, const std::string& subject, int level,
                            Blocks& out) {
  if (!HasItems(id, subject)) return;
  if (level > 0) {
    out.push_back(NumberedHeading(context_, level, {Words(TitleOf(id))}));
    AddRule(id, false, out);
  }
  Table table = NewTable();
  AddRows(id, subject, true, table);
  PutWithSections(std::move(table), See({id}, subject), out);
}

void Writer::WritePerson(const std::vector<std::string>& ids, const std::string& subject,
                         Blocks& out) {
  Table table = NewTable();
  for (const std::string& id : ids) {
    if (!HasItems(id, subject)) continue;
    table.rows.push_back(TitleRow(TitleOf(id)));
    AddRows(id, subject, false, table);
  }
  if (table.rows.empty()) return;
  out.push_back(NumberedHeading(context_, 3, {Words(context_.NameOf(subject))}));
  const model::Person* person = context_.source.FindPerson(subject);
  if (person != nullptr && !person->role.empty()) out.push_back(Para(context_.Sentence(person->role)));
  PutWithSections(std::move(table), See(ids, subject), out);
}

void Writer::WriteRoot(const std::string& root, const std::vector<std::string>& subjects,
                       bool by_person) {
  const std::vector<std::string> ids = rules_.Below(root);
  std::vector<std::string> used;
  for (const std::string& id : ids) {
    const bool any = std::any_of(subjects.begin(), subjects.end(),
                                 [&](const std::string& s) { return HasItems(id, s); });
    if (any) used.push_back(id);
  }
  if (used.empty()) return;
  out_.push_back(NumberedHeading(context_, 2, {Words(TitleOf(root))}));
  AddRule(root, false, out_);
  if (!by_person) {
    for (const std::string& id : used)
      WriteCriterion(id, subjects.front(), id == root ? 0 : 3, out_);
    return;
  }
  for (const std::string& id : used) {
    if (id != root) AddRule(id, true, out_);
  }
  for (const std::string& subject : subjects) WritePerson(used, subject, out_);
}

Blocks Writer::Write() {
  const model::Header& header = context_.source.header;
  for (const model::Plea& plea : header.pleads) {
    const auto& persons = plea.for_persons.empty() ? header.applicants : plea.for_persons;
    std::vector<std::string> subjects;
    for (const model::Text& person : persons) subjects.push_back(person.value);
    if (subjects.empty()) subjects.emplace_back();
    WriteRoot(plea.criterion.value, subjects, subjects.size() > 1 || !plea.for_persons.empty());
  }
  // What is filed for a criterion that is not pleaded was filed for a reason.
  for (const Ground& ground : context_.source.grounds) {
    if (written_.count(&ground) > 0) continue;
    std::vector<std::string> subjects;
    for (const model::Text& person : ground.for_persons) subjects.push_back(person.value);
    const bool by_person = subjects.size() > 1;
    if (subjects.empty()) subjects.emplace_back();
    WriteRoot(ground.criterion.value, subjects, by_person);
    written_.insert(&ground);
  }
  return std::move(out_);
}

}  // namespace

Blocks ComposeGrounds(Context& context) { return Writer(context).Write(); }

}  // namespace dossier::compose
