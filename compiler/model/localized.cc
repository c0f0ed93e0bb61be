// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/model/localized.h"

namespace dossier::model {

std::string_view LocalizedText::In(std::string_view language) const {
  for (const std::string_view wanted : {language, std::string_view(), std::string_view("en")}) {
    for (const auto& [tag, text] : texts) {
      if (tag == wanted) return text;
    }
  }
  return texts.empty() ? std::string_view() : std::string_view(texts.front().second);
}

}  // namespace dossier::model
