// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/office/odt_lists.h"

#include <algorithm>
#include <utility>

#include "compiler/office/docx_numbering.h"
#include "compiler/office/docx_styles.h"

namespace dossier::office {
namespace {

std::string Shown(int number, std::string_view format) {
  if (format == "1") return FormatNumber(number, "decimal");
  if (format == "a") return FormatNumber(number, "lowerLetter");
  if (format == "A") return FormatNumber(number, "upperLetter");
  if (format == "i") return FormatNumber(number, "lowerRoman");
  if (format == "I") return FormatNumber(number, "upperRoman");
  return {};
}

std::string Or(const std::string* value) { return value == nullptr ? std::string() : *value; }

}  // namespace

void OdtLists::StartOfStyle(const xml::ForeignElement& element) {
  if (element.name == "list-style") {
    const std::string* name = element.Attribute("name");
    current_ = name == nullptr ? nullptr : &styles_[*name];
  }
  if (element.name != "list-level-style-number" || current_ == nullptr) return;
  const int at = SmallNumber(element.Attribute("level")).value_or(0) - 1;
  if (at < 0 || at >= kLevels) return;
  Level& level = (*current_)[static_cast<std::size_t>(at)];
  level.format = Or(element.Attribute("num-format"));
  level.prefix = Or(element.Attribute("num-prefix"));
  level.suffix = Or(element.Attribute("num-suffix"));
  level.start = SmallNumber(element.Attribute("start-value")).value_or(1);
  level.shown = SmallNumber(element.Attribute("display-levels")).value_or(1);
}

void OdtLists::EndOfStyle(std::string_view name) {
  if (name == "list-style") current_ = nullptr;
}

void OdtLists::Enter(const xml::ForeignElement& list) {
  Open open;
  open.style = Or(list.Attribute("style-name"));
  if (open.style.empty() && !open_.empty()) open.style = open_.back().style;
  const std::string* on = list.Attribute("continue-numbering");
  const bool continues = (on != nullptr && *on == "true") || list.Attribute("continue-list") != nullptr;
  if (continues && open_.empty()) {
    if (const auto before = last_.find(open.style); before != last_.end()) {
      open.count = before->second;
      open.counting = true;
    }
  }
  open_.push_back(std::move(open));
}

void OdtLists::Leave() {
  if (open_.empty()) return;
  if (open_.size() == 1) last_[open_.back().style] = open_.back().count;
  open_.pop_back();
  label_.clear();
}

void OdtLists::Item(const xml::ForeignElement& item) {
  if (open_.empty()) return;
  Open& open = open_.back();
  const Level* level = LevelOf(open_.size());
  const auto restart = SmallNumber(item.Attribute("start-value"));
  const int start = restart.value_or(level == nullptr ? 1 : level->start);
  open.count = open.counting && !restart ? open.count + 1 : start;
  open.counting = true;
  label_ = Label();
}

std::string OdtLists::TakeLabel() { return std::exchange(label_, {}); }

const OdtLists::Level* OdtLists::LevelOf(std::size_t depth) const {
  const auto style = styles_.find(open_[depth - 1].style);
  return style == styles_.end() || depth > kLevels ? nullptr : &style->second[depth - 1];
}

std::string OdtLists::Label() const {
  const Level* level = LevelOf(open_.size());
  if (level == nullptr || level->format.empty()) return {};
  const auto shown = static_cast<std::size_t>(std::clamp<int>(level->shown, 1, depth()));
  std::string label = level->prefix;
  for (std::size_t at = open_.size() - shown + 1; at <= open_.size(); ++at) {
    const Level* one = LevelOf(at);
    const std::string number = one == nullptr ? std::string() : Shown(open_[at - 1].count, one->format);
    if (number.empty()) continue;
    if (label.size() > level->prefix.size()) label += '.';
    label += number;
  }
  return label + level->suffix;
}

}  // namespace dossier::office
