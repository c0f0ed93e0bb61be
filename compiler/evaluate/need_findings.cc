// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/evaluate/need_findings.h"

#include <algorithm>
#include <set>
#include <utility>

#include "compiler/evaluate/wording.h"

namespace dossier::evaluate {
namespace {

using diagnostics::Arg;
using diagnostics::Finding;
using diagnostics::Id;
using diagnostics::Kind;
using diagnostics::Level;
using diagnostics::Number;

/// Speaks of one need.
class NeedReport {
 public:
  NeedReport(const Node& node, const NeedResult& result, Mode mode, diagnostics::Sink& sink)
      : node_(node), result_(result), mode_(mode), sink_(sink) {}

  void Report() {
    if (result_.date_missing && result_.verdict.Value() != Verdict::kCovered) ReportDateMissing();
    switch (result_.verdict.Value()) {
      case Verdict::kUnknown:
        ReportUnknown();
        break;
      case Verdict::kOpen:
        ReportOpen();
        break;
      case Verdict::kStale:
        ReportStale();
        break;
      case Verdict::kThin:
        ReportThin();
        break;
      default:
        break;
    }
    if (result_.verdict.Value() != Verdict::kCovered) ReportNotCounted();
    ReportRatios();
  }

 private:
  [[nodiscard]] Finding Make(Kind kind) const {
    Finding finding = About(node_, kind);
    finding.need = result_.need->id;
    finding.exhibits = result_.coverage.items;
    if (const Span place = NeedPlace(); place.known()) finding.place = place;
    return finding;
  }

  [[nodiscard]] Span NeedPlace() const {
    for (const model::Ground* ground : node_.grounds) {
      for (const auto& [id, items] : ground->needs) {
        if (id.value == result_.need->id) return id.span;
      }
    }
    return {};
  }

  void Send(Finding finding, Verdict verdict) {
    const model::Weight weight = Lighter(node_.rule.criterion->weight, result_.need->weight);
    finding.level = LevelOf(verdict, weight, mode_);
    sink_.Report(std::move(finding));
  }

  [[nodiscard]] Arg Need() const { return Id(Named(result_.need->title, result_.need->id)); }
  [[nodiscard]] Arg Criterion() const { return Id(node_.rule.criterion->id); }

  [[nodiscard]] diagnostics::Text AddHint() const {
    const std::string wanted = WordsOf(result_.coverage.missing);
    if (node_.grounds.empty()) {
      return {
          "add to grounds.yaml an entry \"criterion: {0}\" with \"needs: {{1}: [{cite: ..., "
          "shows: ...}]}\"; wanted: {2}",
          {Criterion(), Id(result_.need->id), Id(wanted)}};
    }
    return {"add under \"{0}:\" of criterion {1} in grounds.yaml: {2}",
            {Id(result_.need->id), Criterion(), Id(wanted)}};
  }

  void ReportOpen() {
    Finding finding = Make(Kind::kCriterionOpen);
    finding.args = {Need(), Criterion()};
    finding.hint = AddHint();
    Send(std::move(finding), Verdict::kOpen);
  }

  void ReportThin() {
    const NeedCoverage& coverage = result_.coverage;
    Finding finding = Make(result_.surrogate_only ? Kind::kSurrogateOnly : Kind::kCriterionThin);
    if (result_.surrogate_only) {
      finding.args = {Need(), Criterion()};
      finding.hint = {
          "obtain the originals and give each entry of exhibits.yaml its file, without "
          "\"surrogate: true\""};
    } else {
      finding.args = {Need(), Criterion(), Number(coverage.have), Number(coverage.want),
                      Id("still wanted " + WordsOf(coverage.missing))};
      finding.hint = AddHint();
    }
    Send(std::move(finding), Verdict::kThin);
  }

  void ReportStale() {
    Finding finding = Make(Kind::kCriterionStale);
    const std::vector<NotCounted>& old = result_.coverage.not_counted;
    for (const NotCounted& item : old) finding.exhibits.push_back(item.exhibit);
    std::string words;
    for (std::size_t i = 0; i < old.size() && i < 3; ++i) {
      words += (i == 0 ? "" : "; ") + old[i].exhibit + ": " + old[i].reason;
    }
    if (old.size() > 3) words += "; and " + Count(static_cast<int>(old.size()) - 3, "more item");
    finding.args = {Need(), Criterion(), Id(words)};
    finding.hint = AddHint();
    Send(std::move(finding), Verdict::kStale);
  }

  void ReportUnknown() {
    Finding finding = Make(Kind::kVerdictUnknown);
    std::string words;
    for (const std::string& id : result_.unread) {
      words += (words.empty() ? "exhibit " : ", exhibit ") + id;
      finding.exhibits.push_back(id);
    }
    if (result_.date_missing) {
      words += (words.empty() ? "the date \"" : ", the date \"") + DateName() + "\"";
    }
    finding.args = {Id(node_.rule.criterion->id + " (" + result_.need->id + ")"), Id(words)};
    finding.hint = result_.unread.empty()
                       ? diagnostics::Text(
                             "state the date in dossier.yaml, or give it with "
                             "\"--as-of {0}=DATE\"",
                             {Id(DateName())})
                       : diagnostics::Text("mend what is reported of the file, then check again");
    Send(std::move(finding), Verdict::kUnknown);
  }

  [[nodiscard]] std::string DateName() const { return std::string(result_.missing_date); }

  void ReportDateMissing() {
    Finding finding = Make(Kind::kDateMissing);
    finding.args = {Criterion(), Id(DateName())};
    finding.hint = {"state the date in dossier.yaml, or give it with \"--as-of {0}=DATE\"",
                    {Id(DateName())}};
    if (mode_ == Mode::kNotes) finding.level = Level::kNote;
    sink_.Report(std::move(finding));
  }

  void ReportNotCounted() {
    std::set<std::pair<std::string_view, std::string_view>> told;
    for (const NotCounted& item : result_.coverage.not_counted) {
      if (!told.emplace(item.exhibit, item.reason).second) continue;
      Finding finding = Make(Kind::kItemNotCounted);
      finding.exhibits = {item.exhibit};
      finding.args = {Id(item.exhibit),
                      Id(node_.rule.criterion->id + " (" + result_.need->id + ")"),
                      Id(item.reason)};
      finding.hint = {
          "file under \"{0}\" what it asks for, or correct the entry of {1} in "
          "exhibits.yaml if that describes it wrongly",
          {Id(result_.need->id), Id(item.exhibit)}};
      if (item.reason == kPlaceNotFound) finding.hint = "mend the citation: it has a finding of its own";
      sink_.Report(std::move(finding));
    }
  }

  void ReportRatios() {
    if (result_.share > 0) {
      Finding finding = Make(Kind::kShareExceeded);
      finding.args = {Need(), Criterion(),
                      Id(std::to_string(result_.share) + " % of the items come from one publisher, " +
                         std::to_string(*result_.need->max_share) + " are advised at most")};
      finding.hint = {"add items of other publishers"};
      if (mode_ == Mode::kNotes) finding.level = Level::kNote;
      sink_.Report(std::move(finding));
    }
    if (result_.need->max && result_.coverage.have > *result_.need->max) {
      Finding finding = Make(Kind::kCountExceeded);
      finding.args = {Need(), Criterion(), Number(result_.coverage.have),
                      Number(*result_.need->max)};
      finding.hint = {"keep the strongest items"};
      sink_.Report(std::move(finding));
    }
  }

  const Node& node_;
  const NeedResult& result_;
  Mode mode_;
  diagnostics::Sink& sink_;
};

/// D0513, once a ground.
void ReportStaleLinks(const Node& node, Mode mode, diagnostics::Sink& sink) {
  for (const model::Ground* ground : node.grounds) {
    if (!IsStaleLink(*ground, *node.rule.criterion)) continue;
    Finding finding = About(node, Kind::kLinkStale);
    finding.place = ground->revision_span.known() ? ground->revision_span : ground->criterion.span;
    finding.args = {Id(node.rule.criterion->id), Number(ground->revision),
                    Number(node.rule.criterion->revision)};
    finding.hint = {"read the rule again, look at each item, then write \"revision: {0}\"",
                    {Number(node.rule.criterion->revision)}};
    if (mode == Mode::kNotes) finding.level = Level::kNote;
    sink.Report(std::move(finding));
  }
}

}  // namespace

Level LevelOf(Verdict verdict, model::Weight weight, Mode mode) {
  if (mode != Mode::kFull) {
    return verdict == Verdict::kContradicted ? Level::kWarning : Level::kNote;
  }
  if (verdict == Verdict::kContradicted || verdict == Verdict::kUnknown) return Level::kError;
  if (weight == model::Weight::kContext) return Level::kNote;
  if (verdict == Verdict::kOpen && weight == model::Weight::kCore) return Level::kError;
  return Level::kWarning;
}

model::Weight Lighter(model::Weight a, model::Weight b) { return std::max(a, b); }

Span PlaceOf(const Node& node) {
  return node.grounds.empty() ? node.plea : node.grounds.front()->criterion.span;
}

Finding About(const Node& node, Kind kind) {
  Finding finding;
  finding.kind = kind;
  finding.place = PlaceOf(node);
  finding.subject = node.subject;
  finding.criterion = node.rule.criterion->id;
  finding.why = Why(node.rule);
  return finding;
}

void ReportNeeds(const Node& node, Mode mode, diagnostics::Sink& sink) {
  ReportStaleLinks(node, mode, sink);
  // Where a presumption carries the criterion, its direct needs are only what could be added.
  const bool carried = node.presumed && IsSatisfied(node.verdict.Value());
  const Mode direct = carried ? std::min(mode, Mode::kNotes) : mode;
  for (const NeedResult& need : node.needs) NeedReport(node, need, direct, sink).Report();
  for (const NeedResult& need : node.basis) {
    const bool idle =
        need.verdict == Lanes::Both(Verdict::kOpen) && IsSatisfied(node.verdict.Value());
    if (!idle) NeedReport(node, need, std::min(mode, Mode::kNotes), sink).Report();
  }
}

}  // namespace dossier::evaluate
