// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "compiler/compose/blocks.h"
#include "compiler/compose/rule_view.h"
#include "compiler/text/normalise.h"

namespace dossier::compose {
namespace {

using model::RulePack;

std::string Where(const model::Authority& authority) {
  if (authority.pinpoint.empty()) return authority.instrument;
  return authority.instrument + ", " + authority.pinpoint;
}

/// A title with the place of law it comes from below it.
TableCell TitleCell(std::string_view title, const model::Authority* authority) {
  Blocks content;
  content.push_back(Para(title));
  if (authority != nullptr && !authority->instrument.empty()) {
    content.push_back(Para(Where(*authority), ParagraphStyle::kSmall));
  }
  return Cell(std::move(content));
}

class LawWriter {
 public:
  explicit LawWriter(Context& context)
      : context_(context),
        rules_(context.packs),
        used_(RulesWithEvidence(context.source, rules_)),
        asked_(used_.begin(), used_.end()) {
    for (const model::Plea& plea : context.source.header.pleads) {
      const std::vector<std::string> below = rules_.Below(plea.criterion.value);
      asked_.insert(below.begin(), below.end());
    }
  }

  Blocks Write() {
    Table choices = Choices();
    Table adjusted = Adjusted();
    if (choices.rows.empty() && adjusted.rows.empty()) return {};
    Blocks out;
    Add("heading.law-choice", std::move(choices), out);
    Add("heading.law-adjusted", std::move(adjusted), out);
    Add("heading.law-read", Read(), out);
    return out;
  }

 private:
  void Add(std::string_view heading, Table table, Blocks& out) {
    if (table.rows.empty()) return;
    out.push_back(NumberedHeading(context_, 2, {Words(Say(heading))}));
    out.push_back({std::move(table)});
  }

  [[nodiscard]] std::string_view Say(std::string_view key) const {
    return context_.strings.Get(key);
  }
  [[nodiscard]] std::string Fill(std::string_view key, std::string value) const {
    return context_.strings.Fill(key, {std::move(value)});
  }
  [[nodiscard]] std::string Fill(std::string_view key, int value) const {
    return Fill(key, std::to_string(value));
  }

  [[nodiscard]] Table Choices() const;
  [[nodiscard]] const model::Choice* FindChoice(std::string_view id) const;
  [[nodiscard]] const model::LawChoice* DecisionOn(const ChosenLaw& law) const;
  [[nodiscard]] std::optional<TableRow> ChoiceRow(const model::LawChoice& decision) const;

  [[nodiscard]] Table Adjusted() const;
  [[nodiscard]] std::string NeedName(const model::Criterion& rule, const std::string& need) const;
  [[nodiscard]] std::string ChangeOf(const model::Criterion& rule,
                                     const model::NeedChange& change) const;
  [[nodiscard]] Blocks ChangesOf(const model::Criterion& rule,
                                 const model::Tailoring& tailoring) const;

  [[nodiscard]] Table Read() const;
  [[nodiscard]] Blocks HowRead(const RulePack& pack) const;

  Context& context_;
  RuleBook rules_;
  std::vector<std::string> used_;
  std::set<std::string> asked_;  // and everything below what is pleaded
};

// ---- which text was applied

const model::Choice* LawWriter::FindChoice(std::string_view id) const {
  for (const RulePack& pack : context_.packs) {
    for (const model::Choice& choice : pack.choices) {
      if (choice.id == id) return &choice;
    }
  }
  return nullptr;
}

/// The decision for the person wins over the one for everyone.
const model::LawChoice* LawWriter::DecisionOn(const ChosenLaw& law) const {
  const model::LawChoice* found = nullptr;
  for (const model::LawChoice& decision : context_.source.author.choices) {
    if (decision.choice.value != law.choice || decision.option.value != law.option) continue;
    if (decision.subject.value == law.subject) return &decision;
    if (decision.subject.value.empty() || decision.subject.value == context_.source.header.id.value)
      found = &decision;
  }
  return found;
}

std::optional<TableRow> LawWriter::ChoiceRow(const model::LawChoice& decision) const {
  const model::Choice* choice = FindChoice(decision.choice.value);
  if (choice == nullptr) return std::nullopt;
  const auto option = std::find_if(
      choice->options.begin(), choice->options.end(),
      [&](const model::ChoiceOption& known) { return known.id == decision.option.value; });
  if (option == choice->options.end()) return std::nullopt;
  TableRow row;
  row.cells.push_back(TitleCell(context_.Sentence(choice->title), &choice->authority));
  Blocks applied;
  applied.push_back(Para(context_.Sentence(option->title)));
  const bool of_one = context_.source.FindPerson(decision.subject.value) != nullptr &&
                      context_.source.header.applicants.size() > 1;
  if (of_one) {
    applied.push_back(Para(context_.NameOf(decision.subject.value), ParagraphStyle::kSmall));
  }
  row.cells.push_back(Cell(std::move(applied)));
  row.cells.push_back(Cell(context_.Sentence(decision.reason)));
  return row;
}

Table LawWriter::Choices() const {
  Table table;
  table.widths = {4, 4, 6};
  table.head.push_back(
      HeadRow({Say("column.question"), Say("column.applied"), Say("column.reason")}));
  std::set<const model::LawChoice*> told;
  for (const ChosenLaw& law : context_.laws) {
    if (!law.by_author) continue;
    const model::LawChoice* decision = DecisionOn(law);
    if (decision == nullptr || !told.insert(decision).second) continue;
    if (std::optional<TableRow> row = ChoiceRow(*decision)) table.rows.push_back(std::move(*row));
  }
  return table;
}

// ---- requirements that were adjusted

std::string LawWriter::NeedName(const model::Criterion& rule, const std::string& need) const {
  const model::LocalizedText* title = NeedTitle(rule, need);
  return title == nullptr ? need : std::string(context_.Say(*title));
}

std::string LawWriter::ChangeOf(const model::Criterion& rule,
                                const model::NeedChange& change) const {
  std::string words;
  const auto add = [&](std::string_view key, const std::optional<int>& value) {
    if (value) words += (words.empty() ? "" : "; ") + Fill(key, *value);
  };
  add("law.min", change.min);
  add("law.max", change.max);
  add("law.publishers", change.distinct_publishers);
  add("law.origins", change.distinct_origins);
  add("law.kinds", change.distinct_kinds);
  add("law.events", change.distinct_events);
  add("law.months", change.months);
  if (change.weight) {
    words += words.empty() ? "" : "; ";
    words += context_.strings.Word("law.weight", NameOf(model::WeightNames(), *change.weight));
  }
  return NeedName(rule, change.need.value) + ": " + words;
}

Blocks LawWriter::ChangesOf(const model::Criterion& rule, const model::Tailoring& tailoring) const {
  Blocks lines;
  for (const model::Need& need : tailoring.add) {
    const std::string_view title = context_.Say(need.title);
    lines.push_back(Para(Fill("law.added", title.empty() ? need.id : std::string(title))));
  }
  for (const auto& need : tailoring.remove) {
    lines.push_back(Para(Fill("law.removed", NeedName(rule, need.value))));
  }
  for (const model::NeedChange& change : tailoring.set) {
    lines.push_back(Para(text::CapitaliseFirst(ChangeOf(rule, change))));
  }
  return lines;
}

Table LawWriter::Adjusted() const {
  Table table;
  table.widths = {4, 5, 5};
  table.head.push_back(
      HeadRow({Say("column.requirement"), Say("column.change"), Say("column.reason")}));
  for (const RulePack& pack : context_.packs) {
    for (const model::Tailoring& tailoring : pack.tailorings) {
      const std::string& id = tailoring.at.value;
      if (asked_.count(id) == 0) continue;
      const RuleView rule = rules_.Find(id);
      if (rule.criterion == nullptr) continue;
      TableRow row;
      const std::string title = context_.Sentence(rule.criterion->title);
      row.cells.push_back(TitleCell(title.empty() ? id : title, rule.authority));
      row.cells.push_back(Cell(ChangesOf(*rule.criterion, tailoring)));
      row.cells.push_back(Cell(context_.Sentence(tailoring.reason)));
      table.rows.push_back(std::move(row));
    }
  }
  return table;
}

// ---- how the texts were read

/// What was read, and where. What the authors of the rules wrote from memory is not claimed to have
/// been read and has no line.
Blocks LawWriter::HowRead(const RulePack& pack) const {
  std::map<std::string, std::set<std::string>> by_version;  // places of law
  std::set<std::string> secondary;
  for (const std::string& id : used_) {
    const RuleView rule = rules_.Find(id);
    if (rule.pack != &pack || rule.authority == nullptr) continue;
    if (rule.authority->verified == model::Verification::kRead) {
      by_version[rule.authority->version].insert(Where(*rule.authority));
    } else if (rule.authority->verified == model::Verification::kSecondary) {
      secondary.insert(Where(*rule.authority));
    }
  }
  Blocks lines;
  const auto add = [&](std::string_view key, std::string version, std::size_t count) {
    lines.push_back(Para(context_.strings.Fill(key, {std::move(version), std::to_string(count)})));
  };
  for (const auto& [version, places] : by_version) {
    const std::optional<Date> date = Date::Parse(version);
    if (version.empty()) {
      add("law.read-undated", {}, places.size());
    } else {
      add("law.read", date ? context_.strings.DateInWords(*date) : version, places.size());
    }
  }
  if (!secondary.empty()) add("law.secondary", {}, secondary.size());
  return lines;
}

Table LawWriter::Read() const {
  Table table;
  table.widths = {1, 1};
  table.head.push_back(HeadRow({Say("column.rules"), Say("column.read")}));
  for (const RulePack& pack : context_.packs) {
    Blocks lines = HowRead(pack);
    if (lines.empty()) continue;
    Blocks name;
    name.push_back(Para(pack.title.empty() ? pack.id : context_.Sentence(pack.title)));
    if (!pack.version.empty()) {
      name.push_back(Para(Fill("law.version", pack.version), ParagraphStyle::kSmall));
    }
    TableRow row;
    row.cells.push_back(Cell(std::move(name)));
    row.cells.push_back(Cell(std::move(lines)));
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

Blocks ComposeLaw(Context& context) { return LawWriter(context).Write(); }

}  // namespace dossier::compose
