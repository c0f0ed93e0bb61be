// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/content/lexer.h"

namespace dossier::pdf::content {
namespace {

bool IsOctal(char c) { return c >= '0' && c <= '7'; }

bool IsBlank(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

/// What stands behind a backslash at `at`, which is moved behind it (7.3.4.2).
void AppendEscaped(std::string_view data, std::size_t& at, std::string& out) {
  if (at >= data.size()) return;
  const char c = data[at++];
  switch (c) {
    case 'n':
      out += '\n';
      return;
    case 'r':
      out += '\r';
      return;
    case 't':
      out += '\t';
      return;
    case 'b':
      out += '\b';
      return;
    case 'f':
      out += '\f';
      return;
    case '\r':
      if (at < data.size() && data[at] == '\n') ++at;
      return;
    case '\n':
      return;
    default:
      break;
  }
  if (!IsOctal(c)) {
    out += c;
    return;
  }
  int code = c - '0';
  for (int i = 0; i < 2 && at < data.size() && IsOctal(data[at]); ++i) {
    code = code * 8 + (data[at++] - '0');
  }
  out += static_cast<char>(code & 0xFF);
}

}  // namespace

Token Lexer::Literal() {
  const std::size_t begin = ++at_;
  while (at_ < data_.size() && data_[at_] != ')' && data_[at_] != '\\' && data_[at_] != '(' &&
         data_[at_] != '\r') {
    ++at_;
  }
  if (at_ < data_.size() && data_[at_] == ')') {
    return {.kind = TokenKind::kString, .text = data_.substr(begin, at_++ - begin)};
  }
  std::string& bytes = Room();
  bytes.assign(data_.substr(begin, at_ - begin));
  int depth = 1;
  while (at_ < data_.size()) {
    const char c = data_[at_++];
    if (c == '\\') {
      AppendEscaped(data_, at_, bytes);
      continue;
    }
    if (c == '\r') {
      if (at_ < data_.size() && data_[at_] == '\n') ++at_;
      bytes += '\n';
      continue;
    }
    depth += c == '(' ? 1 : (c == ')' ? -1 : 0);
    if (depth == 0) break;
    bytes += c;
  }
  return {.kind = TokenKind::kString, .text = bytes};
}

double Operation::NumberFromEnd(std::size_t i) const {
  if (i >= operands.size()) return 0;
  const Token& token = operands[operands.size() - 1 - i];
  return token.kind == TokenKind::kNumber ? token.number : 0;
}

std::string_view Operation::LastName() const {
  const bool named = !operands.empty() && operands.back().kind == TokenKind::kName;
  return named ? operands.back().text : std::string_view();
}

bool ReadOperation(Lexer& lexer, Operation& operation) {
  lexer.Forget();
  operation.operands.clear();
  for (;;) {
    const Token token = lexer.Next();
    if (token.kind == TokenKind::kEnd) return false;
    const bool value = token.kind != TokenKind::kWord || token.text == "true" ||
                       token.text == "false" || token.text == "null";
    if (!value) {
      operation.name = token.text;
      return true;
    }
    if (operation.operands.size() < Operation::kMostOperands) operation.operands.push_back(token);
  }
}

void SkipInlineImage(Lexer& lexer) {
  const std::string_view data = lexer.data();
  std::size_t at = lexer.position() + 1;  // one blank behind ID
  for (; at + 1 < data.size(); ++at) {
    at = data.find("EI", at);
    if (at == std::string_view::npos) break;
    const bool before = at == 0 || IsBlank(data[at - 1]);
    const bool behind = at + 2 >= data.size() || IsBlank(data[at + 2]);
    if (!before || !behind) continue;
    // Behind an image stands content, which is readable; in its data the two letters stand by
    // chance.
    bool readable = true;
    for (std::size_t i = at + 2; i < data.size() && i < at + 12; ++i) {
      const auto byte = static_cast<unsigned char>(data[i]);
      readable = readable && (IsBlank(data[i]) || (byte >= 0x20 && byte < 0x7F));
    }
    if (!readable) continue;
    lexer.Seek(at + 2);
    return;
  }
  lexer.Seek(data.size());
}

}  // namespace dossier::pdf::content
