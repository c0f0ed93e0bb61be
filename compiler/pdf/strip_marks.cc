// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/strip_marks.h"

#include <array>
#include <vector>

#include "compiler/pdf/content/lexer.h"

namespace dossier::pdf::internal {

namespace {

using content::Token;
using content::TokenKind;

bool MayHaveMarks(std::string_view content) {
  constexpr std::array<std::string_view, 5> kOperators = {"BDC", "BMC", "EMC", "DP", "MP"};
  for (const std::string_view name : kOperators) {
    if (content.find(name) != content.npos) return true;
  }
  return false;
}

/// The operands in front of an operator, as far as marks need them.
struct Operands {
  std::size_t begin = 0;  // of the bytes
  int depth = 0;          // of dictionaries and arrays
  std::vector<std::string> names{};  // outside of the dictionary
  std::size_t dictionary = 0;      // where it begins; 0 for none
  std::size_t dictionary_end = 0;
  bool says_words = false;         // /ActualText, /Lang, /E, /Alt
  std::size_t number = 0, number_end = 0;  // /MCID and its value; equal for none

  [[nodiscard]] bool numbered() const { return number_end > number; }
};

class MarkStripper {
 public:
  MarkStripper(std::string_view content, QPDFObjectHandle properties)
      : content_(content), lexer_(content), properties_(properties) {}

  std::optional<std::string> Run() {
    while (Step()) {
    }
    for (const bool kept : open_) {
      if (kept) out_ += "\nEMC";
    }
    if (!changed_) return std::nullopt;
    return std::move(out_);
  }

 private:
  bool Step() {
    const std::size_t before = lexer_.position();
    const Token token = lexer_.Next();
    if (token.kind == TokenKind::kEnd) {
      out_ += content_.substr(operands_.begin);
      return false;
    }
    if (token.kind == TokenKind::kWord && operands_.depth == 0) {
      Operator(token.text);
      operands_ = {.begin = lexer_.position()};
      lexer_.Forget();
      return true;
    }
    Operand(token, before);
    return true;
  }

  void Operand(const Token& token, std::size_t before) {
    const bool in_number = number_follows_;
    number_follows_ = false;
    switch (token.kind) {
      case TokenKind::kDictBegin:
      case TokenKind::kArrayBegin:
        if (operands_.depth++ == 0 && token.kind == TokenKind::kDictBegin) {
          operands_.dictionary = lexer_.position() - 2;
        }
        break;
      case TokenKind::kDictEnd:
      case TokenKind::kArrayEnd:
        if (operands_.depth > 0 && --operands_.depth == 0) {
          operands_.dictionary_end = lexer_.position();
        }
        break;
      case TokenKind::kName:
        if (operands_.depth == 0) {
          operands_.names.emplace_back(token.text);
        } else if (operands_.depth == 1) {
          Key(token.text, before);
        }
        break;
      default:
        if (in_number) operands_.number_end = lexer_.position();
        break;
    }
  }

  void Key(std::string_view name, std::size_t before) {
    if (name == "MCID") {
      operands_.number = before;
      number_follows_ = true;
    }
    operands_.says_words = operands_.says_words || name == "ActualText" || name == "Lang" ||
                           name == "E" || name == "Alt";
  }

  void Operator(std::string_view name) {
    if (name == "BDC" || name == "BMC") {
      Open(name == "BDC");
    } else if (name == "EMC") {
      const bool keep = !open_.empty() && open_.back();
      if (!open_.empty()) open_.pop_back();
      keep ? Keep() : Drop();
    } else if (name == "DP" || name == "MP") {
      Drop();
    } else {
      if (name == "ID") content::SkipInlineImage(lexer_);
      Keep();
    }
  }

  void Open(bool with_properties) {
    const bool artifact = !operands_.names.empty() && operands_.names.front() == "Artifact";
    bool keep = !artifact && !(with_properties && operands_.dictionary_end == 0 && !NamedStays());
    if (keep && operands_.numbered()) {
      keep = operands_.says_words;
      if (keep) {
        out_ += "\n/Span ";
        out_ += content_.substr(operands_.dictionary, operands_.number - operands_.dictionary);
        out_ += content_.substr(operands_.number_end,
                                operands_.dictionary_end - operands_.number_end);
        out_ += "BDC\n";
        changed_ = true;
      } else {
        Drop();
      }
    } else {
      keep ? Keep() : Drop();
    }
    open_.push_back(keep);
  }

  /// Whether properties that stand in the resources may stay.
  [[nodiscard]] bool NamedStays() {
    if (operands_.names.size() < 2 || !properties_.isDictionary()) return false;
    QPDFObjectHandle named = properties_.getKey("/" + operands_.names.back());
    return named.isDictionary() && !named.hasKey("/MCID") && !named.hasKey("/Type") &&
           operands_.names.front() != "OC";
  }

  void Keep() { out_ += content_.substr(operands_.begin, lexer_.position() - operands_.begin); }

  void Drop() {
    out_ += '\n';
    changed_ = true;
  }

  std::string_view content_;
  content::Lexer lexer_;
  QPDFObjectHandle properties_;
  Operands operands_;
  bool number_follows_ = false;
  std::vector<bool> open_;  // whether its beginning was kept
  std::string out_;
  bool changed_ = false;
};

}  // namespace

std::optional<std::string> WithoutMarks(std::string_view content, QPDFObjectHandle properties) {
  if (!MayHaveMarks(content)) return std::nullopt;
  return MarkStripper(content, properties).Run();
}

}  // namespace dossier::pdf::internal
