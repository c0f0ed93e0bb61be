// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/mail/mail_text.h"

#include <string>
#include <utility>

namespace dossier::mail {
namespace {

using inspect::BlockKind;
using inspect::TextBlock;

std::string_view TakeLine(std::string_view& rest) {
  const std::size_t end = rest.find('\n');
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/// Takes the marks of quotation from the line; how many there were.
int TakeMarks(std::string_view& line) {
  int depth = 0;
  while (line.starts_with('>')) {
    ++depth;
    line.remove_prefix(1);
    // "> > words" is how some programs write ">> words".
    if (line.starts_with(" >")) line.remove_prefix(1);
  }
  if (depth > 0 && line.starts_with(' ')) line.remove_prefix(1);
  return depth;
}

class Builder {
 public:
  void Line(std::string_view line, int depth, bool joined_without_space) {
    const bool blank = line.find_first_not_of(" \t\f\v\r") == std::string_view::npos;
    if (blank || depth != depth_) Close();
    depth_ = depth;
    if (blank) return;
    if (!text_.empty() && !joined_without_space && text_.back() != ' ') text_ += ' ';
    for (const char c : line) {
      const bool space = static_cast<unsigned char>(c) <= ' ';
      if (!space) {
        text_ += c;
      } else if (!text_.empty() && text_.back() != ' ') {
        text_ += ' ';
      }
    }
  }

  std::vector<TextBlock> Take() {
    Close();
    return std::move(blocks_);
  }

 private:
  void Close() {
    while (!text_.empty() && text_.back() == ' ') text_.pop_back();
    if (text_.empty()) return;
    const BlockKind kind = depth_ > 0 ? BlockKind::kQuotation : BlockKind::kParagraph;
    blocks_.push_back({.kind = kind, .level = depth_, .number = 0, .text = std::exchange(text_, {})});
  }

  std::vector<TextBlock> blocks_;
  std::string text_;
  int depth_ = 0;
};

}  // namespace

std::vector<TextBlock> ReadMailText(std::string_view text, bool flowed, bool drops_spaces) {
  Builder builder;
  bool tight = false;  // the line before ends inside a word
  while (!text.empty()) {
    std::string_view line = TakeLine(text);
    const int depth = TakeMarks(line);
    if (flowed && depth == 0 && line.starts_with(' ')) line.remove_prefix(1);  // stuffed
    const bool flows = flowed && line.ends_with(' ') && line != "-- ";
    if (flows && drops_spaces) line.remove_suffix(1);
    builder.Line(line, depth, tight);
    tight = flows && drops_spaces;
  }
  return builder.Take();
}

}  // namespace dossier::mail
