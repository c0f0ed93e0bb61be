// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/office/docx_body.h"

#include <algorithm>
#include <array>
#include <utility>

#include "compiler/foundation/utf8.h"

namespace dossier::office {
namespace {

using inspect::BlockKind;

template <std::size_t N>
bool IsOneOf(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// What the text does not show: earlier states of properties, instructions, settings of controls.
constexpr std::array<std::string_view, 12> kNotShown{
    "delText",    "delInstrText", "sdtPr",       "sdtEndPr",          "ffData",    "rPrChange",
    "pPrChange",  "sectPrChange", "tblPrChange", "numberingChange", "trPrChange", "tcPrChange"};

/// Word writes letters of symbol fonts at F000 and above; others are what they are.
char32_t SymbolOf(const std::string* code) {
  char32_t letter = 0;
  if (code == nullptr || code->size() > 6) return 0xFFFD;
  for (const char c : *code) {
    const int digit = c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'F' ? c - 'A' + 10
                    : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    if (digit < 0) return 0xFFFD;
    letter = letter * 16 + static_cast<char32_t>(digit);
  }
  const bool special = letter < 0x20 || (letter >= 0xE000 && letter <= 0xF8FF);
  return special ? 0xFFFD : letter;
}

}  // namespace

DocxBody::DocxBody(DocxPart part, const DocxStyles& styles, DocxNumbering& numbering, DocxTally& tally)
    : part_(part), styles_(styles), numbering_(numbering), tally_(tally) {}

std::string_view DocxBody::Parent() const { return open_.empty() ? std::string_view() : open_.back(); }

bool DocxBody::Inside(std::string_view name) const {
  return std::find(open_.rbegin(), open_.rend(), name) != open_.rend();
}

void DocxBody::Start(const xml::ForeignElement& element) {
  if (left_out_ > 0 || LeavesOut(element)) {
    ++left_out_;
    return;
  }
  const std::string_view parent = Parent();
  const bool property = parent == "pPr" || parent == "rPr" || parent == "numPr" || parent == "trPr";
  property ? StartOfProperty(element) : StartOfBlock(element);
  open_.emplace_back(element.name);
}

/// True for what is not part of the text; counts what has to be told of it.
bool DocxBody::LeavesOut(const xml::ForeignElement& element) {
  const std::string_view name = element.name;
  const std::string_view parent = Parent();
  if (IsOneOf(name, kNotShown)) return true;
  if (name == "instrText") return false;
  if (name == "AlternateContent") alternatives_.push_back(false);
  if ((name == "Choice" || name == "Fallback") && parent == "AlternateContent" && !alternatives_.empty()) {
    const bool taken = alternatives_.back();
    alternatives_.back() = true;
    return taken;
  }
  // Inside properties these are marks, of a paragraph's end or of a row.
  const bool mark = parent == "rPr" || parent == "trPr" || parent == "numPr" || parent == "tcPr";
  if ((name == "del" || name == "moveFrom") && !mark) {
    CountChange(tally_.deletions, element);
    return true;
  }
  const bool note = name == "footnote" || name == "endnote";
  if (!note) return false;
  // Lines that part notes from the text are kept as notes of special types.
  const std::string* type = element.Attribute("type");
  if (type != nullptr && *type != "normal") return true;
  const std::string* id = element.Attribute("id");
  const auto& numbers = part_ == DocxPart::kEndnotes ? tally_.endnotes : tally_.footnotes;
  const auto number = id == nullptr ? numbers.end() : numbers.find(*id);
  note_ = number == numbers.end() ? 0 : number->second;
  // A note that no text refers to is on no page.
  if (note_ == 0) ++tally_.hidden;
  return note_ == 0;
}

void DocxBody::CountChange(int& count, const xml::ForeignElement& element) {
  ++count;
  const std::string* author = element.Attribute("author");
  constexpr std::size_t kMostNames = 20;
  if (author != nullptr && !author->empty() && tally_.reviewers.size() < kMostNames) {
    tally_.reviewers.insert(*author);
  }
}

void DocxBody::StartOfProperty(const xml::ForeignElement& element) {
  const std::string_view name = element.name;
  const std::string* value = element.Attribute("val");
  const bool of_paragraph = Inside("pPr");
  if (name == "del" || name == "moveFrom") {
    CountChange(tally_.deletions, element);
    if (of_paragraph) paragraph_.mark_gone = true;
  }
  if (name == "ins" || name == "moveTo") CountChange(tally_.insertions, element);
  if (name == "pStyle" && value != nullptr) {
    paragraph_.style = *value;
    hidden_ = styles_.Of(*value).hidden;
  }
  if (name == "numId" && value != nullptr) paragraph_.list = *value;
  if (name == "ilvl") paragraph_.level = SmallNumber(value);
  if (name == "outlineLvl") {
    const std::optional<int> level = SmallNumber(value);
    if (level) paragraph_.heading = *level < 9 ? std::min(*level + 1, 6) : 0;
  }
  if (of_paragraph) return;
  if (name == "rStyle" && value != nullptr && styles_.Of(*value).hidden) hidden_ = true;
  if (name == "vanish" || name == "specVanish") hidden_ = IsOn(value);
}

void DocxBody::StartOfBlock(const xml::ForeignElement& element) {
  const std::string_view name = element.name;
  if (name == "p" && element.space.find("wordprocessingml") != std::string_view::npos) return BeginParagraph();
  if (name == "r") {
    if (!paragraph_.styled) Style();
    hidden_ = styles_.Of(paragraph_.style).hidden;
  }
  if (name == "tr") flow_.BeginRow();
  if (name == "tc") flow_.BeginCell();
  if (name == "txbxContent") {
    outer_.push_back({std::exchange(paragraph_, {}), hidden_});
    hidden_ = false;
    flow_.BeginAside();
  }
  StartOfChange(element);
  StartInRun(element);
}

void DocxBody::StartOfChange(const xml::ForeignElement& element) {
  if (element.name == "ins" || element.name == "moveTo") CountChange(tally_.insertions, element);
}

void DocxBody::StartInRun(const xml::ForeignElement& element) {
  const std::string_view name = element.name;
  if (name == "tab" || name == "br" || name == "cr" || name == "ptab") Say(" ");
  if (name == "noBreakHyphen") Say("\u2011");
  if (name == "sym") {
    const char32_t letter = SymbolOf(element.Attribute("char"));
    if (letter == 0xFFFD) ++tally_.symbols;
    Say(utf8::Encode(letter));
  }
  if (name == "textpath") {  // words bent along a line: what Word calls a watermark
    if (const std::string* words = element.Attribute("string")) {
      flow_.BeginAside();
      flow_.Begin(part_ == DocxPart::kMargin ? BlockKind::kMargin : BlockKind::kParagraph);
      flow_.Words(*words);
      flow_.EndAside();
    }
  }
  if (name == "footnoteReference" || name == "endnoteReference") StartOfNote(element);
  if (name == "fldSimple") {
    if (const std::string* instruction = element.Attribute("instr")) Instruction(*instruction);
  }
  if (name != "fldChar") return;
  const std::string* type = element.Attribute("fldCharType");
  if (type != nullptr && *type == "begin") {
    instruction_.clear();
  } else {
    Instruction(std::exchange(instruction_, {}));
  }
}

void DocxBody::StartOfNote(const xml::ForeignElement& element) {
  const std::string* id = element.Attribute("id");
  if (id == nullptr) return;
  auto& numbers = element.name == "endnoteReference" ? tally_.endnotes : tally_.footnotes;
  numbers.emplace(*id, static_cast<int>(numbers.size()) + 1);
}

void DocxBody::Instruction(std::string_view words) {
  const std::size_t begin = words.find_first_not_of(" \t\n");
  if (begin == std::string_view::npos) return;
  words.remove_prefix(begin);
  if (words.starts_with("DDE")) tally_.active.insert("DDE field");
  for (const std::string_view fetches : {"INCLUDEPICTURE", "INCLUDETEXT", "LINK"}) {
    constexpr std::size_t kMost = 1'000;
    if (words.starts_with(fetches) && tally_.references.size() < kMost) {
      tally_.references.emplace_back(words.substr(0, 200));
    }
  }
}

void DocxBody::BeginParagraph() {
  const bool goes_on = paragraph_.mark_gone && flow_.open();
  if (goes_on) {
    paragraph_.mark_gone = false;
    return;
  }
  paragraph_ = {};
  hidden_ = false;
  flow_.Begin(part_ == DocxPart::kBody ? BlockKind::kParagraph
              : part_ == DocxPart::kMargin ? BlockKind::kMargin
                                           : BlockKind::kNote,
              note_);
}

/// Makes the paragraph what its properties say, once, before its first words.
void DocxBody::Style() {
  paragraph_.styled = true;
  if (part_ != DocxPart::kBody) return;
  const DocxStyle& style = styles_.Of(paragraph_.style);
  const int heading = paragraph_.heading.value_or(style.heading);
  const std::string& list = paragraph_.list.empty() ? style.list : paragraph_.list;
  std::string label;
  int level = 0;
  const bool listed = !list.empty() && list != "0";
  if (listed) {
    const auto of_style = numbering_.LevelOfStyle(list, paragraph_.style);
    level = paragraph_.level.value_or(of_style.value_or(style.level.value_or(0)));
    label = numbering_.Next(list, level);
  }
  if (heading > 0) return flow_.Become(BlockKind::kHeading, heading, label);
  if (!label.empty()) return flow_.Become(BlockKind::kParagraph, 0, label);
  if (listed) flow_.Become(BlockKind::kListItem, std::min(level, DocxNumbering::kLevels) + 1);
}

void DocxBody::EndParagraph() {
  // Word counts paragraphs of lists that have no words, too.
  if (!paragraph_.styled && !paragraph_.list.empty()) Style();
  if (!paragraph_.mark_gone) flow_.End();
}

void DocxBody::Say(std::string_view words) {
  if (!Inside("p")) return;
  if (hidden_) {
    if (!was_hidden_) ++tally_.hidden;
    if (tally_.hidden_words.size() < 200) tally_.hidden_words += words;
  } else {
    if (!paragraph_.styled) Style();
    flow_.Words(words);
  }
  was_hidden_ = hidden_;
}

void DocxBody::Words(std::string_view words) {
  if (left_out_ > 0) return;
  const std::string_view name = Parent();
  if (name == "t") Say(words);
  if (name == "instrText" && instruction_.size() < 1'000) instruction_ += words;
}

void DocxBody::End(std::string_view name) {
  if (left_out_ > 0) {
    --left_out_;
    return;
  }
  if (!open_.empty()) open_.pop_back();
  if (name == "AlternateContent" && !alternatives_.empty()) alternatives_.pop_back();
  if (name == "p" && flow_.open()) EndParagraph();
  if (name == "tc") flow_.EndCell();
  if (name == "tr") flow_.EndRow();
  if (name == "txbxContent" && !outer_.empty()) {
    flow_.EndAside();
    paragraph_ = std::move(outer_.back().paragraph);
    hidden_ = outer_.back().hidden;
    outer_.pop_back();
  }
}

}  // namespace dossier::office
