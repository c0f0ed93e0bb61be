// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <span>
#include <vector>

#include "compiler/identifiers/cursor.h"
#include "compiler/identifiers/grammars.h"

namespace dossier::identifiers {
namespace {

constexpr auto kKind = IdentifierKind::kUnSymbol;

/// Organs and bodies by the first part of their symbols.
constexpr std::string_view kRoots[] = {"A",   "CAT", "CCPR", "CED", "CEDAW", "CERD",
                                       "CMW", "CRC", "CRPD", "DP",  "E",     "HCR",
                                       "HRI", "S",   "ST",   "T",   "TD",    "UNEP"};
/// Committees under a treaty, whose documents all begin "CCPR/C/".
constexpr std::string_view kCommittees[] = {"CCPR", "CED", "CEDAW", "CERD",
                                            "CMW",  "CRC", "CRPD",  "CAT"};
/// Endings that need a number: revised, added, corrected.
constexpr std::string_view kEndings[] = {"Add.", "Rev.", "Corr.", "Amend."};

constexpr std::size_t kMostParts = 12;

bool IsOneOf(std::string_view word, std::span<const std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}
bool AllDigits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), IsDigit);
}

struct Part {
  std::string text;  // capitals
  std::size_t at = 0;
};

/// Strokes, or the underscores of a file name, or "%2F" of an address.
std::vector<Part> PartsOf(std::string_view text, bool file) {
  std::vector<Part> parts(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool coded = Upper(text.substr(i, 3)) == "%2F";
    if (coded || text[i] == (file ? '_' : '/')) {
      if (coded) i += 2;
      parts.push_back({"", i + 1});
    } else if (text[i] != ' ' || (i + 1 < text.size() && text[i + 1] != '(')) {
      parts.back().text += Upper(text[i]);
    }
  }
  return parts;
}

/// Files carry a language: "A_HRC_39_7-EN".
void DropLanguage(std::string& last) {
  for (const std::string_view language :
       {"-EN", "-E", "-FR", "-F", "-RU", "-R", "-ES", "-S", "-AR", "-A", "-ZH", "-C"}) {
    if (last.size() > language.size() && last.ends_with(language) &&
        IsDigit(last[last.size() - language.size() - 1])) {
      last.resize(last.size() - language.size());
      return;
    }
  }
}

/// Lower-case letters where the United Nations print them: "Add.1", not "ADD.1".
std::string Printed(const std::string& part) {
  for (const std::string_view ending : kEndings) {
    if (part.starts_with(Upper(ending))) return std::string(ending) + part.substr(ending.size());
  }
  return part;
}

struct Problem {
  std::string reason;
  std::size_t at = 0;
};

/// Characters and endings of one part.
std::string PartProblem(const std::string& part) {
  if (part.empty()) return "there is nothing between two strokes";
  for (const char c : part) {
    if (!IsDigit(c) && !IsLetter(c) && c != '.' && c != '-' && c != '(' && c != ')')
      return "this part holds a sign that symbols do not have";
  }
  for (const std::string_view ending : kEndings) {
    const std::string head = Upper(ending);
    if (part.starts_with(head.substr(0, head.size() - 1)) &&
        (!part.starts_with(head) || !AllDigits(std::string_view(part).substr(head.size())))) {
      const bool word = part.size() > head.size() && IsLetter(part[head.size() - 1]);
      if (!word) return "\"" + std::string(ending) + "\" is followed by a number";
    }
  }
  return {};
}

/// Decisions on communications: CCPR/C/115/D/2304/2013.
Problem CommunicationProblem(const std::vector<Part>& parts, const Limits& limits) {
  if (parts.size() < 4 || parts[3].text != "D") return {};
  if (!AllDigits(parts[2].text)) return {"the number of the session is expected here", parts[2].at};
  if (parts.size() < 6)
    return {"the number and the year of the communication are expected", parts.back().at};
  if (!AllDigits(parts[4].text))
    return {"the number of the communication is expected here", parts[4].at};
  return {YearProblem(parts[5].text, 1976, limits), parts[5].at};
}

Problem TreatyProblem(const std::vector<Part>& parts, const Limits& limits) {
  if (parts[1].text != "C" && parts[1].text != "SP" && parts[1].text != "OP" &&
      parts[1].text != "NGO") {
    return {"documents of this committee begin \"" + parts[0].text + "/C/\"", parts[1].at};
  }
  return CommunicationProblem(parts, limits);
}

Problem CouncilProblem(const std::vector<Part>& parts, const Limits& limits) {
  if (parts.size() < 3)
    return {"the session or the working group is expected after \"A/HRC\"", parts[1].at};
  const std::string& next = parts[2].text;
  if (next == "WGAD") {
    if (parts.size() < 5)
      return {"the year and the number of the opinion are expected", parts.back().at};
    if (auto problem = YearProblem(parts[3].text, 2012, limits); !problem.empty())
      return {std::move(problem), parts[3].at};
    if (!AllDigits(parts[4].text))
      return {"the number of the opinion is expected here", parts[4].at};
    return {};
  }
  if (next.starts_with("WG.6") && parts.size() >= 5) {
    const std::string& state = parts[4].text;
    if (!AllDigits(parts[3].text))
      return {"the number of the session is expected here", parts[3].at};
    if (parts.size() > 5 &&
        (state.size() != 3 || !std::all_of(state.begin(), state.end(), IsLetter))) {
      return {"the three letters of a State are expected here", parts[4].at};
    }
  }
  return {};
}

/// "S/RES/1373 (2001)".
Problem SecurityProblem(std::vector<Part>& parts, const Limits& limits) {
  if (parts[1].text != "RES" || parts.size() < 3) return {};
  const std::string& last = parts[2].text;
  const std::size_t open = last.find('(');
  if (!AllDigits(last.substr(0, open)))
    return {"the number of the resolution is expected here", parts[2].at};
  if (open == std::string::npos) return {};
  if (last.back() != ')') return {"the bracket is not closed", parts[2].at + open};
  return {
      YearProblem(std::string_view(last).substr(open + 1, last.size() - open - 2), 1946, limits),
      parts[2].at + open};
}

Problem ProblemOf(std::vector<Part>& parts, const Limits& limits) {
  for (const Part& part : parts) {
    if (auto problem = PartProblem(part.text); !problem.empty())
      return {std::move(problem), part.at};
  }
  if (IsOneOf(parts[0].text, kCommittees)) return TreatyProblem(parts, limits);
  if (parts[0].text == "A" && parts[1].text == "HRC") return CouncilProblem(parts, limits);
  if (parts[0].text == "S") return SecurityProblem(parts, limits);
  return {};
}

}  // namespace

IdentifierReading ReadUnSymbol(std::string_view text, const Limits& limits) {
  const bool file =
      text.find('/') == std::string_view::npos && text.find('%') == std::string_view::npos;
  std::vector<Part> parts = PartsOf(text, file);
  if (parts.size() < 2 || parts.size() > kMostParts || !IsOneOf(parts[0].text, kRoots)) return {};
  if (file && parts.size() < 3) return {};
  const bool counted = std::any_of(parts.begin(), parts.end(), [](const Part& part) {
    return std::any_of(part.text.begin(), part.text.end(), IsDigit);
  });
  if (!counted && parts[0].text.size() == 1) return {};  // "s/he"
  DropLanguage(parts.back().text);
  if (const Problem problem = ProblemOf(parts, limits); !problem.reason.empty())
    return Wrong(kKind, problem.reason, problem.at);
  if (!counted) return Wrong(kKind, "no part of it is a number", text.size());
  std::string canonical;
  for (const Part& part : parts) canonical += (canonical.empty() ? "" : "/") + Printed(part.text);
  return Identifier{kKind, std::move(canonical)};
}

}  // namespace dossier::identifiers
