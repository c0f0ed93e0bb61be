// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/rulebook/render.h"

#include <algorithm>
#include <utility>

#include "compiler/rulebook/render_words.h"

namespace dossier::rulebook {
namespace {

using model::Criterion;
using model::Operator;

std::string Number(int value) { return std::to_string(value); }

/// Text of a pack must not open a heading, a list or a link of its own.
std::string Plain(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    if (c == '\n' || c == '\r') {
      plain += ' ';
      continue;
    }
    if (c == '\\' || c == '*' || c == '_' || c == '`' || c == '[' || c == '<' || c == '#') {
      plain += '\\';
    }
    plain += c;
  }
  return plain;
}

class Renderer {
 public:
  Renderer(const model::RulePack& pack, std::string_view language) : pack_(pack), words_(language) {}

  std::string Run();
  std::optional<std::string> RunOne(std::string_view id);

 private:
  /// An item of a list, `depth` levels in; `box` for what is to be ticked.
  void Line(int depth, const std::string& text, bool box = false) {
    out_.append(static_cast<std::size_t>(depth) * 2, ' ');
    out_ += (box && boxes_ ? "- [ ] " : "- ") + Plain(text);
    // An abbreviation at the end brings its own stop.
    if (out_.ends_with("..")) out_.pop_back();
    out_ += "\n";
  }
  /// The phrase `key`, filled.
  void Say(int depth, std::string_view key, const std::vector<std::string>& values) {
    Line(depth, words_(key, values));
  }
  void Text(int depth, const model::LocalizedText& text) {
    if (!text.empty()) Line(depth, std::string(text.In(words_.language())));
  }
  /// The box of a rule: "1.2 title (id)".
  void Head(int depth, const std::string& number, const model::LocalizedText& title,
            const std::string& id) {
    Line(depth, (number.empty() ? "" : number + " ") + NameInWords(words_, title, id), true);
  }
  void Heading(std::string_view key) {
    ++section_;
    out_ += "\n## " + std::to_string(section_) + ". " + words_(key) + "\n\n";
  }
  [[nodiscard]] std::string Numbered(std::size_t index) const {
    return boxes_ ? std::to_string(section_) + "." + std::to_string(index + 1) : "";
  }
  [[nodiscard]] std::string Weight(model::Weight weight) const {
    return words_.Of("weight", NameOf(model::WeightNames(), weight));
  }
  [[nodiscard]] std::string When(const model::Condition& condition) const {
    return ConditionInWords(words_, condition);
  }

  void Top();
  void Source(int depth, const model::Authority& authority);
  void Force(int depth, const Criterion& criterion);
  void Rule(int depth, const std::string& number, const Criterion& criterion,
            const model::Authority* around);
  void Body(int depth, const std::string& number, const Criterion& criterion);
  void Children(int depth, const std::string& number, const Criterion& criterion);
  void Beside(int depth, const Criterion& criterion);
  void Limbs(int depth, std::string_view key, const std::vector<model::Limb>& limbs);
  void Exceptions(int depth, const Criterion& criterion);
  void Needs(int depth, const std::vector<model::Need>& needs);
  void ExhibitRule(std::size_t index, const model::ExhibitRule& rule);
  void Deadline(std::size_t index, const model::Deadline& deadline);
  void Choice(std::size_t index, const model::Choice& choice);
  void DocumentRule(std::size_t index, const model::DocumentRule& rule);
  void Crosswalk(std::size_t index, const model::Crosswalk& link);
  void Tailoring(std::size_t index, const model::Tailoring& tailoring);
  template <typename T>
  void Section(std::string_view key, const std::vector<T>& rules,
               void (Renderer::*render)(std::size_t, const T&)) {
    if (rules.empty()) return;
    Heading(key);
    for (std::size_t i = 0; i < rules.size(); ++i) (this->*render)(i, rules[i]);
  }
  void TopRule(std::size_t index, const Criterion& criterion) {
    Rule(0, Numbered(index), criterion, nullptr);
  }

  const model::RulePack& pack_;
  Words words_;
  std::string out_;
  int section_ = 0;
  bool boxes_ = true;  // and numbers
};

std::string Renderer::Run() {
  Top();
  Section("section.criteria", pack_.criteria, &Renderer::TopRule);
  Section("section.objections", pack_.objections, &Renderer::TopRule);
  Section("section.exhibits", pack_.exhibit_rules, &Renderer::ExhibitRule);
  Section("section.deadlines", pack_.deadlines, &Renderer::Deadline);
  Section("section.choices", pack_.choices, &Renderer::Choice);
  Section("section.document", pack_.document_rules, &Renderer::DocumentRule);
  Section("section.crosswalk", pack_.crosswalk, &Renderer::Crosswalk);
  Section("section.tailor", pack_.tailorings, &Renderer::Tailoring);
  out_ += "\n" + words_("approve") + "\n";
  return std::move(out_);
}

std::optional<std::string> Renderer::RunOne(std::string_view id) {
  boxes_ = false;
  for (const std::vector<Criterion>* criteria : {&pack_.criteria, &pack_.objections}) {
    if (const Criterion* criterion = model::FindCriterion(*criteria, id)) Rule(0, "", *criterion, nullptr);
  }
  const auto one = [&](const auto& rules, auto render) {
    for (std::size_t i = 0; i < rules.size(); ++i) {
      if (rules[i].id == id) (this->*render)(i, rules[i]);
    }
  };
  one(pack_.exhibit_rules, &Renderer::ExhibitRule);
  one(pack_.deadlines, &Renderer::Deadline);
  one(pack_.choices, &Renderer::Choice);
  one(pack_.document_rules, &Renderer::DocumentRule);
  return out_.empty() ? std::nullopt : std::optional(std::move(out_));
}

void Renderer::Top() {
  out_ += "# " + words_("head", {Plain(pack_.title.In(words_.language()))}) + "\n\n";
  Say(0, "pack", {pack_.id, pack_.version});
  if (pack_.last_checked) Say(0, "checked", {pack_.last_checked->ToString()});
  if (pack_.max_age) {
    std::vector<std::string> age;
    using Unit = model::Period::Unit;
    if (pack_.max_age->months > 0) {
      age.push_back(PeriodInWords(words_, {Unit::kMonths, pack_.max_age->months}));
    }
    if (pack_.max_age->days > 0) {
      age.push_back(PeriodInWords(words_, {Unit::kDays, pack_.max_age->days}));
    }
    Say(0, "age", {words_.Join(age, "and")});
  }
  std::vector<std::string> extended;
  for (const auto& id : pack_.extends) extended.push_back(id.value);
  if (!extended.empty()) Say(0, "extends", {words_.Join(extended, "and")});
  if (pack_.answers_each_assertion) Say(0, "assertions", {});
  Say(0, "merits", {});
}

void Renderer::Source(int depth, const model::Authority& authority) {
  const std::string_view mark = NameOf(model::VerificationNames(), authority.verified);
  Say(depth, "source", {authority.instrument, authority.pinpoint, authority.url, authority.language,
                         authority.version, words_.Of("verified", mark)});
}

void Renderer::Force(int depth, const Criterion& criterion) {
  const std::string date = NamedDateInWords(words_, criterion.reads);
  if (criterion.from && criterion.to) {
    Say(depth, "force.both", {criterion.from->ToString(), criterion.to->ToString(), date});
  } else if (criterion.from) {
    Say(depth, "force.from", {criterion.from->ToString(), date});
  } else if (criterion.to) {
    Say(depth, "force.to", {criterion.to->ToString(), date});
  } else if (!criterion.reads.empty()) {
    Say(depth, "reads", {date});
  }
}

void Renderer::Needs(int depth, const std::vector<model::Need>& needs) {
  for (const model::Need& need : needs) {
    const std::string name = NameInWords(words_, need.title, need.id);
    Line(depth, words_("need", {Number(need.min), name, Weight(need.weight)}), true);
    for (const std::string& line : NeedInWords(words_, need)) Line(depth + 1, line);
  }
}

void Renderer::Limbs(int depth, std::string_view key, const std::vector<model::Limb>& limbs) {
  for (const model::Limb& limb : limbs) {
    Line(depth, words_(key, {NameInWords(words_, limb.title, limb.id)}), true);
    Text(depth + 1, limb.text);
  }
}

void Renderer::Children(int depth, const std::string& number, const Criterion& criterion) {
  for (std::size_t i = 0; i < criterion.children.size(); ++i) {
    const std::string place = std::to_string(i + 1);
    Rule(depth, number.empty() ? place : number + "." + place, criterion.children[i],
         &criterion.authority);
  }
}

std::string OverInWords(const Words& words, const model::Each& each) {
  switch (each.over) {
    case model::Each::Over::kApplicants:
      return words("over.applicants");
    case model::Each::Over::kPersons:
      return words("over.persons");
    case model::Each::Over::kIncidents:
      return words("over.incidents");
    case model::Each::Over::kUnsupportedFacts:
      return words("over.unsupported");
    case model::Each::Over::kList:
      break;
  }
  return words("over.list", {each.list});
}

void Renderer::Body(int depth, const std::string& number, const Criterion& criterion) {
  switch (criterion.op) {
    case Operator::kNeeds:
      if (!criterion.needs.empty()) Say(depth, "op.needs", {});
      Needs(depth + 1, criterion.needs);
      break;
    case Operator::kAll:
      Say(depth, "op.all", {});
      break;
    case Operator::kAny:
      Say(depth, "op.any", {});
      if (criterion.open_list) Say(depth, "op.open", {});
      break;
    case Operator::kFirstOf:
      Say(depth, "op.first", {});
      break;
    case Operator::kAtLeast:
      Say(depth, "op.atleast", {Number(criterion.at_least)});
      break;
    case Operator::kRef:
      Say(depth, "op.ref", {criterion.ref});
      break;
    case Operator::kEach:
      Say(depth, "op.each", {OverInWords(words_, criterion.each)});
      break;
    case Operator::kNone:
      Say(depth, "op.none", {});
      if (criterion.cumulative) Say(depth, "op.cumulative", {});
      if (criterion.answer_when) Say(depth, "answer", {When(*criterion.answer_when)});
      Limbs(depth + 1, "limb", criterion.limbs);
      break;
    case Operator::kDisables: {
      std::vector<std::string> ended;
      for (const auto& id : criterion.disables) ended.push_back(id.value);
      Say(depth, "op.disables", {words_.Join(ended, "and")});
      if (criterion.disables_when) Say(depth, "op.disableswhen", {When(*criterion.disables_when)});
      break;
    }
  }
  Children(depth + 1, number, criterion);
}

void Renderer::Exceptions(int depth, const Criterion& criterion) {
  for (const model::Transitional& entry : criterion.transitional) {
    const std::string date = NamedDateInWords(words_, entry.reads);
    Say(depth, "transitional", {date, RangeInWords(words_, entry.range), entry.use});
  }
  for (const model::Exception& exception : criterion.exceptions) {
    Line(depth, words_("exception", {NameInWords(words_, exception.title, exception.id)}), true);
    Text(depth + 1, exception.text);
    std::vector<std::string> over;
    for (const auto& id : exception.overrides) over.push_back(id.value);
    Say(depth + 1, "exception.over", {words_.Join(over, "and")});
    Say(depth + 1, "when", {When(exception.when)});
    if (exception.use.empty()) {
      Say(depth + 1, "exception.away", {});
    } else {
      Say(depth + 1, "exception.use", {exception.use});
    }
    if (!exception.authority.instrument.empty()) Source(depth + 1, exception.authority);
  }
}

/// What stands beside the operator.
void Renderer::Beside(int depth, const Criterion& criterion) {
  if (criterion.presumption) {
    Say(depth, "presumption", {});
    Needs(depth + 1, criterion.presumption->basis);
    Limbs(depth + 1, "defeater", criterion.presumption->defeaters);
  }
  Exceptions(depth, criterion);
  for (const model::JudgementGate& gate : criterion.judgements) {
    Line(depth, words_("judgement", {NameInWords(words_, gate.title, gate.id)}), true);
    Text(depth + 1, gate.text);
  }
  for (const model::Concept& idea : criterion.wording) {
    std::vector<std::string> all;
    for (const auto& [language, list] : idea.words) {
      all.push_back(words_.Join(list, "or") + " (" + language.value + ")");
    }
    Say(depth, "wording", {NameInWords(words_, idea.title, idea.id), words_.Join(all, "or")});
  }
}

void Renderer::Rule(int depth, const std::string& number, const Criterion& criterion,
                    const model::Authority* around) {
  const bool bare_reference = criterion.op == Operator::kRef && criterion.id.empty();
  const Criterion* target = bare_reference ? model::FindCriterion(pack_.criteria, criterion.ref) : nullptr;
  Head(depth, number, target != nullptr && criterion.title.empty() ? target->title : criterion.title,
       bare_reference ? criterion.ref : criterion.id);
  const int in = depth + 1;
  if (!bare_reference) {
    Say(in, "revision", {Number(criterion.revision), Weight(criterion.weight)});
  }
  Text(in, criterion.text);
  const bool own = around == nullptr || around->instrument != criterion.authority.instrument ||
                   around->pinpoint != criterion.authority.pinpoint ||
                   around->url != criterion.authority.url ||
                   around->version != criterion.authority.version ||
                   around->language != criterion.authority.language ||
                   around->verified != criterion.authority.verified;
  if (own && !criterion.authority.instrument.empty()) Source(in, criterion.authority);
  Force(in, criterion);
  if (criterion.law) Say(in, "law", {criterion.law->choice, criterion.law->option});
  if (criterion.when) Say(in, "when", {When(*criterion.when)});
  const auto party = [&](model::Party who) {
    return words_.Of("party", NameOf(model::PartyNames(), who));
  };
  if (criterion.burden.facts != model::Party::kNobody) {
    Say(in, "burden.facts", {party(criterion.burden.facts)});
  }
  if (criterion.burden.rebuttal != model::Party::kNobody) {
    Say(in, "burden.rebuttal", {party(criterion.burden.rebuttal)});
  }
  Body(in, number, criterion);
  Beside(in, criterion);
}

void Renderer::ExhibitRule(std::size_t index, const model::ExhibitRule& rule) {
  Head(0, Numbered(index), rule.title, rule.id);
  Say(1, "weight", {Weight(rule.weight)});
  Text(1, rule.text);
  Source(1, rule.authority);
  if (rule.when) Say(1, "when", {When(*rule.when)});
  const std::vector<std::string> where = FilterInWords(words_, rule.where);
  Say(1, where.empty() ? "of.every" : "of.exhibits", {});
  for (const std::string& line : where) Line(2, line);
  Say(1, "must", {});
  for (const std::string& line : FilterInWords(words_, rule.must)) Line(2, line, true);
}

void Renderer::Deadline(std::size_t index, const model::Deadline& deadline) {
  Head(0, Numbered(index), deadline.title, deadline.id);
  Text(1, deadline.text);
  Source(1, deadline.authority);
  if (deadline.when) Say(1, "when", {When(*deadline.when)});
  Say(1, "deadline", {NamedDateInWords(words_, deadline.anchor), PeriodInWords(words_, deadline.period)});
  for (const auto& [when, period] : deadline.alternates) {
    Say(1, "alternate", {PeriodInWords(words_, period), When(when)});
  }
  for (const model::Reading& reading : deadline.readings) {
    Say(1, "reading", {reading.calendar.empty() ? words_("reading.weekends") : reading.calendar,
          words_(reading.event_day_excluded ? "reading.excluded" : "reading.included"),
          words_(reading.roll ? "reading.roll" : "reading.noroll")});
  }
  if (deadline.readings.size() > 1) Say(1, "earliest", {});
  if (deadline.band_min_days) Say(1, "band.min", {Number(*deadline.band_min_days)});
  if (deadline.band_max_days) Say(1, "band.max", {Number(*deadline.band_max_days)});
  if (!deadline.band_authority.instrument.empty()) Source(2, deadline.band_authority);
  if (deadline.for_date.empty()) {
    Say(1, "reported", {});
  } else {
    Say(1, "for", {NamedDateInWords(words_, deadline.for_date)});
  }
}

void Renderer::Choice(std::size_t index, const model::Choice& choice) {
  Head(0, Numbered(index), choice.title, choice.id);
  Text(1, choice.text);
  Source(1, choice.authority);
  for (const model::ChoiceOption& option : choice.options) {
    const std::string name = NameInWords(words_, option.title, option.id);
    Line(1, words_("option", {name, When(option.when)}), true);
  }
  Say(1, "option.open", {});
}

void Renderer::DocumentRule(std::size_t index, const model::DocumentRule& rule) {
  Head(0, Numbered(index), rule.title, rule.id);
  Say(1, "weight", {Weight(rule.weight)});
  Text(1, rule.text);
  Source(1, rule.authority);
  if (rule.when) Say(1, "when", {When(*rule.when)});
  if (rule.min_words) Say(1, "words.min", {Number(*rule.min_words)});
  if (rule.max_words) Say(1, "words.max", {Number(*rule.max_words)});
  if (rule.min_words || rule.max_words) {
    std::vector<std::string> parts;
    for (const auto part : rule.counted) {
      parts.push_back(words_.Of("part", NameOf(model::DocumentPartNames(), part)));
    }
    if (parts.empty()) parts.push_back(words_("part.body"));
    Say(1, "words.of", {words_.Join(parts, "and")});
  }
  if (rule.max_pages) Say(1, "pages.max", {Number(*rule.max_pages)});
  if (rule.paragraphs_numbered) Say(1, "paragraphs", {});
  if (rule.pages_numbered) Say(1, "pagesnumbered", {});
  if (!rule.languages.empty()) Say(1, "languages", {words_.Join(rule.languages, "or")});
  if (!rule.formats.empty()) Say(1, "formats", {words_.Join(rule.formats, "or")});
  if (rule.submitters) Say(1, "submitters", {});
  if (rule.own_annexes) Say(1, "annexes", {});
}

void Renderer::Crosswalk(std::size_t index, const model::Crosswalk& link) {
  const std::string kind = words_.Of("change", NameOf(model::CrosswalkKindNames(), link.kind));
  const std::string text = link.to.empty() ? words_("crosswalk.gone", {link.from, kind})
                                           : words_("crosswalk", {link.from, link.to, kind});
  Line(0, Numbered(index) + " " + text, true);
  if (!link.note.empty()) Say(1, "note", {std::string(link.note.In(words_.language()))});
}

void Renderer::Tailoring(std::size_t index, const model::Tailoring& tailoring) {
  Line(0, Numbered(index) + " " + words_("tailor", {tailoring.at.value}), true);
  Say(1, "reason", {std::string(tailoring.reason.In(words_.language()))});
  for (const auto& removed : tailoring.remove) Say(1, "tailor.remove", {removed.value});
  for (const model::NeedChange& change : tailoring.set) Line(1, ChangeInWords(words_, change));
  if (tailoring.add.empty()) return;
  Say(1, "tailor.add", {});
  Needs(2, tailoring.add);
}

}  // namespace

bool CanRender(std::string_view language) { return language == "en" || language == "lt"; }

std::string Render(const model::RulePack& pack, std::string_view language) {
  return Renderer(pack, language).Run();
}

std::optional<std::string> RenderRule(const model::RulePack& pack, std::string_view id,
                                      std::string_view language) {
  return Renderer(pack, language).RunOne(id);
}

}  // namespace dossier::rulebook
