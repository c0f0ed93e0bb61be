// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::pdf::content {

enum class TokenKind {
  kNumber,
  kName,    // without its slash, #xx resolved
  kString,  // resolved
  kArrayBegin,
  kArrayEnd,
  kDictBegin,
  kDictEnd,
  kWord,  // an operator, or true, false, null
  kEnd,
};

struct Token {
  TokenKind kind = TokenKind::kEnd;
  double number = 0;
  std::string_view text = {};
};

/// Tokens of a content stream or a CMap (ISO 32000-1:2008, 7.2 and 7.8.2). Total: what is no token
/// is skipped; each call takes at least one byte or gives kEnd. Views stay valid until `Forget`.
class Lexer {
 public:
  explicit Lexer(std::string_view data) : data_(data) {}

  Token Next();
  /// Gives back the room of resolved strings; earlier tokens are void.
  void Forget() { used_ = 0; }

  [[nodiscard]] std::size_t position() const { return at_; }
  /// Goes on at `position`, at most at the end.
  void Seek(std::size_t position) { at_ = position < data_.size() ? position : data_.size(); }
  [[nodiscard]] std::string_view data() const { return data_; }

 private:
  void SkipBlank();
  Token NumberOrWord();
  Token Name();
  Token Literal();
  Token Hex();
  std::string& Room();

  std::string_view data_;
  std::size_t at_ = 0;
  std::deque<std::string> room_;  // resolved strings
  std::size_t used_ = 0;
};

/// One operator with its operands before it. Operands beyond `kMostOperands` are dropped.
struct Operation {
  std::string_view name;
  std::vector<Token> operands;

  static constexpr std::size_t kMostOperands = 200'000;

  /// Operand `i` from the end, 0 the last; 0 when it is no number.
  [[nodiscard]] double NumberFromEnd(std::size_t i) const;
  [[nodiscard]] std::string_view LastName() const;
};

/// False at the end. True also for an operator that nobody knows.
bool ReadOperation(Lexer& lexer, Operation& operation);

/// Data of an inline image: `lexer` stands behind ID, and behind EI afterwards.
void SkipInlineImage(Lexer& lexer);

}  // namespace dossier::pdf::content
