// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/inspect/plain_inline.h"

#include <array>
#include <cstddef>
#include <vector>

namespace dossier::inspect {
namespace {

bool IsPunctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
         (c >= '{' && c <= '~');
}

bool IsWordPart(char c) { return c != ' ' && c != '\n' && !IsPunctuation(c); }

/// Marks which bytes of the text do not show.
class Marker {
 public:
  explicit Marker(std::string_view text) : text_(text), hidden_(text.size(), false) {}

  std::string Run() {
    for (std::size_t at = 0; at < text_.size();) at = Step(at);
    std::string shown;
    shown.reserve(text_.size());
    auto space = spaces_.begin();
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (space != spaces_.end() && *space == i) {
        shown += ' ';
        ++space;
      }
      if (!hidden_[i]) shown += text_[i];
    }
    return shown;
  }

 private:
  /// Where a run of marks began that still waits for its partner.
  struct Opener {
    bool open = false;
    std::size_t at = 0;
  };
  static constexpr std::size_t kLongestRun = 4;

  std::size_t Step(std::size_t at) {
    const char c = text_[at];
    if (c == '\\' && at + 1 < text_.size() && IsPunctuation(text_[at + 1])) {
      hidden_[at] = true;
      return at + 2;
    }
    if (c == '*' || c == '_') return Emphasis(at);
    if (c == '`') return Code(at);
    if (c == '[') bracket_ = {true, at};
    if (c == ']') return Link(at);
    return at + 1;
  }

  [[nodiscard]] std::size_t RunLength(std::size_t at) const {
    const std::size_t end = text_.find_first_not_of(text_[at], at);
    return (end == std::string_view::npos ? text_.size() : end) - at;
  }

  void Hide(std::size_t at, std::size_t count) {
    for (std::size_t i = at; i < at + count; ++i) hidden_[i] = true;
  }

  /// CommonMark 0.30, 6.2, for runs of equal length: that is how people write them.
  std::size_t Emphasis(std::size_t at) {
    const std::size_t length = RunLength(at);
    const std::size_t end = at + length;
    if (length >= kLongestRun) return end;
    const char before = at == 0 ? ' ' : text_[at - 1];
    const char after = end == text_.size() ? ' ' : text_[end];
    const bool underscore = text_[at] == '_';
    const bool opens = after != ' ' && (!underscore || !IsWordPart(before));
    const bool closes = before != ' ' && (!underscore || !IsWordPart(after));
    Opener& opener = openers_[(underscore ? kLongestRun : 0) + length];
    if (closes && opener.open) {
      Hide(opener.at, length);
      Hide(at, length);
      opener.open = false;
    } else if (opens) {
      opener = {true, at};
    }
    return end;
  }

  /// Inside a code span nothing else is a mark (6.1). A run that is not closed is not looked for
  /// again, which keeps the pass linear.
  std::size_t Code(std::size_t at) {
    const std::size_t length = RunLength(at);
    const std::size_t begin = at + length;
    if (length >= kLongestRun || no_closer_[length]) return begin;
    for (std::size_t next = text_.find('`', begin); next != std::string_view::npos;) {
      const std::size_t found = RunLength(next);
      if (found == length) {
        Hide(at, length);
        Hide(next, length);
        return next + length;
      }
      next = text_.find('`', next + found);
    }
    no_closer_[length] = true;
    return begin;
  }

  std::size_t Link(std::size_t at) {
    if (!bracket_.open) return at + 1;
    bracket_.open = false;
    const bool address = at + 1 < text_.size() && text_[at + 1] == '(';
    const std::size_t end = address ? AddressEnd(at + 2) : std::string_view::npos;
    if (end == std::string_view::npos || text_[end] != ')') return at + 1;
    hidden_[bracket_.at] = true;
    hidden_[at] = true;
    // An image's exclamation mark belongs to its bracket.
    if (bracket_.at > 0 && text_[bracket_.at - 1] == '!') hidden_[bracket_.at - 1] = true;
    spaces_.push_back(at + 1);
    return end + 1;
  }

  /// The next byte that cannot be part of an address; found once for all brackets before it.
  std::size_t AddressEnd(std::size_t at) {
    if (address_end_ == 0 || (address_end_ < at && address_end_ < text_.size())) {
      const std::size_t end = text_.find_first_of(" )\n", at);
      address_end_ = end == std::string_view::npos ? text_.size() : end;
    }
    return address_end_ < text_.size() ? address_end_ : std::string_view::npos;
  }

  std::string_view text_;
  std::vector<bool> hidden_;
  std::array<Opener, 2 * kLongestRun> openers_{};
  std::array<bool, kLongestRun> no_closer_{};
  Opener bracket_;
  std::size_t address_end_ = 0;
  std::vector<std::size_t> spaces_;  // where a space goes between the words and the address
};

}  // namespace

std::string PlainInline(std::string_view text) { return Marker(text).Run(); }

}  // namespace dossier::inspect
