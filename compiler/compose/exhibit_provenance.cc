// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/compose/exhibit_provenance.h"

#include <optional>
#include <vector>

#include "compiler/compose/content.h"
#include "compiler/foundation/joined.h"

namespace dossier::compose {
namespace {

using model::Exhibit;

/// "30 September 2024, 10:12 UTC": with the time of day where it is stated; seconds are left out
/// unless `exact`.
std::string Moment(const Strings& strings, const Date& date, bool exact) {
  std::string words = strings.DateInWords(date);
  const std::string text = date.ToString();
  const std::size_t at = text.find('T');
  if (at == std::string::npos) return words;
  std::string time = text.substr(at + 1);
  std::string zone;
  if (time.ends_with('Z')) {
    zone = "\u00A0UTC";
    time.pop_back();
  } else if (const std::size_t sign = time.find_first_of("+-"); sign != std::string::npos) {
    zone = "\u00A0(UTC" + time.substr(sign) + ")";
    time.erase(sign);
  }
  if (!exact && time.size() > 5) time.erase(5);
  return words + ", " + time + zone;
}

std::string Moment(const Strings& strings, const model::CaseDate& date) {
  return date.date ? Moment(strings, *date.date, false) : std::string();
}

/// Words of the register, or the name of the person or organisation whose id they are.
std::string NameIn(const Context& context, const std::string& words) {
  const model::Person* person = context.source.FindPerson(words);
  return person == nullptr ? words : std::string(context.Say(person->name));
}

/// The words of `key` around a value; empty for an empty value.
std::string With(const Context& context, std::string_view key, const std::string& value) {
  return value.empty() ? value : context.strings.Fill(key, {value});
}

std::string Captured(const Context& context, const Exhibit& exhibit) {
  std::vector<std::string> parts = {Moment(context.strings, exhibit.captured)};
  if (exhibit.capture) {
    const model::Capture& capture = *exhibit.capture;
    parts.push_back(With(context, "exhibit.captured-by", NameIn(context, capture.by)));
    parts.push_back(With(context, "exhibit.captured-with", capture.tool));
    if (capture.html) parts.emplace_back(context.strings.Get("exhibit.captured-html"));
    if (capture.screenshot) parts.emplace_back(context.strings.Get("exhibit.captured-picture"));
  }
  return With(context, "exhibit.captured", Joined(parts, ", "));
}

std::string Received(const Context& context, const Exhibit& exhibit) {
  const std::string date = Moment(context.strings, exhibit.received);
  return With(context, "exhibit.received", Joined({With(context, "exhibit.received-from", NameIn(context, exhibit.received_from)), date}, ", "));
}

std::string Original(const Context& context, const Exhibit& exhibit) {
  if (!exhibit.original) return {};
  std::vector<std::string> parts;
  if (!exhibit.original->file.value.empty()) parts.emplace_back(context.strings.Get("exhibit.working-copy"));
  parts.push_back(With(context, "exhibit.original-held", NameIn(context, exhibit.original->held_by)));
  return Joined(parts, " ");
}

std::string Custody(const Context& context, const Exhibit& exhibit) {
  std::vector<std::string> steps;
  for (const model::CustodyStep& step : exhibit.custody) {
    std::string how = step.action;
    if (!step.tool.empty()) how += " (" + step.tool + ")";
    steps.push_back(Joined({Moment(context.strings, step.at), NameIn(context, step.by), how}, ", "));
  }
  return With(context, "exhibit.custody", Joined(steps, "; "));
}

std::string Proof(const Context& context, const ShownProof& proof) {
  if (const std::optional<Date> at = Date::Parse(proof.time)) {
    return With(context, "exhibit.time-stamp", Joined({Moment(context.strings, *at, true), proof.by}, ", "));
  }
  std::vector<std::string> blocks;
  for (const std::int64_t block : proof.blocks) blocks.push_back(std::to_string(block));
  if (!blocks.empty()) return With(context, "exhibit.block-proof", Joined(blocks, ", "));
  return With(context, "exhibit.pending-proof", Joined(proof.calendars, ", "));
}

}  // namespace

std::string ProvenanceOf(const Context& context, const Exhibit& exhibit) {
  std::vector<std::string> sentences = {
      Captured(context, exhibit), With(context, "exhibit.collected", NameIn(context, exhibit.collected_by)),
      Received(context, exhibit), Original(context, exhibit), Custody(context, exhibit)};
  if (const auto shown = context.provenance.find(exhibit.id.value); shown != context.provenance.end()) {
    for (const ShownProof& proof : shown->second.proofs) sentences.push_back(Proof(context, proof));
  }
  return Joined(sentences, " ");
}

}  // namespace dossier::compose
