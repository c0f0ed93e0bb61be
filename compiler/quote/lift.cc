// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/quote/lift.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>

#include "compiler/foundation/utf8.h"

namespace dossier::quote {
namespace {

constexpr std::size_t kShortestWord = 3;  // "km²" is a measure, "law²" has a note
constexpr int kMostNotesMissed = 3;
constexpr std::size_t kFewestNotes = 3;
constexpr std::size_t kFewestFurniture = 3;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsLower(char c) { return c >= 'a' && c <= 'z'; }
bool IsAsciiPunctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
         (c >= '{' && c <= '~');
}
bool StartsWith(std::string_view text, std::size_t at, std::string_view what) {
  return text.compare(at, what.size(), what) == 0;
}

/// A number of a note and where it stands.
struct Mark {
  std::size_t begin = 0;
  std::size_t end = 0;
  int value = 0;
  bool certain = false;  // raised, not only set behind a word
};

class Scanner {
 public:
  Scanner(std::string_view text, const std::vector<std::size_t>& page_ends)
      : text_(text), page_ends_(page_ends) {}
  std::vector<Lift> Run();

 private:
  std::size_t Step(std::size_t at);
  std::size_t Raised(std::size_t at);
  std::size_t Bracketed(std::size_t at, std::string_view open, std::string_view close);
  std::size_t Tag(std::size_t at);
  std::size_t Entity(std::size_t at);
  void Emphasis(std::size_t begin, std::size_t end);
  void Digits(std::size_t begin, std::size_t end);
  [[nodiscard]] bool BehindWord(std::size_t at) const;
  void CountedMarks();
  void Furniture();
  void NotesAtFoot(std::size_t begin, std::size_t end, const std::vector<std::size_t>& edges);
  void Add(std::size_t begin, std::size_t end, Rule rule, char32_t stands_for = 0) {
    lifts_.push_back({.begin = begin, .end = end, .rule = rule, .stands_for = stands_for});
  }

  std::string_view text_;
  const std::vector<std::size_t>& page_ends_;
  std::vector<Lift> lifts_;
  std::vector<Mark> marks_;
};

int ValueOf(std::string_view digits) {
  int value = 0;
  for (const char c : digits) {
    if (!IsDigit(c)) break;
    if (value < 10000) value = value * 10 + (c - '0');
  }
  return value;
}

/// Digit of a raised one, or -1; its bytes in `size`.
int RaisedDigit(std::string_view text, std::size_t at, std::size_t& size) {
  if (at >= text.size() || static_cast<unsigned char>(text[at]) < 0x80) return -1;
  const utf8::Decoded decoded = utf8::DecodeAt(text, at);
  size = decoded.size;
  if (decoded.code == 0xB9) return 1;
  if (decoded.code == 0xB2 || decoded.code == 0xB3) return static_cast<int>(decoded.code - 0xB0);
  const bool raised = decoded.code == 0x2070 || (decoded.code >= 0x2074 && decoded.code <= 0x2079);
  return raised ? static_cast<int>(decoded.code - 0x2070) : -1;
}

/// True behind a word of some letters, behind the mark that ends it, or behind a year.
bool Scanner::BehindWord(std::size_t at) const {
  constexpr std::array<std::string_view, 11> kClosing = {".",  ",", ";", ":", "!", "?",
                                                         "\"", ")", "*", "”", "’"};
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view mark : kClosing) {
      if (at < mark.size() || text_.substr(at - mark.size(), mark.size()) != mark) continue;
      at -= mark.size();
      again = true;
    }
  }
  std::size_t letters = 0;
  std::size_t digits = 0;
  while (at > digits && IsDigit(text_[at - digits - 1])) ++digits;
  if (digits == 4) return text_[at - 4] == '1' || text_[at - 4] == '2';
  while (at > letters && (IsLower(text_[at - letters - 1]) ||
                          static_cast<unsigned char>(text_[at - letters - 1]) >= 0x80)) {
    ++letters;
  }
  return letters >= kShortestWord;
}

std::size_t Scanner::Raised(std::size_t at) {
  std::size_t size = 0;
  std::size_t end = at;
  int value = 0;
  for (int digit = RaisedDigit(text_, end, size); digit >= 0;
       digit = RaisedDigit(text_, end, size)) {
    value = std::min(value * 10 + digit, 10000);
    end += size;
  }
  if (end > at && BehindWord(at)) {
    Add(at, end, kNoteMark);
    marks_.push_back({.begin = at, .end = end, .value = value, .certain = true});
  }
  return end;
}

/// "<sup>12, 13</sup>", "^{12}", "[^12]".
std::size_t Scanner::Bracketed(std::size_t at, std::string_view open, std::string_view close) {
  if (!StartsWith(text_, at, open)) return at;
  const std::size_t begin = at + open.size();
  std::size_t end = begin;
  while (end < text_.size() && (IsDigit(text_[end]) || text_[end] == ',' || text_[end] == ' ')) {
    ++end;
  }
  if (end == begin || !StartsWith(text_, end, close)) return at;
  // At the beginning of a line it is the note itself.
  if (at > 0 && text_[at - 1] != '\n') {
    Add(at, end + close.size(), kNoteMark);
    const int value = ValueOf(text_.substr(begin, end - begin));
    marks_.push_back({.begin = at, .end = end + close.size(), .value = value, .certain = true});
  }
  return end + close.size();
}

std::size_t Scanner::Tag(std::size_t at) {
  for (const std::string_view tag : {"<b>", "</b>", "<i>", "</i>", "<em>", "</em>", "<strong>",
                                     "</strong>", "<u>", "</u>", "<br>", "<br/>", "<br />"}) {
    if (!StartsWith(text_, at, tag)) continue;
    Add(at, at + tag.size(), kMarkup, tag[1] == 'b' && tag[2] == 'r' ? U' ' : 0);
    return at + tag.size();
  }
  return at;
}

std::size_t Scanner::Entity(std::size_t at) {
  static constexpr std::pair<std::string_view, char32_t> kEntities[] = {
      {"&amp;", '&'},  {"&lt;", '<'},   {"&gt;", '>'},    {"&quot;", '"'}, {"&apos;", '\''},
      {"&#39;", '\''}, {"&nbsp;", ' '}, {"&ndash;", '-'}, {"&mdash;", '-'}};
  for (const auto& [entity, code] : kEntities) {
    if (!StartsWith(text_, at, entity)) continue;
    Add(at, at + entity.size(), kMarkup, code);
    return at + entity.size();
  }
  return at;
}

/// Stars that touch a word, and low lines that do so on one side: "snake_case" keeps its.
void Scanner::Emphasis(std::size_t begin, std::size_t end) {
  const auto open = [&](std::size_t at) {
    return at < text_.size() && text_[at] != ' ' && text_[at] != '\n';
  };
  const auto word = [&](std::size_t at) {
    return at < text_.size() && !IsAsciiPunctuation(text_[at]) && open(at);
  };
  const bool before = begin > 0 && open(begin - 1);
  const bool after = open(end);
  const bool star = text_[begin] == '*';
  const bool inside = begin > 0 && word(begin - 1) && word(end);
  // "2*3" is no emphasis.
  const bool product =
      begin > 0 && IsDigit(text_[begin - 1]) && end < text_.size() && IsDigit(text_[end]);
  if ((before || after) && !product && (star || !inside)) Add(begin, end, kMarkup);
}

/// Digits straight behind a word: perhaps the number of a note.
void Scanner::Digits(std::size_t begin, std::size_t end) {
  if (end - begin > 3 || text_[begin] == '0' || begin == 0 || text_[begin - 1] == ' ') return;
  const std::string_view rest = text_.substr(end, 2);
  const auto next = [&](std::size_t i) { return i < rest.size() ? rest[i] : ' '; };
  const bool ends =
      next(0) == ' ' || next(0) == '\n' ||
      (std::string_view(".,;:)").find(next(0)) != std::string_view::npos && !IsDigit(next(1)));
  if (!ends || !BehindWord(begin)) return;
  const int value = ValueOf(text_.substr(begin, end - begin));
  marks_.push_back({.begin = begin, .end = end, .value = value, .certain = false});
}

std::size_t Scanner::Step(std::size_t at) {
  const char c = text_[at];
  std::size_t end = at;
  if (c == '<') {
    if ((end = Bracketed(at, "<sup>", "</sup>")) == at) end = Tag(at);
  } else if (c == '^') {
    end = Bracketed(at, "^{", "}");
  } else if (c == '[') {
    end = Bracketed(at, "[^", "]");
  } else if (c == '&') {
    end = Entity(at);
  } else if (c == '\\' && at + 1 < text_.size() && IsAsciiPunctuation(text_[at + 1])) {
    Add(at, at + 1, kMarkup);
    end = at + 2;
  } else if (c == '*' || c == '_') {
    while (end < text_.size() && text_[end] == c) ++end;
    Emphasis(at, end);
  } else if (IsDigit(c)) {
    while (end < text_.size() && IsDigit(text_[end])) ++end;
    Digits(at, end);
  } else if (c == '\xC2' || c == '\xE2') {
    end = Raised(at);
  }
  return std::max(end, at + 1);
}

/// Of digits behind words, those that count on: the longest row in which each is at most three more
/// than the one before, begun at 3 or below.
void Scanner::CountedMarks() {
  struct Link {
    std::size_t length = 0;
    std::size_t mark = 0;
  };
  constexpr std::size_t kNoMark = std::string::npos;
  std::map<int, Link> best;  // by value
  std::vector<std::size_t> before(marks_.size(), kNoMark);
  Link longest;
  for (std::size_t i = 0; i < marks_.size(); ++i) {
    if (marks_[i].certain) continue;
    const int value = marks_[i].value;
    Link link{.length = value <= kMostNotesMissed ? std::size_t{1} : 0, .mark = i};
    for (int step = 1; step <= kMostNotesMissed; ++step) {
      const auto found = best.find(value - step);
      if (found == best.end() || found->second.length + 1 <= link.length) continue;
      link.length = found->second.length + 1;
      before[i] = found->second.mark;
    }
    if (link.length == 0) continue;
    Link& old = best[value];
    if (link.length > old.length) old = link;
    if (link.length > longest.length) longest = link;
  }
  std::vector<bool> kept(marks_.size(), false);
  if (longest.length >= kFewestNotes) {
    for (std::size_t i = longest.mark; i != kNoMark; i = before[i]) kept[i] = true;
  }
  std::vector<Mark> marks;
  for (std::size_t i = 0; i < marks_.size(); ++i) {
    if (kept[i]) Add(marks_[i].begin, marks_[i].end, kNoteMark);
    if (kept[i] || marks_[i].certain) marks.push_back(marks_[i]);
  }
  marks_ = std::move(marks);
}

struct Line {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// Lines with a word, of bytes [begin, end).
std::vector<Line> LinesOf(std::string_view text, std::size_t begin, std::size_t end) {
  std::vector<Line> lines;
  while (begin < end) {
    const std::size_t stop = std::min(text.find('\n', begin), end);
    if (text.substr(begin, stop - begin).find_first_not_of(' ') != std::string_view::npos) {
      lines.push_back({begin, stop});
    }
    begin = stop + 1;
  }
  return lines;
}

/// Every number as "#", so that "page 3" and "page 4" are one line.
std::string Masked(std::string_view line) {
  std::string out;
  for (const char c : line) {
    if (!IsDigit(c)) {
      out += c;
    } else if (out.empty() || out.back() != '#') {
      out += '#';
    }
  }
  return out;
}

/// `edges`: beginnings of lines that are furniture already.
void Scanner::NotesAtFoot(std::size_t begin, std::size_t end,
                          const std::vector<std::size_t>& edges) {
  const Mark* first = nullptr;
  const auto from = std::partition_point(marks_.begin(), marks_.end(),
                                         [&](const Mark& mark) { return mark.begin < begin; });
  for (auto mark = from; mark != marks_.end() && mark->begin < end; ++mark) {
    if (first == nullptr || mark->value < first->value) first = &*mark;
  }
  if (first == nullptr) return;
  const std::vector<Line> lines = LinesOf(text_, first->end, end);
  const std::string number = std::to_string(first->value);
  for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
    const std::string_view words = text_.substr(line->begin, line->end - line->begin);
    const char after = words.size() > number.size() ? words[number.size()] : ' ';
    const bool lifted = std::find(edges.begin(), edges.end(), line->begin) != edges.end();
    if (lifted || !StartsWith(words, 0, number) ||
        std::string_view(" .)").find(after) == std::string_view::npos)
      continue;
    Add(line->begin, end > line->begin ? end - 1 : end, kFurniture);
    return;
  }
}

void Scanner::Furniture() {
  constexpr std::size_t kLooked = 2;
  std::map<std::string, std::size_t> count;
  std::vector<std::vector<Line>> edges;
  std::size_t begin = 0;
  for (const std::size_t end : page_ends_) {
    const std::vector<Line> lines = LinesOf(text_, begin, end);
    std::vector<Line>& edge = edges.emplace_back();
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (i >= kLooked && i + kLooked < lines.size()) continue;
      edge.push_back(lines[i]);
      ++count[Masked(text_.substr(lines[i].begin, lines[i].end - lines[i].begin))];
    }
    begin = end;
  }
  begin = 0;
  for (std::size_t page = 0; page < page_ends_.size(); ++page) {
    std::vector<std::size_t> lifted;
    for (const Line& line : edges[page]) {
      const std::size_t times = count[Masked(text_.substr(line.begin, line.end - line.begin))];
      if (times < kFewestFurniture || times * 3 < page_ends_.size()) continue;
      Add(line.begin, line.end, kFurniture);
      lifted.push_back(line.begin);
    }
    NotesAtFoot(begin, page_ends_[page], lifted);
    begin = page_ends_[page];
  }
}

std::vector<Lift> Scanner::Run() {
  for (std::size_t at = 0; at < text_.size();) at = Step(at);
  CountedMarks();
  if (!page_ends_.empty()) Furniture();
  std::stable_sort(lifts_.begin(), lifts_.end(), [](const Lift& a, const Lift& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  std::vector<Lift> apart;
  for (const Lift& lift : lifts_) {
    if (apart.empty() || lift.begin >= apart.back().end) {
      apart.push_back(lift);
    } else if (lift.end > apart.back().end) {
      apart.back().end = lift.end;
    }
  }
  return apart;
}

}  // namespace

std::vector<Lift> FindLifts(std::string_view text, const std::vector<std::size_t>& page_ends) {
  return Scanner(text, page_ends).Run();
}

}  // namespace dossier::quote
