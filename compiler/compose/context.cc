// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/compose/context.h"

#include <algorithm>
#include <utility>

#include "compiler/foundation/joined.h"
#include "compiler/text/normalise.h"

namespace dossier::compose {

std::string Numbering::Next(int level) {
  if (style_ == Style::kBySection) {
    if (level > 1) return {};
    paragraphs_ = 0;
  }
  const std::size_t wanted = static_cast<std::size_t>(std::clamp(level, 1, 9));
  // A level that was jumped over counts as its first, so "1.1.1" never becomes "1.0.1".
  while (counters_.size() + 1 < wanted) counters_.push_back(1);
  counters_.resize(wanted, 0);
  ++counters_.back();
  return Current();
}

std::string Numbering::NextParagraph() {
  if (style_ == Style::kNone) return {};
  ++paragraphs_;
  const std::string section = style_ == Style::kBySection ? Current() : std::string();
  return (section.empty() ? "" : section + ".") + std::to_string(paragraphs_);
}

std::string Numbering::Current() const {
  std::string text;
  for (const int counter : counters_) {
    if (!text.empty()) text += '.';
    text += std::to_string(counter);
  }
  return text;
}

std::string Context::Sentence(const model::LocalizedText& text) const {
  return text::CapitaliseFirst(Say(text));
}

std::string Context::NameOf(std::string_view id) const {
  if (const model::Person* person = source.FindPerson(id)) {
    return person->name.empty() ? std::string(id) : std::string(Say(person->name));
  }
  // Rules may be asked of an incident or of a fact; evidence then names these.
  for (const model::Event& event : source.events) {
    if (event.id.value == id && !event.text.empty()) return Sentence(event.text);
  }
  for (const model::Fact& fact : source.facts) {
    if (fact.id.value == id && !fact.says.empty()) return Sentence(fact.says);
  }
  return std::string(id);
}

std::string Context::Names(const std::vector<model::Text>& ids) const {
  return Joined(ids, ", ", [&](const model::Text& id) { return NameOf(id.value); });
}

Block NumberedHeading(Context& context, int level, Inlines content, bool numbered) {
  Heading heading;
  heading.level = level;
  if (numbered) heading.number = context.numbering.Next(level);
  heading.content = std::move(content);
  heading.anchor =
      "section." + (heading.number.empty() ? context.numbering.NextUnnumbered() : heading.number);
  return {std::move(heading)};
}

Block NumberedParagraph(Context& context, Inlines content) {
  Block paragraph = Para(std::move(content));
  const std::string number = context.numbering.NextParagraph();
  if (number.empty()) return paragraph;
  auto& set = std::get<Paragraph>(paragraph.value);
  set.style = context.margin_numbers ? ParagraphStyle::kMarginNumber : ParagraphStyle::kNumbered;
  set.label = number + ".";
  set.anchor = "para." + number;
  return paragraph;
}

Inlines SeeSections(const Context& context, const std::vector<std::string>& paths) {
  Inlines out;
  std::vector<std::string> seen;
  for (const std::string& path : paths) {
    const auto found = context.arguments.find(path);
    if (found == context.arguments.end()) continue;
    if (std::find(seen.begin(), seen.end(), path) != seen.end()) continue;
    seen.push_back(path);
    out.push_back(Words(
        seen.size() == 1 ? std::string(context.strings.Get("see-section")) + "\u00A0" : ", "));
    out.push_back(LinkTo(found->second.anchor, {Words(found->second.number)}));
  }
  if (!out.empty()) out.push_back(Words("."));
  return out;
}

}  // namespace dossier::compose
