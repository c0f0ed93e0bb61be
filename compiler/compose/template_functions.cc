// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/compose/selecting.h"
#include "compiler/text/normalise.h"

namespace dossier::compose {
namespace {

using Arguments = std::vector<std::string>;

/// Words that are no date stay as they are.
std::string DateWords(const Strings& strings, const std::string& written) {
  const std::optional<Date> date = Date::Parse(written);
  return date ? strings.DateInWords(*date) : written;
}

}  // namespace

std::vector<xml::XPathFunction> TemplateFunctions(const Strings& strings) {
  return {
      {"date", 1, 1, [&](const Arguments& a) { return DateWords(strings, a[0]); }},
      {"format", 1, 1, [&](const Arguments& a) { return strings.NumberInDigits(a[0]); }},
      {"plural", 2, 2, [&](const Arguments& a) { return strings.Plural(a[1], a[0]); }},
      {"word", 1, 2,
       [&](const Arguments& a) {
         return a.size() == 1 ? std::string(strings.Get(a[0])) : strings.Word(a[0], a[1]);
       }},
      {"sentence", 1, 1, [](const Arguments& a) { return text::CapitaliseFirst(a[0]); }},
      {"quoted", 1, 1, [&](const Arguments& a) { return strings.Fill("quotation", {a[0]}); }},
  };
}

}  // namespace dossier::compose
