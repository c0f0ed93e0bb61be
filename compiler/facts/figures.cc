// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/facts/figures.h"

#include "compiler/facts/claims.h"
#include "compiler/facts/decimal.h"
#include "compiler/facts/operands.h"
#include "compiler/foundation/joined.h"

namespace dossier::facts {
namespace {

using diagnostics::Finding;
using diagnostics::Id;
using diagnostics::Kind;
using diagnostics::Text;
using model::FigureValue;

/// The last value that was known before the filing and is of a later day than the one used.
const FigureValue* NewerThan(const FigureValue& used, const model::Figure& figure,
                             const std::optional<Date>& filing) {
  const FigureValue* newest = nullptr;
  for (const FigureValue& value : figure.series) {
    if (!value.as_of || !used.as_of->CertainlyBefore(*value.as_of)) continue;
    if (filing && !value.as_of->CertainlyBefore(*filing)) continue;
    if (newest == nullptr || newest->as_of->First() <= value.as_of->First()) newest = &value;
  }
  return newest;
}

class FigureCheck {
 public:
  FigureCheck(const model::Figure& figure, const resolve::ResolvedCase& resolved,
              diagnostics::Sink& sink)
      : figure_(figure), resolved_(resolved), sink_(sink) {}

  void Check(const FigureValue& used, const std::optional<Date>& filing);

 private:
  void Report(Kind kind, const FigureValue& used, const std::string& what, const FigureValue* other,
              Text hint);
  [[nodiscard]] std::string DatesOfSeries() const;

  const model::Figure& figure_;
  const resolve::ResolvedCase& resolved_;
  diagnostics::Sink& sink_;
};

void FigureCheck::Report(Kind kind, const FigureValue& used, const std::string& what,
                         const FigureValue* other, Text hint) {
  Finding finding;
  finding.kind = kind;
  finding.place = used.span.known() ? used.span : figure_.id.span;
  finding.need = figure_.id.value;
  finding.args = {Id(figure_.id.value), Id(ToText(used.value)), Id(what)};
  if (kind == Kind::kClaimFalse) {
    finding.args = {Id(figure_.id.value), Id(what)};
  }
  if (other != nullptr) {
    finding.exhibits = ExhibitsOf(other->cites, resolved_);
    finding.related.push_back(
        {{"{0} of {1} stands here", {Id(ToText(other->value)), Id(other->as_of->ToString())}},
         other->span});
  }
  if (!used.in.empty()) {
    finding.related.push_back(
        {{"it is used in {0}", {used.in}}, diagnostics::Place::InFile(used.in)});
  }
  finding.hint = std::move(hint);
  sink_.Report(std::move(finding));
}

std::string FigureCheck::DatesOfSeries() const {
  return Joined(figure_.series, ", ", [](const FigureValue& value) { return value.as_of ? value.as_of->ToString() : ""; });
}

void FigureCheck::Check(const FigureValue& used, const std::optional<Date>& filing) {
  if (!used.as_of) {
    Report(Kind::kFigureOutdated, used, "its date is not stated", nullptr,
           {"add \"as_of\": the date of the value; the series has {0}", {Id(DatesOfSeries())}});
    return;
  }
  const std::string date = used.as_of->ToString();
  const FigureValue* known = FindAt(figure_, *used.as_of);
  if (known == nullptr) {
    Report(Kind::kFigureOutdated, used, "its series has no single value for " + date, nullptr,
           {"use a value of the series ({0}), or add the source of this one to it",
            {Id(DatesOfSeries())}});
    return;
  }
  if (known->value != used.value) {
    Report(Kind::kClaimFalse, used,
           "it is used as " + ToText(used.value) + " for " + date + ", and the series has " +
               ToText(known->value),
           known, {"correct the number in the text, or the series in facts.yaml"});
    return;
  }
  const FigureValue* newer = NewerThan(used, figure_, filing);
  if (newer == nullptr) return;
  Report(Kind::kFigureOutdated, used,
         "that is the value of " + date + ", and " + ToText(newer->value) + " of " +
             newer->as_of->ToString() + (filing ? " was known before the filing" : " is known"),
         newer,
         {"use {0} with its date, or waive this with the reason why the older value is meant",
          {Id(ToText(newer->value))}});
}

}  // namespace

void CheckFigure(const model::Figure& figure, const resolve::ResolvedCase& resolved,
                 const std::optional<Date>& filing, diagnostics::Sink& sink) {
  FigureCheck check(figure, resolved, sink);
  for (const FigureValue& used : figure.used) check.Check(used, filing);
}

}  // namespace dossier::facts
