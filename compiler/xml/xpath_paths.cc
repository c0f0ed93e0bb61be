// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/xml/xpath_paths.h"

#include <algorithm>
#include <utility>

namespace dossier::xml {
namespace {

constexpr int kMaxDepth = 64;

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool StartsName(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}
bool InName(char c) { return StartsName(c) || IsDigit(c) || c == '-' || c == '.'; }

/// XPath 1.0, section 3.7, by recursive descent: operators are not told apart by their strength,
/// which names do not depend on.
class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  std::optional<XPathPart> Parse() {
    std::optional<XPathPart> part = Expression();
    Skip();
    if (!part || at_ != text_.size()) return std::nullopt;
    return part;
  }

 private:
  void Skip() {
    while (at_ < text_.size() && IsSpace(text_[at_])) ++at_;
  }
  bool Take(std::string_view token) {
    Skip();
    if (text_.substr(at_, token.size()) != token) return false;
    at_ += token.size();
    return true;
  }
  [[nodiscard]] bool Sees(std::string_view token) {
    Skip();
    return text_.substr(at_, token.size()) == token;
  }
  std::string Name() {
    Skip();
    const std::size_t begin = at_;
    if (at_ < text_.size() && StartsName(text_[at_])) {
      while (at_ < text_.size() && InName(text_[at_])) ++at_;
    }
    return std::string(text_.substr(begin, at_ - begin));
  }

  std::optional<XPathPart> Expression();
  bool TakeOperator();
  std::optional<XPathPart> Operand();
  std::optional<XPathPart> Primary();
  std::optional<XPathPart> Path();
  bool Arguments(XPathPart& call);
  bool Filters(std::vector<XPathPart>& filters);
  bool Steps(XPathPart& part);
  bool Step(XPathPart& part);
  [[nodiscard]] bool SeesCall();

  std::string_view text_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

bool Parser::TakeOperator() {
  for (const std::string_view sign : {"<=", ">=", "!=", "<", ">", "=", "+", "-", "*", "|"}) {
    if (Take(sign)) return true;
  }
  const std::size_t before = at_;
  const std::string word = Name();
  if (word == "and" || word == "or" || word == "mod" || word == "div") return true;
  at_ = before;
  return false;
}

std::optional<XPathPart> Parser::Expression() {
  if (++depth_ > kMaxDepth) return std::nullopt;
  std::optional<XPathPart> first = Operand();
  if (!first) return std::nullopt;
  XPathPart all{.kind = XPathPart::Kind::kOperator, .offset = first->offset};
  all.parts.push_back(std::move(*first));
  while (TakeOperator()) {
    std::optional<XPathPart> next = Operand();
    if (!next) return std::nullopt;
    all.parts.push_back(std::move(*next));
  }
  --depth_;
  if (all.parts.size() > 1) return all;
  XPathPart only = std::move(all.parts.front());
  return only;
}

/// A name with a parenthesis behind it that is no node test.
bool Parser::SeesCall() {
  const std::size_t before = at_;
  const std::string name = Name();
  const bool call = !name.empty() && Sees("(");
  at_ = before;
  return call && name != "node" && name != "text" && name != "comment" &&
         name != "processing-instruction";
}

std::optional<XPathPart> Parser::Operand() {
  while (Take("-")) {
  }
  Skip();
  if (at_ == text_.size()) return std::nullopt;
  const char c = text_[at_];
  const bool number = IsDigit(c) || (c == '.' && at_ + 1 < text_.size() && IsDigit(text_[at_ + 1]));
  if (c == '(' || c == '"' || c == '\'' || number || SeesCall()) return Primary();
  return Path();
}

bool Parser::Arguments(XPathPart& call) {
  if (!Take("(")) return false;
  if (Take(")")) return true;
  do {
    std::optional<XPathPart> argument = Expression();
    if (!argument) return false;
    call.parts.push_back(std::move(*argument));
  } while (Take(","));
  return Take(")");
}

std::optional<XPathPart> Parser::Primary() {
  XPathPart part{.kind = XPathPart::Kind::kValue, .offset = at_};
  const char c = text_[at_];
  if (c == '(') {
    ++at_;
    std::optional<XPathPart> inner = Expression();
    if (!inner || !Take(")")) return std::nullopt;
    part.kind = XPathPart::Kind::kOperator;
    part.parts.push_back(std::move(*inner));
  } else if (c == '"' || c == '\'') {
    const std::size_t end = text_.find(c, at_ + 1);
    if (end == std::string_view::npos) return std::nullopt;
    part.words = text_.substr(at_ + 1, end - at_ - 1);
    at_ = end + 1;
  } else if (StartsName(c)) {
    part.kind = XPathPart::Kind::kCall;
    part.name = Name();
    if (!Arguments(part)) return std::nullopt;
  } else {
    while (at_ < text_.size() && (IsDigit(text_[at_]) || text_[at_] == '.')) ++at_;
  }
  if (!Filters(part.filters)) return std::nullopt;
  if (Sees("/") && !Steps(part)) return std::nullopt;
  return part;
}

bool Parser::Filters(std::vector<XPathPart>& filters) {
  while (Take("[")) {
    std::optional<XPathPart> filter = Expression();
    if (!filter || !Take("]")) return false;
    filters.push_back(std::move(*filter));
  }
  return true;
}

bool Parser::Steps(XPathPart& part) {
  while (Sees("/")) {
    if (Take("//")) {
      part.steps.push_back({.axis = "descendant-or-self", .name = "()", .offset = at_});
    } else {
      ++at_;
    }
    if (!Step(part)) return false;
  }
  return true;
}

bool Parser::Step(XPathPart& part) {
  XPathStep step;
  Skip();
  step.offset = at_;
  if (Take("..")) {
    step.axis = "parent";
    step.name = "()";
  } else if (Take(".")) {
    step.axis = "self";
    step.name = "()";
  } else {
    if (Take("@")) step.axis = "attribute";
    Skip();
    step.offset = at_;
    step.name = Take("*") ? "*" : Name();
    if (Take("::")) {
      step.axis = std::exchange(step.name, {});
      Skip();
      step.offset = at_;
      step.name = Take("*") ? "*" : Name();
    }
    if (step.name.empty()) return false;
    if (Take("(")) {
      const std::size_t end = text_.find(')', at_);
      if (end == std::string_view::npos) return false;
      at_ = end + 1;
      step.name = "()";
    }
  }
  if (!Filters(step.filters)) return false;
  part.steps.push_back(std::move(step));
  return true;
}

std::optional<XPathPart> Parser::Path() {
  XPathPart part{.kind = XPathPart::Kind::kPath, .offset = at_};
  if (Sees("/")) {
    part.absolute = true;
    if (!Sees("//")) {
      ++at_;
      Skip();
      // "/" alone is the document.
      const bool goes_on = at_ < text_.size() && (StartsName(text_[at_]) || text_[at_] == '@' ||
                                                  text_[at_] == '*' || text_[at_] == '.');
      if (!goes_on) return part;
      if (!Step(part)) return std::nullopt;
    }
  } else if (!Step(part)) {
    return std::nullopt;
  }
  if (!Steps(part)) return std::nullopt;
  return part;
}

}  // namespace

std::optional<XPathPart> TakeApart(std::string_view expression) { return Parser(expression).Parse(); }

}  // namespace dossier::xml
