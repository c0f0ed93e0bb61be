// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <tuple>

#include "compiler/load/decoders.h"
#include "compiler/load/values.h"

namespace dossier::load {
void DecodeNewElement(Fields& fields, std::optional<model::NewElement>& element) {
  element.emplace();
  element->span = fields.span();
  fields.Optional("arose", element->arose, kDate);
  fields.Optional("known", element->known, kDate);
  fields.Optional("presented_before", element->presented_before, kBoolean);
  fields.Optional("why_not_earlier", element->why_not_earlier, kWords);
  fields.Optional("raises", element->raises, OneOrMore(kId));
  fields.Optional("how", element->how, kWords);
}

namespace {

void DecodeItem(Fields& fields, model::Item& item) {
  fields.Required("cite", item.cite, kCitation);
  fields.Optional("shows", item.shows, kWords);
  fields.Optional("date", item.date, kDate);
  fields.Optional("for", item.for_persons, OneOrMore(kId));
  fields.Optional("quote", item.quote, kString);
  fields.Optional("new", item.novelty, Record(DecodeNewElement));
}

void DecodeAdverseItem(Fields& fields, model::AdverseItem& item) {
  fields.Required("cite", item.cite, kCitation);
  fields.Optional("shows", item.shows, kWords);
  fields.Optional("quote", item.quote, kString);
  fields.Optional("answered_by", item.answered_by, OneOrMore(kCitation));
}

void DecodeGround(Fields& fields, model::Ground& ground) {
  const auto items = ListOf(Record(DecodeItem));
  const auto adverse_items = ListOf(Record(DecodeAdverseItem));
  ground.revision_span = fields.SpanOf("revision");
  fields.Required("criterion", ground.criterion, kId);
  fields.Optional("revision", ground.revision, NumberDecoder{.min = 1});
  fields.Optional("for", ground.for_persons, OneOrMore(kId));
  fields.Optional("needs", ground.needs, MapOf(items));
  fields.Optional("adverse", ground.adverse, adverse_items);
  fields.Optional("limbs", ground.limbs, MapOf(adverse_items));
  fields.Optional("defeaters", ground.defeaters, MapOf(adverse_items));
  fields.Optional("argument", ground.argument, kPath);
}

/// A criterion asked for one subject; without a subject it is asked of the case itself.
struct Asked {
  std::string_view criterion;
  std::string_view subject;
  const model::Ground* ground = nullptr;
};

std::vector<Asked> AllAsked(const std::vector<model::Ground>& grounds) {
  std::vector<Asked> all;
  for (const model::Ground& ground : grounds) {
    if (ground.criterion.value.empty()) continue;
    if (ground.for_persons.empty()) all.push_back({ground.criterion.value, "", &ground});
    for (const model::Text& person : ground.for_persons) {
      all.push_back({ground.criterion.value, person.value, &ground});
    }
  }
  return all;
}

}  // namespace

void DecodeGrounds(Fields& fields, std::vector<model::Ground>& grounds) {
  fields.Required("grounds", grounds, ListOf(Record(DecodeGround)));
}

void ReportDuplicateGrounds(const std::vector<model::Ground>& grounds, diagnostics::Sink& sink) {
  std::vector<Asked> all = AllAsked(grounds);
  std::stable_sort(all.begin(), all.end(), [](const Asked& a, const Asked& b) {
    return std::tie(a.criterion, a.subject) < std::tie(b.criterion, b.subject);
  });
  const model::Ground* reported = nullptr;
  for (std::size_t i = 1; i < all.size(); ++i) {
    const Asked& first = all[i - 1];
    const Asked& second = all[i];
    const bool same = first.criterion == second.criterion && first.subject == second.subject;
    if (!same || second.ground == reported) continue;
    reported = second.ground;
    sink.Report({.kind = diagnostics::Kind::kDuplicateGround,
                 .args = {diagnostics::Id(second.criterion)},
                 .place = second.ground->criterion.span,
                 .subject = std::string(second.subject),
                 .criterion = std::string(second.criterion),
                 .related = {{"the other entry stands here", first.ground->criterion.span}},
                 .hint = "put the evidence of both into one entry"});
  }
}

}  // namespace dossier::load
