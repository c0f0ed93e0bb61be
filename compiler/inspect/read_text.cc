// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/inspect/read_text.h"

#include <string>
#include <string_view>

#include "compiler/inspect/plain_inline.h"

namespace dossier::inspect {
namespace {

constexpr std::size_t kMostBlocks = 1'000'000;

/// The next line without its end; takes it from `rest`.
std::string_view TakeLine(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return line;
}

std::string_view Trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

/// Without a byte order mark, every line ended by \n, tabs and page breaks as spaces.
std::string Prepared(std::string_view text) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  if (text.substr(0, kMark.size()) == kMark) text.remove_prefix(kMark.size());
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool pair = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
    if (pair) continue;
    const char c = text[i];
    plain += c == '\r' ? '\n' : c == '\t' || c == '\f' ? ' ' : c;
  }
  return plain;
}

/// Gathers lines into blocks.
class Builder {
 public:
  void Start(BlockKind kind, int level, std::string_view text) {
    Close();
    block_ = {.kind = kind, .level = level, .number = 0, .text = std::string(text)};
    open_ = true;
  }
  /// Goes on with the open block, or begins a paragraph.
  void Continue(std::string_view text) {
    if (!open_) return Start(BlockKind::kParagraph, 0, text);
    block_.text += block_.kind == BlockKind::kPreformatted ? "\n" : " ";
    block_.text += text;
  }
  void Close() {
    if (open_ && !Trim(block_.text).empty()) blocks_.push_back(std::move(block_));
    open_ = false;
  }
  [[nodiscard]] bool InQuotation() const { return open_ && block_.kind == BlockKind::kQuotation; }
  [[nodiscard]] bool TooMany() const { return blocks_.size() > kMostBlocks; }
  std::vector<TextBlock> Take() {
    Close();
    return std::move(blocks_);
  }

 private:
  std::vector<TextBlock> blocks_;
  TextBlock block_;
  bool open_ = false;
};

Failure TooMany() {
  return Failure{"it has more than " + std::to_string(kMostBlocks) + " paragraphs"};
}

/// Level of an ATX heading (CommonMark 0.30, 4.2), 0 for other lines.
int HeadingLevel(std::string_view line) {
  const std::size_t marks = line.find_first_not_of('#');
  const std::size_t count = marks == std::string_view::npos ? line.size() : marks;
  const bool is_heading = count >= 1 && count <= 6 && (count == line.size() || line[count] == ' ');
  return is_heading ? static_cast<int>(count) : 0;
}

/// Bytes of a list marker with its space (CommonMark 0.30, 5.2), 0 for other lines.
std::size_t ListMarker(std::string_view line) {
  if (line.size() >= 2 && (line[0] == '-' || line[0] == '*' || line[0] == '+') && line[1] == ' ') {
    return 2;
  }
  std::size_t digits = 0;
  while (digits < line.size() && digits < 9 && line[digits] >= '0' && line[digits] <= '9') ++digits;
  const bool ordered = digits > 0 && digits + 1 < line.size() &&
                       (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ';
  return ordered ? digits + 2 : 0;
}

bool IsFence(std::string_view line) {
  return line.substr(0, 3) == "```" || line.substr(0, 3) == "~~~";
}

/// A thematic break or the line under a table head: nothing but marks.
bool IsRule(std::string_view line) {
  return line.size() >= 3 && line.find_first_not_of("-*_=|: ") == std::string_view::npos;
}

std::string TableRow(std::string_view line) {
  std::string row;
  line.remove_prefix(1);
  while (!line.empty()) {
    const std::size_t bar = line.find('|');
    const std::string_view cell = Trim(line.substr(0, bar));
    if (!row.empty()) row += " | ";
    row += cell;
    line.remove_prefix(bar == std::string_view::npos ? line.size() : bar + 1);
  }
  return row;
}

void AddMarkdownLine(std::string_view whole, Builder& builder) {
  const std::string_view line = Trim(whole);
  if (line.empty()) return builder.Close();
  if (const int level = HeadingLevel(line); level > 0) {
    builder.Start(BlockKind::kHeading, level, Trim(line.substr(static_cast<std::size_t>(level))));
    return builder.Close();
  }
  if (IsRule(line)) return builder.Close();
  if (line[0] == '>') {
    const std::string_view quoted = Trim(line.substr(1));
    if (builder.InQuotation() && !quoted.empty()) return builder.Continue(quoted);
    return builder.Start(BlockKind::kQuotation, 0, quoted);
  }
  if (line[0] == '|') return builder.Start(BlockKind::kTableRow, 0, TableRow(line));
  if (ListMarker(line) > 0) {
    // The marker stays: "3." is part of what the file says.
    const auto indent = static_cast<int>(whole.find_first_not_of(' '));
    return builder.Start(BlockKind::kListItem, 1 + indent / 2, line);
  }
  builder.Continue(line);
}

}  // namespace

Result<std::vector<TextBlock>> ReadPlainText(ByteView text) {
  Builder builder;
  const std::string plain = Prepared(text);
  std::string_view rest = plain;
  while (!rest.empty()) {
    const std::string_view line = Trim(TakeLine(rest));
    line.empty() ? builder.Close() : builder.Continue(line);
    if (builder.TooMany()) return TooMany();
  }
  return builder.Take();
}

Result<std::vector<TextBlock>> ReadMarkdownText(ByteView text) {
  Builder builder;
  const std::string plain = Prepared(text);
  std::string_view rest = plain;
  bool fenced = false;
  bool first = false;
  while (!rest.empty()) {
    const std::string_view line = TakeLine(rest);
    if (IsFence(Trim(line))) {
      builder.Close();
      fenced = !fenced;
      first = true;
    } else if (fenced) {
      first ? builder.Start(BlockKind::kPreformatted, 0, line) : builder.Continue(line);
      first = false;
    } else {
      AddMarkdownLine(line, builder);
    }
    if (builder.TooMany()) return TooMany();
  }
  std::vector<TextBlock> blocks = builder.Take();
  for (TextBlock& block : blocks) {
    if (block.kind != BlockKind::kPreformatted) block.text = PlainInline(block.text);
  }
  return blocks;
}

int NumberBlocks(std::vector<TextBlock>& blocks) {
  int number = 0;
  for (TextBlock& block : blocks) {
    if (block.kind != BlockKind::kHeading) block.number = ++number;
  }
  return number;
}

}  // namespace dossier::inspect
