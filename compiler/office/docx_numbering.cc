// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/office/docx_numbering.h"

#include <algorithm>
#include <utility>

#include "compiler/foundation/utf8.h"
#include "compiler/office/docx_styles.h"
#include "compiler/xml/foreign.h"

namespace dossier::office {
namespace {

std::string Roman(int number) {
  constexpr std::array<std::pair<int, std::string_view>, 13> kValues{
      {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"},
       {40, "xl"},  {10, "x"},   {9, "ix"},  {5, "v"},    {4, "iv"},  {1, "i"}}};
  std::string roman;
  for (const auto& [value, letters] : kValues) {
    for (; number >= value; number -= value) roman += letters;
  }
  return roman;
}

/// a to z, then aa, bb: Word repeats the letter.
std::string Letters(int number, std::u32string_view alphabet) {
  const auto size = static_cast<int>(alphabet.size());
  std::string letters;
  for (int i = 0; i <= (number - 1) / size; ++i) {
    utf8::Append(alphabet[static_cast<std::size_t>((number - 1) % size)], letters);
  }
  return letters;
}

std::string Upper(std::string text) {
  for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return text;
}

}  // namespace

std::string FormatNumber(int number, std::string_view format) {
  constexpr int kMost = 3'000;  // beyond, letters and Roman numbers are of no use
  if (format == "decimal") return std::to_string(number);
  if (number < 1 || number > kMost) return {};
  if (format == "decimalZero") return (number < 10 ? "0" : "") + std::to_string(number);
  if (format == "lowerRoman") return Roman(number);
  if (format == "upperRoman") return Upper(Roman(number));
  constexpr std::u32string_view kLatin = U"abcdefghijklmnopqrstuvwxyz";
  if (format == "lowerLetter") return Letters(number, kLatin);
  if (format == "upperLetter") return Upper(Letters(number, kLatin));
  if (format == "russianLower") return Letters(number, U"абвгдежзиклмнопрстуфхцчшщыэюя");
  if (format == "russianUpper") return Letters(number, U"АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ");
  return {};
}

/// Takes the definitions and the lists that use them.
class DocxNumbering::Reader : public xml::ForeignEvents {
 public:
  void Start(const xml::ForeignElement& element) override {
    const std::string_view name = element.name;
    const std::string* value = element.Attribute("val");
    if (name == "abstractNum") {
      if (const std::string* id = element.Attribute("abstractNumId")) definition_ = &made.definitions_[*id];
    } else if (name == "num") {
      if (const std::string* id = element.Attribute("numId")) list_ = &made.lists_[*id];
    } else if (name == "abstractNumId" && list_ != nullptr && value != nullptr) {
      list_->definition = *value;
    } else if (name == "lvl" || name == "lvlOverride") {
      const auto level = SmallNumber(element.Attribute("ilvl"));
      at_ = level && *level < kLevels ? static_cast<std::size_t>(*level) : kNowhere;
    } else if (name == "startOverride" && list_ != nullptr && at_ != kNowhere) {
      list_->starts[at_] = SmallNumber(value);
    } else if (definition_ != nullptr && at_ != kNowhere && value != nullptr) {
      Describe(name, *value, definition_->levels[at_]);
    }
  }

  void End(std::string_view name) override {
    if (name == "abstractNum") definition_ = nullptr;
    if (name == "num") list_ = nullptr;
    if (name == "lvl" || name == "lvlOverride") at_ = kNowhere;
  }

  void Words(std::string_view /*words*/) override {}

  DocxNumbering made;

 private:
  static constexpr std::size_t kNowhere = kLevels;

  static void Describe(std::string_view name, const std::string& value, Level& level) {
    if (name == "start") level.start = SmallNumber(&value).value_or(1);
    if (name == "numFmt") level.format = value;
    if (name == "lvlText") level.text = value;
    if (name == "pStyle") level.style = value;
  }

  Definition* definition_ = nullptr;
  List* list_ = nullptr;
  std::size_t at_ = kNowhere;
};

Result<DocxNumbering> DocxNumbering::Read(ByteView part) {
  Reader reader;
  const auto read = xml::ReadForeignXml(part, reader);
  if (!read) return read.failure();
  return std::move(reader.made);
}

std::string DocxNumbering::Next(std::string_view list_id, int level) {
  const auto list = lists_.find(list_id);
  if (list == lists_.end()) return {};
  const auto found = definitions_.find(list->second.definition);
  if (found == definitions_.end()) return {};
  Definition& definition = found->second;
  const auto at = static_cast<std::size_t>(std::clamp(level, 0, kLevels - 1));
  if (!std::exchange(list->second.used, true)) {
    for (std::size_t i = 0; i < kLevels; ++i) {
      if (list->second.starts[i]) {
        definition.counting[i] = false;
        definition.levels[i].start = *list->second.starts[i];
      }
    }
  }
  int& count = definition.counts[at];
  count = definition.counting[at] ? count + 1 : definition.levels[at].start;
  definition.counting[at] = true;
  for (std::size_t deeper = at + 1; deeper < kLevels; ++deeper) definition.counting[deeper] = false;
  std::string label;
  const std::string& text = definition.levels[at].text;
  if (definition.levels[at].format == "bullet" || definition.levels[at].format == "none") return {};
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool place = text[i] == '%' && i + 1 < text.size() && text[i + 1] >= '1' && text[i + 1] <= '9';
    if (!place) {
      label += text[i];
      continue;
    }
    const auto which = static_cast<std::size_t>(text[++i] - '1');
    const Level& named = definition.levels[which];
    const int number = definition.counting[which] ? definition.counts[which] : named.start;
    const std::string shown = FormatNumber(number, named.format);
    if (shown.empty()) return {};
    label += shown;
  }
  return label;
}

std::optional<int> DocxNumbering::LevelOfStyle(std::string_view list_id, std::string_view style) const {
  const auto list = lists_.find(list_id);
  if (list == lists_.end()) return std::nullopt;
  const auto definition = definitions_.find(list->second.definition);
  if (definition == definitions_.end()) return std::nullopt;
  for (std::size_t i = 0; i < kLevels; ++i) {
    if (definition->second.levels[i].style == style) return static_cast<int>(i);
  }
  return std::nullopt;
}

}  // namespace dossier::office
