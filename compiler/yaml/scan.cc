// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/yaml/scan.h"

#include <algorithm>

namespace dossier::yaml {
namespace {

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Offset after the quotation mark that closes the one at `begin`.
std::optional<std::size_t> QuoteEnd(std::string_view source, std::size_t begin) {
  const char mark = source[begin];
  for (std::size_t i = begin + 1; i < source.size(); ++i) {
    if (mark == '"' && source[i] == '\\') {
      ++i;
    } else if (source[i] == mark) {
      const bool doubled = mark == '\'' && i + 1 < source.size() && source[i + 1] == mark;
      if (!doubled) return i + 1;
      ++i;
    }
  }
  return std::nullopt;
}

/// Folding changes only white space, so the other characters of the value stand in the source in
/// the same order.
std::size_t MatchWords(std::string_view source, std::size_t begin, std::string_view value) {
  std::size_t at = begin;
  std::size_t end = begin;
  for (const char c : value) {
    if (IsSpace(c)) continue;
    while (at < source.size() && source[at] != c) {
      if (!IsSpace(source[at])) return end;
      ++at;
    }
    if (at == source.size()) return end;
    end = ++at;
  }
  return end;
}

/// Calls `visit(begin, end)` for every scalar in quotation marks that begins between `from` and
/// `until`, without an end for one that is never closed, as long as it returns true.
template <typename Visit>
void VisitQuotes(std::string_view source, std::size_t from, std::size_t until, const Visit& visit) {
  bool may_open = true;
  for (std::size_t i = from; i < source.size() && i < until; ++i) {
    const char c = source[i];
    if (c == '#' && may_open) {
      i = std::min(source.find('\n', i), source.size());
    } else if ((c == '"' || c == '\'') && may_open) {
      const std::optional<std::size_t> end = QuoteEnd(source, i);
      if (!visit(i, end) || !end) return;
      i = *end - 1;
      may_open = false;
    } else {
      may_open = IsSpace(c) || c == '[' || c == '{' || c == ',';
    }
  }
}

/// The first character of the first line after `begin` and before `end` that is not blank and of
/// which `matches(line start, first character)` holds.
template <typename Matches>
std::optional<std::size_t> FindLine(std::string_view source, std::size_t begin, std::size_t end,
                                    const Matches& matches) {
  // Cut off first, so that no search runs past the text on a line of many scalars.
  const std::string_view text = source.substr(0, end);
  for (std::size_t at = text.find('\n', begin); at < text.size(); at = text.find('\n', at + 1)) {
    const std::size_t first = text.find_first_not_of(" \t", at + 1);
    if (first == std::string_view::npos) break;
    const bool blank = text[first] == '\n' || text[first] == '\r';
    if (!blank && matches(at + 1, first)) return first;
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::size_t> ScalarEnd(std::string_view source, std::size_t begin,
                                     std::string_view value, bool quoted) {
  if (begin >= source.size()) return source.size();
  const char first = source[begin];
  if (!quoted) {
    // Nearly every one stands in one line, as it is.
    if (source.substr(begin, value.size()) == value) return begin + value.size();
    return MatchWords(source, begin, value);
  }
  if (first == '"' || first == '\'') return QuoteEnd(source, begin);
  const std::size_t header_end = std::min(source.find('\n', begin), source.size());
  return std::max(MatchWords(source, header_end, value), begin + 1);
}

std::optional<std::size_t> OpenQuote(std::string_view source, std::size_t from, std::size_t until) {
  std::optional<std::size_t> open;
  VisitQuotes(source, from, until, [&](std::size_t begin, std::optional<std::size_t> end) {
    if (!end || *end > until) open = begin;
    return !open.has_value();
  });
  return open;
}

std::optional<std::size_t> LongQuoteBefore(std::string_view source, std::size_t until) {
  std::optional<std::size_t> found;
  VisitQuotes(source, 0, until, [&](std::size_t begin, std::optional<std::size_t> end) {
    if (!end || *end > until) return false;
    const bool last =
        source.substr(*end, until - *end).find_first_not_of(" \t") == std::string_view::npos;
    if (last && LineStart(source, begin) != LineStart(source, *end)) found = begin;
    return !found.has_value();
  });
  return found;
}

std::optional<std::size_t> OutdentedLine(std::string_view source, std::size_t begin,
                                         std::size_t end, std::size_t column) {
  return FindLine(source, begin, end,
                  [&](std::size_t line, std::size_t first) { return first - line <= column; });
}

std::optional<std::size_t> LineWithHyphen(std::string_view source, std::size_t begin,
                                          std::size_t end) {
  return FindLine(source, begin, end, [&](std::size_t /*line*/, std::size_t first) {
    return source.substr(first).starts_with("- ");
  });
}

bool BracketIsClosed(std::string_view source, std::size_t begin) {
  if (begin >= source.size() || (source[begin] != '[' && source[begin] != '{')) return true;
  std::size_t depth = 0;
  for (std::size_t i = begin; i < source.size(); ++i) {
    if (source[i] == '[' || source[i] == '{') ++depth;
    if (source[i] == ']' || source[i] == '}') --depth;
    if (depth == 0) return true;
  }
  return false;
}

bool ColonFollows(std::string_view source, std::size_t at) {
  const std::size_t next = source.find_first_not_of(" \t", at);
  return next != std::string_view::npos && source[next] == ':';
}

std::size_t LineStart(std::string_view source, std::size_t at) {
  if (at == 0 || source.empty()) return 0;
  const std::size_t before = source.rfind('\n', std::min(at, source.size()) - 1);
  return before == std::string_view::npos ? 0 : before + 1;
}

std::string_view LineAround(std::string_view source, std::size_t at) {
  const std::size_t start = LineStart(source, at);
  std::string_view line = source.substr(start, source.find('\n', start) - start);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::size_t SkipBlank(std::string_view source, std::size_t at) {
  while (at < source.size()) {
    if (source[at] == '#') {
      at = std::min(source.find('\n', at), source.size());
    } else if (IsSpace(source[at])) {
      ++at;
    } else {
      break;
    }
  }
  return std::min(at, source.size());
}

}  // namespace dossier::yaml
