// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/model/need.h"

namespace dossier::model {

std::span<const Named<Weight>> WeightNames() {
  static constexpr Named<Weight> kNames[] = {{Weight::kCore, "core"},
                                             {Weight::kSupporting, "supporting"},
                                             {Weight::kContext, "context"}};
  return kNames;
}

std::span<const Named<ExhibitDate>> ExhibitDateNames() {
  static constexpr Named<ExhibitDate> kNames[] = {{ExhibitDate::kPublished, "published"},
                                                  {ExhibitDate::kEvent, "event"},
                                                  {ExhibitDate::kCaptured, "captured"}};
  return kNames;
}

std::span<const Named<RegisterField>> RegisterFieldNames() {
  using Field = RegisterField;
  static constexpr Named<Field> kNames[] = {
      {Field::kPublisher, "publisher"},   {Field::kPublished, "published"},
      {Field::kEvent, "event"},           {Field::kUrl, "url"},
      {Field::kCaptured, "captured"},     {Field::kArchived, "archived"},
      {Field::kAuthor, "author"},         {Field::kCapturedBy, "captured-by"},
      {Field::kTool, "tool"},             {Field::kHtml, "html"},
      {Field::kScreenshot, "screenshot"}, {Field::kCustody, "custody"}};
  return kNames;
}

}  // namespace dossier::model
