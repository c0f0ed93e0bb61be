// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/compose/compose.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "compiler/compose/argument.h"
#include "compiler/compose/blocks.h"
#include "compiler/compose/context.h"
#include "compiler/compose/paths.h"
#include "compiler/compose/protect.h"
#include "compiler/compose/styled_citations.h"
#include "compiler/compose/walk.h"

namespace dossier::compose {
namespace {

int NumberOr(std::string_view text, int otherwise) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() && value > 0 && value < 1000
             ? value
             : otherwise;
}

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
  return ParagraphStyle::kBody;
}

/// True for content that a reader would see; spaces and breaks alone are none.
bool Shows(const Inlines& content) {
  return std::any_of(content.begin(), content.end(), [](const Inline& node) {
    const auto* run = std::get_if<TextRun>(&node.value);
    return run == nullptr ? !std::holds_alternative<LineBreak>(node.value)
                          : run->text.find_first_not_of(' ') != std::string::npos;
  });
}

/// Walks the template and writes what it asks for.
class Writer {
 public:
  Writer(Context& context, const ComposeOptions& options) : context_(context), options_(options) {}

  void Write(const TemplateNode& node, const LoopItem& item, Blocks& out);

 private:
  void WriteChildren(const TemplateNode& node, const LoopItem& item, Blocks& out) {
    for (const TemplateNode& child : node.children) Write(child, item, out);
  }
  bool WriteCaseBlock(const TemplateNode& node, Blocks& out);
  void WriteStructure(const TemplateNode& node, const LoopItem& item, Blocks& out);
  void WriteSection(const TemplateNode& node, const LoopItem& item, Blocks& out);
  void WriteParagraph(const TemplateNode& node, const LoopItem& item, Blocks& out);
  Block WriteList(const TemplateNode& node, const LoopItem& item);
  Block WriteTable(const TemplateNode& node, const LoopItem& item);
  TableRow WriteRow(const TemplateNode& node, const LoopItem& item);
  void WriteInline(const TemplateNode& node, const LoopItem& item, Face face, Inlines& out);
  Inlines InlinesOf(const TemplateNode& node, const LoopItem& item) {
    Inlines out;
    for (const TemplateNode& child : node.children) {
      WriteInline(child, item, Face::kRegular, out);
    }
    return out;
  }
  [[nodiscard]] std::string Value(std::string_view path, const LoopItem& item) const {
    return ValueAt(context_, path, options_.draft, item);
  }

  Context& context_;
  const ComposeOptions& options_;
};

void Writer::WriteInline(const TemplateNode& node, const LoopItem& item, Face face, Inlines& out) {
  const auto children = [&](Face inner, const LoopItem& at) {
    for (const TemplateNode& child : node.children) WriteInline(child, at, inner, out);
  };
  if (node.name.empty()) {
    out.push_back(Words(node.text, face));
  } else if (node.name == "value") {
    const std::string value = Value(node.Attribute("select"), item);
    if (!value.empty()) out.push_back(Words(value, face));
  } else if (node.name == "word") {
    out.push_back(Words(context_.strings.Get(node.Attribute("key")), face));
  } else if (node.name == "line-break") {
    out.push_back({LineBreak{}});
  } else if (node.name == "bold") {
    children(Face::kBold, item);
  } else if (node.name == "italic") {
    children(Face::kItalic, item);
  } else if (node.name == "note") {
    out.push_back({Note{.content = {Para(InlinesOf(node, item))}}});
  } else if (node.name == "if") {
    if (!Value(node.Attribute("test"), item).empty()) children(face, item);
  } else if (node.name == "for-each") {
    for (const LoopItem& at : ListAt(context_, node.Attribute("select"))) children(face, at);
  }
}

void Writer::WriteParagraph(const TemplateNode& node, const LoopItem& item, Blocks& out) {
  Inlines content = InlinesOf(node, item);
  if (Shows(content)) out.push_back(Para(std::move(content), StyleOf(node.Attribute("style"))));
}

/// A section that turns out empty leaves no heading and no gap in the numbers.
void Writer::WriteSection(const TemplateNode& node, const LoopItem& item, Blocks& out) {
  const Numbering before = context_.numbering;
  const int level = NumberOr(node.Attribute("level"), 1);
  Blocks section;
  section.push_back(
      NumberedHeading(context_, level, {Words(context_.strings.Get(node.Attribute("title")))}));
  std::get<Heading>(section.front().value).page_break_before = node.Attribute("break") == "yes";
  WriteChildren(node, item, section);
  if (section.size() == 1) {
    context_.numbering = before;
    return;
  }
  Append(out, std::move(section));
}

Block Writer::WriteList(const TemplateNode& node, const LoopItem& item) {
  List list;
  const auto add = [&](const TemplateNode& entry, const LoopItem& at) {
    Inlines content = InlinesOf(entry, at);
    if (!Shows(content)) return;
    list.items.push_back({.label = "•", .content = {Para(std::move(content))}});
  };
  for (const TemplateNode& child : node.children) {
    if (child.name == "item") add(child, item);
    if (child.name != "for-each") continue;
    for (const LoopItem& at : ListAt(context_, child.Attribute("select"))) {
      for (const TemplateNode& inner : child.children) {
        if (inner.name == "item") add(inner, at);
      }
    }
  }
  return {std::move(list)};
}

TableRow Writer::WriteRow(const TemplateNode& node, const LoopItem& item) {
  TableRow row;
  for (const TemplateNode& child : node.children) {
    if (child.name != "cell") continue;
    row.cells.push_back(Cell(InlinesOf(child, item), NumberOr(child.Attribute("columns"), 1)));
  }
  return row;
}

Block Writer::WriteTable(const TemplateNode& node, const LoopItem& item) {
  Table table;
  table.widths = Widths(node.Attribute("widths"));
  for (const TemplateNode& child : node.children) {
    if (child.name == "head") {
      table.head.push_back(WriteRow(child, item));
    } else if (child.name == "row") {
      table.rows.push_back(WriteRow(child, item));
    } else if (child.name == "for-each") {
      for (const LoopItem& at : ListAt(context_, child.Attribute("select"))) {
        for (const TemplateNode& inner : child.children) {
          if (inner.name == "row") table.rows.push_back(WriteRow(inner, at));
        }
      }
    }
  }
  return {std::move(table)};
}

bool Writer::WriteCaseBlock(const TemplateNode& node, Blocks& out) {
  using Maker = Blocks (*)(Context&);
  static constexpr std::pair<std::string_view, Maker> kMakers[] = {
      {"argument", ComposeArgument},
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
  for (const auto& [name, maker] : kMakers) {
    if (name != node.name) continue;
    Append(out, maker(context_));
    return true;
  }
  return false;
}

void Writer::WriteStructure(const TemplateNode& node, const LoopItem& item, Blocks& out) {
  if (node.name == "title-page") {
    WriteChildren(node, item, out);
    out.push_back({PageBreak{}});
  } else if (node.name == "if") {
    if (!Value(node.Attribute("test"), item).empty()) WriteChildren(node, item, out);
  } else if (node.name == "for-each") {
    for (const LoopItem& at : ListAt(context_, node.Attribute("select"))) {
      WriteChildren(node, at, out);
    }
  } else if (node.name == "contents") {
    out.push_back({Contents{.title = std::string(context_.strings.Get("heading.contents")),
                            .depth = NumberOr(node.Attribute("depth"), 2)}});
  } else if (node.name == "page-break") {
    out.push_back({PageBreak{}});
  } else if (node.name == "rule") {
    out.push_back({Rule{}});
  } else if (node.name == "space") {
    out.push_back({Space{.points = NumberOr(node.Attribute("points"), 12)}});
  } else if (node.name == "document") {
    WriteChildren(node, item, out);
  }
}

void Writer::Write(const TemplateNode& node, const LoopItem& item, Blocks& out) {
  if (node.name == "section") {
    WriteSection(node, item, out);
  } else if (node.name == "paragraph") {
    WriteParagraph(node, item, out);
  } else if (node.name == "quotation") {
    Blocks content;
    WriteChildren(node, item, content);
    if (!content.empty()) out.push_back({Quotation{.content = std::move(content)}});
  } else if (node.name == "list") {
    out.push_back(WriteList(node, item));
  } else if (node.name == "table") {
    out.push_back(WriteTable(node, item));
  } else if (!WriteCaseBlock(node, out)) {
    WriteStructure(node, item, out);
  }
}

RunningHead Running(const Context& context, const ComposeOptions& options) {
  RunningHead running;
  running.left = std::string(context.Say(context.source.header.title));
  running.right = context.Names(context.source.header.applicants);
  if (options.draft) running.draft_mark = std::string(context.strings.Get("draft"));
  running.page_of = std::string(context.strings.Get("page-of"));
  return running;
}

}  // namespace

Document Compose(const resolve::ResolvedCase& resolved, const std::vector<model::RulePack>& packs,
                 const Template& document_template, const Strings& strings,
                 const ComposeOptions& options, diagnostics::Sink& sink) {
  const model::Case& source = *resolved.source;
  (void)CheckTemplate(document_template, strings, sink);
  Context context{.resolved = resolved,
                  .source = source,
                  .packs = packs,
                  .strings = strings,
                  .language = source.header.language.value,
                  .numbering = {},
                  .arguments = {},
                  .laws = options.laws,
                  .provenance = options.provenance};
  std::optional<StyledCitations> styled;
  if (options.citations != nullptr) context.styled = &styled.emplace(context, *options.citations);
  Document document;
  document.title = std::string(context.Say(source.header.title));
  document.author = context.Names(source.header.submitted_by.empty() ? source.header.applicants
                                                                     : source.header.submitted_by);
  document.language = context.language;
  document.running = Running(context, options);
  Writer(context, options).Write(document_template.root, {}, document.blocks);
  ToFormC(document);
  NameGuard(source, strings).Clean(document);
  return document;
}

}  // namespace dossier::compose
