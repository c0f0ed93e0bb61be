// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/report/why_text.h"

#include "compiler/evaluate/verdict.h"
#include "compiler/evaluate/wording.h"
#include "compiler/json/value.h"
#include "compiler/json/write.h"
#include "compiler/report/escape.h"

namespace dossier::report {
namespace {

using evaluate::ClosingSet;
using evaluate::ClosingStep;
using evaluate::Trace;
using evaluate::TracedAdverse;
using evaluate::TracedItem;
using evaluate::TracedNeed;
using evaluate::Verdict;

constexpr std::size_t kVerdictWidth = 16;  // "not-applicable" and two blanks

std::string Padded(std::string_view text, std::size_t width) {
  std::string padded(text);
  if (padded.size() < width) padded.append(width - padded.size(), ' ');
  return padded;
}

std::string At(std::string_view exhibit, std::string_view place) {
  return std::string(exhibit) + (place.empty() ? "" : " " + std::string(place));
}

/// What one step asks of a person.
std::string Words(const ClosingStep& step) {
  const std::string where =
      std::string(step.criterion) + (step.subject.empty() ? "" : " for " + step.subject);
  switch (step.kind) {
    case ClosingStep::Kind::kFile:
      return "file " + evaluate::WordsOf(step.missing) + " for \"" + std::string(step.need) +
             "\" of " + where;
    case ClosingStep::Kind::kAnswer:
      return "answer exhibit " + step.exhibit + ", which stands against " + where;
    case ClosingStep::Kind::kOriginal:
      return "put the original in place of the note " + step.exhibit + ", with which " + where + " is answered";
    case ClosingStep::Kind::kReview:
      return "look at what is filed for \"" + std::string(step.need) + "\" of " + where +
             " again and raise its `revision` to that of the rule";
    case ClosingStep::Kind::kMend:
      break;
  }
  return "make exhibit " + step.exhibit + " readable, on which " + where + " depends";
}

class Printer {
 public:
  explicit Printer(const WhyView& view) : view_(view) {}

  std::string Text() {
    for (std::size_t i = 0; i < view_.traces->size(); ++i) {
      if (i > 0) out_ += '\n';
      subject_.clear();
      Print((*view_.traces)[i], 0);
      PrintClosing((*view_.traces)[i]);
    }
    out_ += "\nThis is a rating of coverage by evidence, not of the merits.\n";
    return std::move(out_);
  }

 private:
  void Line(int depth, const std::string& words) {
    out_.append(static_cast<std::size_t>(2 * depth), ' ');
    out_ += Printable(words);
    out_ += '\n';
  }

  void Print(const Trace& trace, int depth);
  void PrintAuthority(const Trace& trace, int depth);
  void PrintNeed(const TracedNeed& need, int depth);
  void PrintItem(const TracedItem& item, int depth);
  void PrintAdverse(const TracedAdverse& item, int depth);
  void PrintClosing(const Trace& trace);

  const WhyView& view_;
  std::string out_;
  std::string authority_;  // said last
  std::string subject_;
};

void Printer::PrintAuthority(const Trace& trace, int depth) {
  const evaluate::Rule rule{
      .criterion = trace.criterion, .pack = trace.pack, .authority = trace.authority};
  const std::string words = evaluate::Why(rule);
  // A branch speaks with the authority of its rule; that is said once.
  if (depth == 1 || words != authority_) Line(depth, words);
  authority_ = words;
  if (!trace.reads.empty()) {
    const std::string at = trace.at ? trace.at->ToString() : "which the case does not state";
    Line(depth, "in force by the date \"" + std::string(trace.reads) + "\": " + at);
  }
}

void Printer::PrintItem(const TracedItem& item, int depth) {
  std::string words =
      Padded(item.counted ? "counted" : "not counted", 13) + At(item.exhibit, item.place);
  if (!view_.redact && item.shows != nullptr && !item.shows->empty()) {
    words += ", " + std::string(item.shows->In(view_.source->header.language.value));
  }
  if (!item.counted) words += ": " + (item.reason.empty() ? "more than the rule counts" : item.reason);
  Line(depth, words);
}

void Printer::PrintNeed(const TracedNeed& need, int depth) {
  const model::Need& rule = *need.need;
  std::string words = Padded(ToString(need.verdict), kVerdictWidth) + evaluate::Named(rule.title, rule.id) + ": " +
                      std::to_string(need.have) + " of " + std::to_string(rule.min);
  if (rule.weight != model::Weight::kCore) {
    words += ", " + std::string(NameOf(model::WeightNames(), rule.weight));
  }
  if (need.of_presumption) words += ", basis of the presumption";
  Line(depth, words);
  for (const TracedItem& item : need.items) PrintItem(item, depth + 1);
}

void Printer::PrintAdverse(const TracedAdverse& item, int depth) {
  std::string words = "against it: " + At(item.exhibit, item.place);
  if (!item.limb.empty()) words += (item.defeater ? " (against the presumption: " : " (") + item.limb + ")";
  if (item.answers.empty()) {
    words += item.answered ? ", answered" : ", without an answer";
  } else {
    words += item.answered ? ", answered by " : ", the answer could not be found or read: ";
    for (std::size_t i = 0; i < item.answers.size(); ++i) words += (i > 0 ? ", " : "") + item.answers[i];
  }
  Line(depth, words);
}

void Printer::Print(const Trace& trace, int depth) {
  const model::Criterion& rule = *trace.criterion;
  std::string head = Padded(ToString(trace.verdict), kVerdictWidth) + rule.id;
  if (!trace.subject.empty() && trace.subject != subject_) head += " for " + trace.subject;
  subject_ = trace.subject;
  if (trace.presumed) head += " (carried by its presumption)";
  Line(depth, head);
  const std::string_view title = rule.title.In("en");
  if (!title.empty()) Line(depth + 1, std::string(title));
  PrintAuthority(trace, depth + 1);
  if (!trace.reason.empty()) Line(depth + 1, "because " + trace.reason);
  if (trace.shown_above) return Line(depth + 1, "(shown above)");
  if (trace.reached) Line(depth + 1, (evaluate::IsSatisfied(trace.verdict) ? "reached by " : "nearest to it is ") + *trace.reached);
  for (const TracedNeed& need : trace.needs) PrintNeed(need, depth + 1);
  for (const TracedAdverse& item : trace.adverse) PrintAdverse(item, depth + 1);
  for (const Trace& branch : trace.branches) Print(branch, depth + 1);
}

void Printer::PrintClosing(const Trace& trace) {
  if (trace.closing.empty()) return;
  Line(0, trace.closing.size() == 1 ? "It would be closed by this:" : "It would be closed by any one of these, the cheapest first:");
  for (std::size_t i = 0; i < trace.closing.size(); ++i) {
    const ClosingSet& set = trace.closing[i];
    for (std::size_t k = 0; k < set.steps.size(); ++k) {
      const std::string number = k == 0 ? std::to_string(i + 1) + ". " : "   and ";
      Line(1, number + Words(set.steps[k]));
    }
  }
}

json::Value NeedAsJson(const TracedNeed& need, bool redact) {
  json::Value::Array items;
  for (const TracedItem& item : need.items) {
    items.push_back(json::Members("exhibit", item.exhibit, "place", json::StringOrNull(item.place),
                                  "counted", item.counted, "reason", json::StringOrNull(redact ? "" : item.reason)));
  }
  return json::Members("id", need.need->id, "verdict", ToString(need.verdict), "have", need.have,
                       "want", need.need->min, "weight", NameOf(model::WeightNames(), need.need->weight),
                       "basis", need.of_presumption, "items", std::move(items));
}

json::Value ClosingAsJson(const Trace& trace) {
  json::Value::Array sets;
  for (const ClosingSet& set : trace.closing) {
    json::Value::Array steps;
    for (const ClosingStep& step : set.steps) {
      steps.push_back(json::Members("criterion", step.criterion, "subject", json::StringOrNull(step.subject),
                                    "need", json::StringOrNull(step.need), "exhibit", json::StringOrNull(step.exhibit),
                                    "items", step.items, "words", Words(step)));
    }
    sets.push_back(json::Members("items", set.items, "steps", std::move(steps)));
  }
  return sets;
}

json::Value TraceAsJson(const Trace& trace, bool redact) {
  json::Value::Array needs;
  for (const TracedNeed& need : trace.needs) needs.push_back(NeedAsJson(need, redact));
  json::Value::Array adverse;
  for (const TracedAdverse& item : trace.adverse) {
    adverse.push_back(json::Members("exhibit", item.exhibit, "place", json::StringOrNull(item.place),
                                    "limb", json::StringOrNull(item.limb), "defeater", item.defeater,
                                    "answered", item.answered, "answers", json::Strings(item.answers)));
  }
  json::Value::Array branches;
  for (const Trace& branch : trace.branches) branches.push_back(TraceAsJson(branch, redact));
  const model::Authority* authority = trace.authority;
  return json::Members(
      "criterion", trace.criterion->id, "pack", trace.pack->id, "subject", json::StringOrNull(trace.subject),
      "verdict", ToString(trace.verdict), "reason", json::StringOrNull(trace.reason),
      "instrument", json::StringOrNull(authority == nullptr ? "" : authority->instrument),
      "pinpoint", json::StringOrNull(authority == nullptr ? "" : authority->pinpoint),
      "version", json::StringOrNull(authority == nullptr ? "" : authority->version),
      "verified", json::StringOrNull(authority == nullptr ? "" : NameOf(model::VerificationNames(), authority->verified)),
      "presumed", trace.presumed, "shown_above", trace.shown_above, "reached", json::StringOrNull(trace.reached.value_or("")),
      "needs", std::move(needs), "adverse", std::move(adverse), "branches", std::move(branches),
      "closing", ClosingAsJson(trace));
}

}  // namespace

std::string WhyAsText(const WhyView& view) { return Printer(view).Text(); }

std::string ExhibitUsesAsText(const std::string& exhibit,
                              const std::vector<evaluate::ExhibitUse>& uses, const WhyView& view) {
  std::string out = Printable(exhibit) + "\n";
  for (const evaluate::ExhibitUse& use : uses) {
    const std::string where =
        use.criterion->id + (use.subject.empty() ? "" : " for " + use.subject);
    std::string words = use.item.place.empty() ? "" : use.item.place + ": ";
    if (use.answers) {
      words += "answers exhibit " + use.need + " under " + where;
    } else if (use.against) {
      words += "stands against " + where + (use.need.empty() ? "" : " (" + use.need + ")") +
               (use.item.counted ? ", without an answer" : ", answered");
    } else {
      words += (use.item.counted ? "counts for \"" : "does not count for \"") + use.need +
               "\" of " + where;
      if (!use.item.counted && !use.item.reason.empty()) words += ": " + use.item.reason;
    }
    if (!view.redact && use.item.shows != nullptr && !use.item.shows->empty()) {
      words += " (" + std::string(use.item.shows->In(view.source->header.language.value)) + ")";
    }
    out += "  " + Printable(words) + "\n";
  }
  if (uses.empty()) out += "  it is filed under nothing that the case pleads\n";
  return out;
}

std::string WhyAsJson(const WhyView& view) {
  json::ObjectStream out;
  out.Member("format", 1);
  out.BeginArray("traces");
  for (const Trace& trace : *view.traces) out.Item(TraceAsJson(trace, view.redact));
  out.EndArray();
  return out.Finish();
}

}  // namespace dossier::report
