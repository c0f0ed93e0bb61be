// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <utility>

#include "compiler/compose/citations.h"
#include "compiler/compose/index_marks.h"
#include "compiler/compose/writer.h"

namespace dossier::compose {
namespace {

/// Names, dates and references are never hyphenated.
bool IsWhole(const xml::Element& element) {
  static constexpr std::string_view kWhole[] = {"name", "for",   "by",         "to",     "from",     "publisher",
                                                "cite", "label", "identifier", "digest", "spelling", "contact"};
  return element.Attribute("iso") != nullptr ||
         std::find(std::begin(kWhole), std::end(kWhole), element.name) != std::end(kWhole);
}

/// Words of the case with the place where they were written.
Inline WordsOf(const xml::XPathValue& value, Face face) {
  Inline words = Words(value.text, face);
  if (value.nodes.empty()) return words;
  auto& run = std::get<TextRun>(words.value);
  if (const xml::Element* element = value.nodes.front().element()) {
    run.source = element->span;
    run.whole = IsWhole(*element);
  }
  return words;
}

}  // namespace

Inlines Writer::InlinesOf(const TemplateNode& node, const Focus& focus, Face face) {
  Inlines out;
  for (const TemplateNode& child : node.children) WriteInline(child, focus, face, out);
  return out;
}

/// `<word select>` puts the value where the words have {0}.
void Writer::WriteWords(const TemplateNode& node, const Focus& focus, Face face, Inlines& out) {
  if (node.Attribute("select").empty()) {
    out.push_back(Words(context_.strings.Get(node.Attribute("key")), face));
    return;
  }
  const xml::XPathValue value = selecting_.At(node, "select", focus);
  const std::string words(context_.strings.Get(node.Attribute("key")));
  const std::size_t place = words.find("{0}");
  if (value.text.empty()) return;
  if (place == std::string::npos) {
    out.push_back(Words(words, face));
    return;
  }
  if (place > 0) out.push_back(Words(words.substr(0, place), face));
  out.push_back(WordsOf(value, face));
  if (place + 3 < words.size()) out.push_back(Words(words.substr(place + 3), face));
}

/// Several citations or labels stand with semicolons or commas unless the template says otherwise.
void Writer::WriteReference(const TemplateNode& node, const Focus& focus, Inlines& out) {
  const xml::XPathValue value = selecting_.At(node, "select", focus);
  std::string_view between = node.Attribute("between");
  if (between.empty()) between = node.name == "cite" ? "; " : ", ";
  bool first = true;
  for (const xml::XPathNode& one : value.nodes) {
    const xml::Element* element = one.element();
    if (element == nullptr) continue;
    if (!std::exchange(first, false)) out.push_back(Words(between));
    if (node.name == "cite") {
      Append(out, CitationInlines(context_, {.text = xml::TextOf(*element), .span = element->span}));
    } else if (const auto exhibit = ExhibitNamed(context_, one.Text(), *element)) {
      out.push_back(LabelLink(context_, *exhibit));
    }
  }
}

/// The pages of one exhibit from its first to its last; those of several as one list.
void Writer::WritePages(const TemplateNode& node, const Focus& focus, Inlines& out) {
  std::vector<std::size_t> exhibits;
  for (const xml::XPathNode& one : selecting_.At(node, "select", focus).nodes) {
    if (one.element() == nullptr) continue;
    if (const auto exhibit = ExhibitNamed(context_, one.Text(), *one.element())) exhibits.push_back(*exhibit);
  }
  if (exhibits.size() == 1) {
    const resolve::BoundExhibit& bound = context_.resolved.exhibits[exhibits.front()];
    Append(out, ExhibitPages(context_.source.exhibits[exhibits.front()].id.value, bound));
  } else if (!exhibits.empty()) {
    Append(out, PagesTogether(context_, exhibits));
  }
}

void Writer::WriteEach(const TemplateNode& node, const Focus& focus, Face face, Inlines& out) {
  const std::string_view between = node.Attribute("between");
  bool first = true;
  for (const Focus& each : selecting_.Each(node, focus)) {
    Inlines content = InlinesOf(node, each, face);
    if (!Shows(content)) {
      Append(out, std::move(content));
      continue;
    }
    if (!std::exchange(first, false) && !between.empty()) out.push_back(Words(between, face));
    Append(out, std::move(content));
  }
}

/// `<mark>` says that somebody is spoken of here; `<pages-of>` gives the pages of all such places,
/// whether they stand before or after it.
void Writer::WriteMark(const TemplateNode& node, const Focus& focus, Inlines& out) {
  for (const xml::XPathNode& one : selecting_.At(node, "select", focus).nodes) {
    const std::string id = one.Text();
    out.push_back(node.name == "mark" ? MarkHere(id) : PagesOfMarks(id));
  }
}

void Writer::WriteInline(const TemplateNode& node, const Focus& focus, Face face, Inlines& out) {
  if (node.name.empty()) {
    out.push_back(Words(node.text, face));
  } else if (node.name == "value") {
    const xml::XPathValue value = selecting_.At(node, "select", focus);
    if (!value.text.empty()) out.push_back(WordsOf(value, face));
  } else if (node.name == "word") {
    WriteWords(node, focus, face, out);
  } else if (node.name == "line-break") {
    out.push_back({LineBreak{}});
  } else if (node.name == "bold" || node.name == "italic") {
    Append(out, InlinesOf(node, focus, node.name == "bold" ? Face::kBold : Face::kItalic));
  } else if (node.name == "small") {
    for (Inline& inner : InlinesOf(node, focus, face)) {
      if (auto* run = std::get_if<TextRun>(&inner.value)) run->small = true;
      out.push_back(std::move(inner));
    }
  } else if (node.name == "note") {
    out.push_back({Note{.content = {Para(InlinesOf(node, focus))}}});
  } else if (node.name == "if") {
    if (Holds(node, focus)) Append(out, InlinesOf(node, focus, face));
  } else if (node.name == "for-each") {
    WriteEach(node, focus, face, out);
  } else if (node.name == "cite" || node.name == "label") {
    WriteReference(node, focus, out);
  } else if (node.name == "pages") {
    WritePages(node, focus, out);
  } else if (node.name == "address") {
    for (const xml::XPathNode& one : selecting_.At(node, "select", focus).nodes) out.push_back(Address(one.Text()));
  } else if (node.name == "mark" || node.name == "pages-of") {
    WriteMark(node, focus, out);
  } else if (node.name == "section-of") {
    Append(out, SeeSections(context_, {selecting_.At(node, "select", focus).text}));
  }
}

}  // namespace dossier::compose
