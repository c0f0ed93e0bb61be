// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/evaluate/item_wording.h"

#include <utility>

#include "compiler/evaluate/item_dates.h"
#include "compiler/evaluate/wording.h"

namespace dossier::evaluate {
namespace {

std::string_view LanguageOf(std::string_view code) {
  static constexpr std::pair<std::string_view, std::string_view> kNames[] = {
      {"ar", "Arabic"},  {"be", "Belarusian"}, {"de", "German"},  {"en", "English"},
      {"es", "Spanish"}, {"et", "Estonian"},   {"fa", "Persian"}, {"fr", "French"},
      {"it", "Italian"}, {"kk", "Kazakh"},     {"ky", "Kyrgyz"},  {"lt", "Lithuanian"},
      {"lv", "Latvian"}, {"pl", "Polish"},     {"ru", "Russian"}, {"tg", "Tajik"},
      {"tr", "Turkish"}, {"uk", "Ukrainian"},  {"uz", "Uzbek"},   {"zh", "Chinese"}};
  for (const auto& [known, name] : kNames) {
    if (known == code) return name;
  }
  return code;
}

std::string FreshInWords(const model::Freshness& fresh, const NamedDates& dates) {
  const std::optional<Date>& at = dates.Get(fresh.of);
  std::string words(WordOf(fresh.field));
  words += at ? " on or after " + Date::Of(OldestFresh(*at, fresh.months)).ToString() : " recently";
  return fresh.or_latest ? words + " or found to be the latest edition since then" : words;
}

std::string BoundInWords(const model::DateBound& bound, const NamedDates& dates) {
  if (bound.date) return bound.date->ToString();
  const std::optional<Date>& at = dates.Get(bound.name);
  return at ? MomentInWords(bound.name, *at) : "the date \"" + bound.name + "\"";
}

std::string DatedInWords(const model::DatedWithin& dated, const NamedDates& dates) {
  const std::string what(dated.field == model::ExhibitDate::kEvent ? "of something that happened"
                                                                   : WordOf(dated.field));
  std::string words;
  if (!dated.range.from.empty()) {
    words = what + " not before " + BoundInWords(dated.range.from, dates);
  }
  if (dated.range.before.empty()) return words;
  return (words.empty() ? what : words + " and") + " before " +
         BoundInWords(dated.range.before, dates);
}

std::string TranslationInWords(const model::TranslationWanted& wanted) {
  const std::string into = LanguagesInWords(wanted.into);
  return "in " + into + " or with a " + (wanted.certified ? "certified " : "") +
         "translation into " + into;
}

std::string NoveltyInWords(const model::Novelty& novel, const NamedDates& dates) {
  const std::optional<Date>& at = dates.Get(novel.after);
  const std::string since =
      at ? MomentInWords(novel.after, *at) : "the date \"" + novel.after + "\"";
  return "with \"new:\" that says what it raises and " +
         (novel.significant_alone ? std::string("that it was not presented before")
                                  : "either that it arose or became known since " + since +
                                        " or why it was not presented earlier");
}

std::string StatesInWords(const std::vector<model::RegisterField>& fields) {
  std::vector<std::string> words;
  for (const model::RegisterField field : fields) words.emplace_back(InWords(field));
  std::string joined;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) joined += i + 1 == words.size() ? " and " : ", ";
    joined += words[i];
  }
  return "with an entry in the register that states " + joined;
}

}  // namespace

std::string LanguagesInWords(const std::vector<std::string>& codes) {
  std::vector<std::string> names;
  for (const std::string& code : codes) names.emplace_back(LanguageOf(code));
  return JoinOr(names);
}

std::string_view InWords(model::RegisterField field) {
  using Field = model::RegisterField;
  switch (field) {
    case Field::kPublisher:
      return "the publisher";
    case Field::kPublished:
      return "when it was published";
    case Field::kEvent:
      return "when the event was";
    case Field::kUrl:
      return "the address (url)";
    case Field::kCaptured:
      return "when it was captured";
    case Field::kArchived:
      return "where an archived copy is";
    case Field::kAuthor:
      return "the author";
    case Field::kCapturedBy:
      return "who captured it";
    case Field::kTool:
      return "with which tool it was captured";
    case Field::kHtml:
      return "that the source of the page (html) was kept";
    case Field::kScreenshot:
      return "that a screenshot was kept";
    case Field::kCustody:
      return "the chain of custody";
  }
  return {};
}

std::string_view KeyOf(model::RegisterField field) {
  using Field = model::RegisterField;
  static constexpr std::pair<Field, std::string_view> kKeys[] = {
      {Field::kPublished, "dates.published"},
      {Field::kEvent, "dates.event"},
      {Field::kCaptured, "dates.captured"},
      {Field::kCapturedBy, "capture.by"},
      {Field::kTool, "capture.tool"},
      {Field::kHtml, "capture.html"},
      {Field::kScreenshot, "capture.screenshot"}};
  for (const auto& [known, key] : kKeys) {
    if (known == field) return key;
  }
  return NameOf(model::RegisterFieldNames(), field);
}

std::string WantedInWords(const model::ItemFilter& where, const NamedDates& dates) {
  std::string words;
  const auto add = [&](std::string_view part) {
    if (!words.empty()) words += ", ";
    words += part;
  };
  if (where.natures.size() == 1) {
    add(where.natures.front() == model::Nature::kFact ? "reporting facts" : "an assessment");
  }
  if (where.fresh) add(FreshInWords(*where.fresh, dates));
  if (where.dated && !where.dated->range.empty()) add(DatedInWords(*where.dated, dates));
  if (!where.languages.empty()) add("in " + LanguagesInWords(where.languages));
  if (where.translation) add(TranslationInWords(*where.translation));
  if (where.pinpoint) add("cited with a page or paragraph");
  if (where.locked) add("with its digest in dossier.lock");
  if (where.own) add("filed for this person alone");
  if (where.reasoned) add("with an argument in its ground");
  if (where.independent)
    add("not published by an applicant, a submitting organisation or their group");
  if (!where.states.empty()) add(StatesInWords(where.states));
  if (where.novel) add(NoveltyInWords(*where.novel, dates));
  return words;
}

}  // namespace dossier::evaluate
