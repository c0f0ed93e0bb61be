// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/xml/attribute_count.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace dossier::xml::internal {
namespace {

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool IsLetter(char c) { return Lower(c) >= 'a' && Lower(c) <= 'z'; }

class Scanner {
 public:
  Scanner(ByteView page, std::size_t enough) : page_(page), enough_(enough) {}

  std::size_t Run() {
    for (at_ = page_.find('<'); at_ < page_.size() && most_ < enough_; at_ = page_.find('<', at_)) {
      if (page_.substr(at_, 4) == "<!--") {
        SkipPast("-->", at_ + 4);
      } else if (at_ + 1 < page_.size() && IsLetter(page_[at_ + 1])) {
        Tag();
      } else {
        ++at_;
      }
    }
    return most_;
  }

 private:
  void SkipPast(std::string_view end, std::size_t from) {
    const std::size_t found = page_.find(end, from);
    at_ = found == ByteView::npos ? page_.size() : found + end.size();
  }

  [[nodiscard]] bool More() const { return at_ < page_.size(); }

  void Tag() {
    const std::size_t begin = ++at_;
    while (More() && !IsSpace(page_[at_]) && page_[at_] != '>' && page_[at_] != '/') ++at_;
    const ByteView name = page_.substr(begin, at_ - begin);
    std::size_t count = 0;
    while (count < enough_) {
      while (More() && (IsSpace(page_[at_]) || page_[at_] == '/')) ++at_;
      if (!More() || page_[at_] == '>') break;
      Attribute();
      ++count;
    }
    most_ = std::max(most_, count);
    SkipRaw(name);
  }

  void Attribute() {
    const std::size_t begin = at_;
    while (More() && !IsSpace(page_[at_]) && page_[at_] != '>' && page_[at_] != '/' &&
           page_[at_] != '=') {
      ++at_;
    }
    while (More() && IsSpace(page_[at_])) ++at_;
    if (More() && page_[at_] == '=') {
      ++at_;
      while (More() && IsSpace(page_[at_])) ++at_;
      Value();
    }
    if (at_ == begin) ++at_;
  }

  void Value() {
    if (!More()) return;
    const char quote = page_[at_];
    if (quote == '"' || quote == '\'') {
      const std::size_t end = page_.find(quote, at_ + 1);
      at_ = end == ByteView::npos ? page_.size() : end + 1;
      return;
    }
    while (More() && !IsSpace(page_[at_]) && page_[at_] != '>') ++at_;
  }

  /// The content of a script or a style is no markup up to its end tag.
  void SkipRaw(ByteView name) {
    constexpr std::array<std::string_view, 2> kRaw{"script", "style"};
    for (const std::string_view raw : kRaw) {
      const bool same = name.size() == raw.size() &&
                        std::equal(name.begin(), name.end(), raw.begin(),
                                   [](char a, char b) { return Lower(a) == b; });
      if (!same) continue;
      for (at_ = page_.find("</", at_); at_ < page_.size(); at_ = page_.find("</", at_ + 2)) {
        const ByteView end = page_.substr(at_ + 2, raw.size());
        if (std::equal(end.begin(), end.end(), raw.begin(), raw.end(),
                       [](char a, char b) { return Lower(a) == b; })) {
          return;
        }
      }
      at_ = page_.size();
    }
  }

  ByteView page_;
  std::size_t enough_;
  std::size_t at_ = 0;
  std::size_t most_ = 0;
};

}  // namespace

std::size_t MostAttributes(ByteView page, std::size_t enough) { return Scanner(page, enough).Run(); }

}  // namespace dossier::xml::internal
