// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/compose/writer.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "compiler/compose/argument.h"
#include "compiler/compose/blocks.h"
#include "compiler/compose/pictures.h"

namespace dossier::compose {
namespace {

std::vector<int> Widths(std::string_view text) {
  std::vector<int> widths;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) widths.push_back(NumberOr(text.substr(at, end - at), 1));
    at = end + 1;
  }
  return widths;
}

ParagraphStyle StyleOf(std::string_view name) {
  if (name == "title") return ParagraphStyle::kTitle;
  if (name == "subtitle") return ParagraphStyle::kSubtitle;
  if (name == "centred") return ParagraphStyle::kCentred;
  if (name == "small") return ParagraphStyle::kSmall;
  if (name == "right") return ParagraphStyle::kRight;
  return ParagraphStyle::kBody;
}

/// Children that say how, not what.
bool IsSetting(const TemplateNode& node) {
  return node.name == "sort" || node.name == "group" || node.name == "heading";
}

bool IsBlock(const TemplateNode& node) {
  static constexpr std::string_view kBlocks[] = {"paragraph", "list", "table", "quotation", "bar", "portrait",
                                                 "space", "rule"};
  return std::find(std::begin(kBlocks), std::end(kBlocks), node.name) != std::end(kBlocks);
}

}  // namespace

int NumberOr(std::string_view text, int otherwise) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() && value > 0 && value < 1000
             ? value
             : otherwise;
}

bool Shows(const Inlines& content) {
  return std::any_of(content.begin(), content.end(), [](const Inline& node) {
    const auto* run = std::get_if<TextRun>(&node.value);
    if (run != nullptr) return run->text.find_first_not_of(' ') != std::string::npos;
    return !std::holds_alternative<LineBreak>(node.value) && !std::holds_alternative<AnchorHere>(node.value);
  });
}

bool Writer::Holds(const TemplateNode& node, const Focus& focus) {
  return selecting_.At(node, "test", focus).truth;
}

void Writer::Through(const TemplateNode& node, const Focus& focus, const Visit& visit) {
  for (const TemplateNode& child : node.children) {
    if (child.name == "if") {
      if (Holds(child, focus)) Through(child, focus, visit);
    } else if (child.name == "for-each") {
      for (const Focus& each : selecting_.Each(child, focus)) Through(child, each, visit);
    } else if (!IsSetting(child)) {
      visit(child, focus);
    }
  }
}

void Writer::WriteChildren(const TemplateNode& node, const Focus& focus, Blocks& out) {
  Through(node, focus, [&](const TemplateNode& child, const Focus& at) { Write(child, at, out); });
}

void Writer::WriteParagraph(const TemplateNode& node, const Focus& focus, Blocks& out) {
  Inlines content = InlinesOf(node, focus);
  if (!Shows(content)) return;
  const std::string_view style = node.Attribute("style");
  if (style == "numbered") {
    out.push_back(NumberedParagraph(context_, std::move(content)));
  } else {
    out.push_back(Para(std::move(content), StyleOf(style)));
  }
  std::get<Paragraph>(out.back().value).keep_with_next = node.Attribute("keep") == "yes";
}

Inlines Writer::HeadingOf(const TemplateNode& section, const Focus& focus) {
  for (const TemplateNode& child : section.children) {
    if (child.name == "heading") return InlinesOf(child, focus);
  }
  return {Words(context_.strings.Get(section.Attribute("title")))};
}

void Writer::WriteSection(const TemplateNode& node, const Focus& focus, Blocks& out) {
  const Numbering before = context_.numbering;
  Blocks section;
  section.push_back(NumberedHeading(context_, NumberOr(node.Attribute("level"), 1), HeadingOf(node, focus),
                                    node.Attribute("numbered") != "no"));
  auto& heading = std::get<Heading>(section.front().value);
  heading.page_break_before = node.Attribute("break") == "yes";
  if (const std::string_view key = node.Attribute("running"); !key.empty()) {
    heading.running = context_.strings.Get(key);
  }
  WriteChildren(node, focus, section);
  if (section.size() == 1) {
    context_.numbering = before;
    return;
  }
  Append(out, std::move(section));
}

void Writer::WriteList(const TemplateNode& node, const Focus& focus, Blocks& out) {
  List list;
  const bool numbered = node.Attribute("numbered") == "yes";
  Through(node, focus, [&](const TemplateNode& child, const Focus& at) {
    if (child.name != "item") return;
    Inlines content = InlinesOf(child, at);
    if (!Shows(content)) return;
    list.items.push_back({.label = numbered ? std::to_string(list.items.size() + 1) + "." : "•",
                          .content = {Para(std::move(content))}});
  });
  if (!list.items.empty()) out.push_back({std::move(list)});
}

TableCell Writer::CellOf(const TemplateNode& node, const Focus& focus, bool head) {
  TableCell cell;
  const bool has_blocks = [&] {
    bool found = false;
    Through(node, focus, [&](const TemplateNode& child, const Focus&) { found = found || IsBlock(child); });
    return found;
  }();
  if (has_blocks) {
    WriteChildren(node, focus, cell.content);
  } else {
    cell = Cell(InlinesOf(node, focus, head ? Face::kBold : Face::kRegular));
  }
  cell.columns = NumberOr(node.Attribute("columns"), 1);
  cell.row_head = node.Attribute("head") == "yes";
  return cell;
}

TableRow Writer::RowOf(const TemplateNode& node, const Focus& focus, bool head) {
  TableRow row;
  Through(node, focus, [&](const TemplateNode& child, const Focus& at) {
    if (child.name == "cell") row.cells.push_back(CellOf(child, at, head));
  });
  if (const xml::XPathValue listed = selecting_.At(node, "lists", focus); !listed.text.empty()) {
    row.anchor = ListAnchor(listed.text);
  }
  // A row of one cell over all columns titles those below it.
  row.keep_with_next = !head && row.cells.size() == 1 && row.cells.front().columns > 1;
  return row;
}

void Writer::WriteTable(const TemplateNode& node, const Focus& focus, Blocks& out) {
  Table table;
  table.widths = Widths(node.Attribute("widths"));
  table.ruled = node.Attribute("ruled") != "no";
  Through(node, focus, [&](const TemplateNode& child, const Focus& at) {
    if (child.name == "head") table.head.push_back(RowOf(child, at, true));
    if (child.name == "row") table.rows.push_back(RowOf(child, at, false));
  });
  if (table.rows.empty()) return;
  // What titles no row below it titles nothing; a table may title what follows it.
  table.rows.back().keep_with_next = node.Attribute("keep") == "yes";
  out.push_back({std::move(table)});
}

void Writer::WriteBar(const TemplateNode& node, const Focus& focus, Blocks& out) {
  const double part = selecting_.At(node, "select", focus).number;
  const double whole = selecting_.At(node, "of", focus).number;
  if (std::optional<Image> bar = BarImage(part, whole)) out.push_back({std::move(*bar)});
}

/// Of everybody selected: a name alone has an empty place.
void Writer::WritePortraits(const TemplateNode& node, const Focus& focus, Blocks& out) {
  for (const xml::XPathNode& one : selecting_.At(node, "select", focus).nodes) {
    const xml::Element* element = one.element();
    if (element == nullptr) continue;
    std::string name = xml::TextOf(*element);
    const Image* picture = nullptr;
    for (const xml::Element& child : element->children) {
      if (child.name == "name") name = xml::TextOf(child);
      const std::string* file = child.name == "portrait" ? child.Attribute("file") : nullptr;
      const auto found = file == nullptr ? context_.pictures.end() : context_.pictures.find(*file);
      if (found != context_.pictures.end()) picture = &found->second;
    }
    out.push_back({Portrait(picture, name, context_.strings)});
  }
}

bool Writer::WriteCaseBlock(const TemplateNode& node, const Focus& focus, Blocks& out) {
  using Maker = Blocks (*)(Context&);
  static constexpr std::pair<std::string_view, Maker> kMakers[] = {
      {"procedures", [](Context& c) { return ComposeProcedures(c); }},
      {"answers", [](Context& c) { return ComposeAnswers(c); }},
      {"grounds", ComposeGrounds},
      {"chronology", [](Context& c) { return ComposeChronology(c); }},
      {"persons", [](Context& c) { return ComposePersons(c); }},
      {"law", ComposeLaw},
      {"authorities", [](Context& c) { return ComposeAuthorities(c); }},
      {"exhibits", [](Context& c) { return ComposeExhibitList(c); }},
      {"source-notes", [](Context& c) { return ComposeSourceNotes(c); }},
      {"digests", [](Context& c) { return ComposeDigests(c); }},
      {"signature", [](Context& c) { return ComposeSignature(c); }}};
  if (node.name == "argument") {
    if (node.Attribute("select").empty()) {
      Append(out, ComposeArgument(context_));
      return true;
    }
    for (const xml::XPathNode& one : selecting_.At(node, "select", focus).nodes) {
      const xml::Element* element = one.element();
      const std::string* path = element == nullptr ? nullptr : element->Attribute("path");
      if (path != nullptr) Append(out, ComposeArgument(context_, *path));
    }
    return true;
  }
  for (const auto& [name, maker] : kMakers) {
    if (name != node.name) continue;
    Append(out, maker(context_));
    return true;
  }
  return false;
}

void Writer::WriteStructure(const TemplateNode& node, const Focus& focus, Blocks& out) {
  if (node.name == "title-page") {
    WriteChildren(node, focus, out);
    out.push_back({PageBreak{}});
  } else if (node.name == "contents") {
    out.push_back({Contents{.title = std::string(context_.strings.Get("heading.contents")),
                            .depth = NumberOr(node.Attribute("depth"), 2)}});
  } else if (node.name == "page-break") {
    out.push_back({PageBreak{}});
  } else if (node.name == "endnotes") {
    out.push_back({Endnotes{}});
  } else if (node.name == "rule") {
    out.push_back({Rule{}});
  } else if (node.name == "space") {
    out.push_back({Space{.points = NumberOr(node.Attribute("points"), 12)}});
  } else if (node.name == "document") {
    WriteChildren(node, focus, out);
  }
}

void Writer::Write(const TemplateNode& node, const Focus& focus, Blocks& out) {
  if (node.name == "section") {
    WriteSection(node, focus, out);
  } else if (node.name == "paragraph") {
    WriteParagraph(node, focus, out);
  } else if (node.name == "quotation") {
    Blocks content;
    WriteChildren(node, focus, content);
    if (!content.empty()) out.push_back({Quotation{.content = std::move(content)}});
  } else if (node.name == "list") {
    WriteList(node, focus, out);
  } else if (node.name == "table") {
    WriteTable(node, focus, out);
  } else if (node.name == "bar") {
    WriteBar(node, focus, out);
  } else if (node.name == "portrait") {
    WritePortraits(node, focus, out);
  } else if (!WriteCaseBlock(node, focus, out)) {
    WriteStructure(node, focus, out);
  }
}

}  // namespace dossier::compose
