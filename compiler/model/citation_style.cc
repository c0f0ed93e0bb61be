// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/model/citation_style.h"

namespace dossier::model {

std::span<const Named<CitedField>> CitedFieldNames() {
  static constexpr Named<CitedField> kNames[] = {
      {CitedField::kAuthor, "author"},         {CitedField::kPublisher, "publisher"},
      {CitedField::kBy, "by"},                 {CitedField::kTitle, "title"},
      {CitedField::kShort, "short"},           {CitedField::kDate, "date"},
      {CitedField::kYear, "year"},             {CitedField::kIdentifier, "identifier"},
      {CitedField::kPin, "pin"},               {CitedField::kNote, "note"},
      {CitedField::kUrl, "url"},               {CitedField::kArchived, "archived"},
      {CitedField::kCaptured, "captured"},     {CitedField::kExhibit, "exhibit"}};
  return kNames;
}

}  // namespace dossier::model
