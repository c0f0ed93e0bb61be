// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/yaml/syntax_error.h"

#include <algorithm>
#include <string>

#include "compiler/foundation/span.h"
#include "compiler/yaml/parse.h"
#include "compiler/yaml/scan.h"

namespace dossier::yaml {
namespace {

using diagnostics::Finding;
using diagnostics::Id;
using diagnostics::Kind;

/// From `at` to the end of the word there.
Span WordAt(const SyntaxError& error, std::size_t at) {
  const std::size_t begin = std::min(at, error.source.size());
  std::size_t end = error.source.find_first_of(" \t\r\n", begin);
  if (end == std::string_view::npos) end = error.source.size();
  return {.file = error.file,
          .begin = static_cast<std::uint32_t>(begin),
          .end = static_cast<std::uint32_t>(end)};
}

Finding Syntax(const SyntaxError& error, std::size_t at, std::string_view what,
               std::string_view hint) {
  return {.kind = Kind::kYamlSyntax,
          .args = {Id(what)},
          .place = WordAt(error, at),
          .hint = diagnostics::Text(hint)};
}

bool TabIndents(std::string_view line) {
  const std::size_t content = line.find_first_not_of(" \t");
  return line.substr(0, content).find('\t') != std::string_view::npos;
}

/// True when a closing quotation mark stands right before `at` on the same line.
bool FollowsQuote(std::string_view source, std::size_t at) {
  const std::size_t start = LineStart(source, at);
  const std::string_view before = source.substr(start, std::min(at, source.size()) - start);
  const std::size_t last = before.find_last_not_of(" \t");
  return last != std::string_view::npos && (before[last] == '"' || before[last] == '\'');
}

Finding UnclosedQuote(const SyntaxError& error, std::size_t at) {
  return {.kind = Kind::kUnclosedQuote,
          .place = Span{.file = error.file,
                        .begin = static_cast<std::uint32_t>(at),
                        .end = static_cast<std::uint32_t>(at + 1)},
          .hint =
              "close it at the end of the value; inside single quotes an apostrophe is written "
              "twice"};
}

Finding UnclosedBracket(const SyntaxError& error) {
  const std::size_t at = error.innermost_bracket.value_or(error.at);
  const bool list = at < error.source.size() && error.source[at] == '[';
  Finding finding = Syntax(error, at,
                           list ? "this list is never closed, or a comma is missing in it"
                                : "this map is never closed, or a comma is missing in it",
                           list ? "close it with ]" : "close it with }");
  finding.place.span.end = std::min(finding.place.span.begin + 1, finding.place.span.end);
  if (error.innermost_bracket && error.at < error.source.size()) {
    finding.related.push_back({"reading stopped here", WordAt(error, error.at)});
  }
  return finding;
}

Finding WrongIndentation(const SyntaxError& error) {
  if (FollowsQuote(error.source, error.at)) {
    return Syntax(error, error.at, "words stand after a closing quotation mark",
                  "put the whole value into one pair of quotation marks");
  }
  return Syntax(error, error.at, "this line does not line up with the lines it belongs to",
                "begin all keys of one map, and all hyphens of one list, in the same column");
}

Finding ExtraColon(const SyntaxError& error) {
  const std::string_view line = LineAround(error.source, error.at);
  const std::size_t before = error.at - std::min(error.at, LineStart(error.source, error.at));
  if (line.substr(0, before).find(": ") != std::string_view::npos) {
    return Syntax(error, error.at, "a second colon in one value",
                  "put the value into quotation marks");
  }
  return Syntax(error, error.at, "a key cannot stand here",
                "begin it in the same column as the keys it belongs to");
}

Finding BadCharacter(const SyntaxError& error) {
  return Syntax(error, error.at, "a value cannot begin with this character",
                "put the value into quotation marks");
}

Finding BadEscape(const SyntaxError& error) {
  const std::size_t backslash = error.source.rfind('\\', error.at);
  return Syntax(error, std::min(backslash, error.at),
                "a backslash begins an escape in double quotation marks",
                "use single quotation marks, or write the backslash twice");
}

Finding Alias(const SyntaxError& error) {
  const Span word = WordAt(error, error.at);
  return {.kind = Kind::kYamlAlias,
          .args = {std::string(error.source.substr(word.begin, word.end - word.begin))},
          .place = word,
          .hint = "write the value out, or put it into quotation marks"};
}

Finding TooDeep(const SyntaxError& error) {
  return {.kind = Kind::kNestingTooDeep,
          .args = {diagnostics::Number(kMaxDepth)},
          .place = WordAt(error, error.at)};
}

}  // namespace

diagnostics::Finding Explain(const SyntaxError& error) {
  const auto says = [&](std::string_view part) {
    return error.message.find(part) != std::string_view::npos;
  };
  if (says("anchor") || says("alias") || says("tag")) return Alias(error);
  if (says("bad file")) return TooDeep(error);
  if (says("in scalar")) {
    if (const auto quote = OpenQuote(error.source, error.read_until, error.at)) {
      return UnclosedQuote(error, *quote);
    }
    return BadCharacter(error);
  }
  if (says("tab ") || TabIndents(LineAround(error.source, error.at))) {
    return Syntax(error, LineStart(error.source, error.at), "a tab indents this line",
                  "indent with spaces");
  }
  if (const auto quote = LongQuoteBefore(error.source, error.at)) {
    return UnclosedQuote(error, *quote);
  }
  if (says("flow not found")) return UnclosedBracket(error);
  if (says("flow end")) {
    return Syntax(error, error.at, "this bracket closes nothing", "delete it, or open it before");
  }
  if (says("end of")) return WrongIndentation(error);
  if (says("map value")) return ExtraColon(error);
  if (says("block entry")) {
    return Syntax(error, error.at, "a list item cannot stand here",
                  "begin the list on the line after its key");
  }
  if (says("unknown token") || says("map key")) return BadCharacter(error);
  if (says("escape") || says("hex") || says("unicode")) {
    return BadEscape(error);
  }
  return Syntax(error, error.at, error.message, "");
}

}  // namespace dossier::yaml
