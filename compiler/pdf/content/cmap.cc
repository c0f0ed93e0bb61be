// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/content/cmap.h"

#include <algorithm>

#include "compiler/pdf/content/lexer.h"

namespace dossier::pdf::content {
namespace {

constexpr std::uint32_t kLastCode = 0xFFFF;
constexpr int kMostSteps = 1'000'000;
constexpr std::size_t kMostSequences = 100'000;

std::uint32_t CodeOf(std::string_view bytes) {
  std::uint32_t code = 0;
  for (const char c : bytes.substr(0, 4)) code = code << 8 | static_cast<unsigned char>(c);
  return code;
}

template <typename T>
void Put(std::vector<T>& table, std::uint32_t code, T value) {
  if (code > kLastCode) return;
  if (code >= table.size()) table.resize(std::max<std::size_t>(code + 1, table.size() * 2));
  table[code] = value;
}

/// Reads one CMap; `steps` bounds what ranges may claim.
class Reader {
 public:
  Reader(std::string_view data, CMap& map, Sequences& sequences)
      : lexer_(data), map_(map), sequences_(sequences) {}

  void Read() {
    for (Token token = lexer_.Next(); token.kind != TokenKind::kEnd; token = lexer_.Next()) {
      lexer_.Forget();
      if (token.kind != TokenKind::kWord) continue;
      if (token.text == "begincodespacerange") CodeSpaces();
      if (token.text == "beginbfchar") Entries(false, true);
      if (token.text == "beginbfrange") Entries(true, true);
      if (token.text == "begincidchar") Entries(false, false);
      if (token.text == "begincidrange") Entries(true, false);
    }
  }

 private:
  void CodeSpaces() {
    for (;;) {
      lexer_.Forget();
      const Token low = lexer_.Next();
      if (low.kind != TokenKind::kString) return;
      const Token high = lexer_.Next();
      if (high.kind != TokenKind::kString || low.text.empty() || high.text.empty()) return;
      const auto first = static_cast<unsigned char>(low.text[0]);
      const auto last = static_cast<unsigned char>(high.text[0]);
      for (unsigned i = first; i <= last; ++i) {
        map_.space.length[i] = static_cast<std::uint8_t>(std::min<std::size_t>(low.text.size(), 4));
      }
      map_.space.known = true;
    }
  }

  void Entries(bool ranges, bool characters) {
    while (steps_ < kMostSteps) {
      lexer_.Forget();
      const Token low = lexer_.Next();
      if (low.kind != TokenKind::kString) return;
      Token high = low;
      if (ranges) high = lexer_.Next();
      if (high.kind != TokenKind::kString) return;
      const std::uint32_t first = CodeOf(low.text);
      const std::uint32_t last = std::min(CodeOf(high.text), kLastCode);
      const Token value = lexer_.Next();
      if (value.kind == TokenKind::kEnd) return;
      if (characters) {
        Characters(first, last, value);
      } else if (value.kind == TokenKind::kNumber) {
        for (std::uint32_t code = first; code <= last && ++steps_ < kMostSteps; ++code) {
          Put(map_.cids, code,
              static_cast<std::uint16_t>(static_cast<std::int64_t>(value.number) + code - first));
        }
      }
    }
  }

  void Characters(std::uint32_t first, std::uint32_t last, const Token& value) {
    if (value.kind == TokenKind::kArrayBegin) {
      std::uint32_t code = first;
      for (Token item = lexer_.Next(); item.kind == TokenKind::kString && ++steps_ < kMostSteps;
           item = lexer_.Next()) {
        if (code <= last) Put(map_.characters, code, Meaning(item.text, 0));
        ++code;
      }
      return;
    }
    if (value.kind != TokenKind::kString) return;
    for (std::uint32_t code = first; code <= last && ++steps_ < kMostSteps; ++code) {
      Put(map_.characters, code, Meaning(value.text, code - first));
    }
  }

  /// The last character of a range counts on.
  Character Meaning(std::string_view utf16, std::uint32_t offset) {
    std::u32string text;
    if (utf16.size() == 1) {
      text = std::u32string(1, static_cast<unsigned char>(utf16[0]));
    } else {
      text = FromUtf16(utf16);
    }
    if (text.empty()) return 0;
    text.back() += offset;
    if (text.back() > 0x10FFFF) text.back() = 0xFFFD;
    if (text.size() == 1 || sequences_.size() >= kMostSequences) return text[0];
    sequences_.push_back(text);
    return kSequence + static_cast<Character>(sequences_.size() - 1);
  }

  Lexer lexer_;
  CMap& map_;
  Sequences& sequences_;
  int steps_ = 0;
};

}  // namespace

std::size_t CodeSpace::LengthAt(std::string_view bytes, std::size_t fallback) const {
  const std::size_t said = length[static_cast<unsigned char>(bytes[0])];
  return std::min(said == 0 ? fallback : said, bytes.size());
}

CMap ReadCMap(std::string_view data, Sequences& sequences) {
  CMap map;
  Reader(data, map, sequences).Read();
  return map;
}

}  // namespace dossier::pdf::content
