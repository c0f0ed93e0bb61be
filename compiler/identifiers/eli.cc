// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "compiler/identifiers/cursor.h"
#include "compiler/identifiers/grammars.h"

namespace dossier::identifiers {
namespace {

constexpr auto kKind = IdentifierKind::kEli;

/// Kinds of act in addresses of the EU.
constexpr std::string_view kTypes[] = {"agree",
                                       "agree_amend",
                                       "agree_interinstit",
                                       "agree_internal",
                                       "agree_prot",
                                       "annex_reg",
                                       "budget",
                                       "corrigendum",
                                       "dec",
                                       "dec_del",
                                       "dec_entscheid",
                                       "dec_framw",
                                       "dec_impl",
                                       "dir",
                                       "dir_del",
                                       "dir_impl",
                                       "guideline",
                                       "joint_action",
                                       "opin",
                                       "pos_common",
                                       "proc_internal",
                                       "proc_rules",
                                       "prot",
                                       "rec",
                                       "reg",
                                       "reg_del",
                                       "reg_finan",
                                       "reg_impl",
                                       "res",
                                       "statute",
                                       "treaty"};

bool IsTypeByte(char c) { return IsLetter(c) || c == '_'; }

std::string Small(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
  return out;
}

/// "https://data.europa.eu/", "http://eur-lex.europa.eu/" or nothing, then "eli/".
bool TakeHead(Cursor& in) {
  for (const std::string_view scheme : {"https://", "http://"}) {
    if (in.TakeWord(scheme)) break;
  }
  for (const std::string_view host : {"data.europa.eu", "eur-lex.europa.eu"}) {
    if (in.TakeWord(host)) break;
  }
  (void)in.Take('/');
  return in.TakeWord("eli/");
}

/// The Official Journal act by act, since 1 October 2023: "C/2024/5718", "L/2024/1347".
bool IsSeries(std::string_view text) {
  return text.size() > 7 && (text[0] == 'C' || text[0] == 'L') && text[1] == '/' &&
         text[6] == '/' && IsDigit(text[7]) &&
         std::all_of(text.begin() + 2, text.begin() + 6, IsDigit);
}

}  // namespace

IdentifierReading ReadEli(std::string_view text, const Limits& limits) {
  Cursor in(text);
  const bool address = TakeHead(in);
  if (!address) in.Back(0);
  const bool series = IsSeries(in.Rest());
  if (!address && !series) return {};
  std::size_t begin = in.at();
  std::string type(in.TakeWhile(IsTypeByte));
  if (!series) {
    type = Small(type);
    if (std::find(std::begin(kTypes), std::end(kTypes), type) == std::end(kTypes)) {
      return Wrong(kKind, "\"" + type + "\" is not a kind of act of the EU", begin);
    }
  }
  if (!in.Take('/')) return Wrong(kKind, "a stroke and the year are expected here", in.at());
  begin = in.at();
  const std::string_view year = in.Digits();
  if (auto problem = YearProblem(year, series ? 2023 : 1952, limits); !problem.empty())
    return Wrong(kKind, std::move(problem), begin);
  if (!in.Take('/')) return Wrong(kKind, "a stroke and the number are expected here", in.at());
  begin = in.at();
  const std::string_view number = in.Digits();
  if (number.empty() || number.size() > 6 || ToInt(number) == 0)
    return Wrong(kKind, "the number of the act is expected here", begin);
  std::string canonical =
      "eli/" + type + "/" + std::string(year) + "/" + std::string(Unpadded(number));
  if (!in.AtEnd() && !in.Take('/'))
    return Wrong(kKind, "a stroke is expected after the number", in.at());
  // What follows names an expression of the same act: "oj", a date, a language.
  begin = in.at();
  (void)in.TakeWhile([](char c) {
    return IsLetter(c) || IsDigit(c) || c == '-' || c == '_' || c == '/' || c == '(' || c == ')';
  });
  if (!in.AtEnd()) return Wrong(kKind, "this sign does not belong there", in.at());
  return Identifier{kKind, canonical + "/oj"};
}

}  // namespace dossier::identifiers
