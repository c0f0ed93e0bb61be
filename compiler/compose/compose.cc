// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/compose/compose.h"

#include <optional>
#include <string>
#include <utility>

#include "compiler/compose/context.h"
#include "compiler/compose/index_marks.h"
#include "compiler/compose/lead_ins.h"
#include "compiler/compose/model_document.h"
#include "compiler/compose/protect.h"
#include "compiler/compose/styled_citations.h"
#include "compiler/compose/walk.h"
#include "compiler/compose/writer.h"

namespace dossier::compose {
namespace {

RunningHead Running(const Context& context, const ComposeOptions& options) {
  RunningHead running;
  running.left = std::string(context.Say(context.source.header.title));
  running.right = context.Names(context.source.header.applicants);
  if (options.draft) running.draft_mark = std::string(context.strings.Get("draft"));
  running.page_of = std::string(context.strings.Get("page-of"));
  return running;
}

/// What the case says, else what the template says, else through the document.
Numbering::Style ParagraphsOf(const model::Print& print, const TemplateNode& root) {
  if (print.paragraphs) return *print.paragraphs;
  const auto stated = model::ValueOf(model::ParagraphNumberingNames(), root.Attribute("paragraphs"));
  return stated.value_or(Numbering::Style::kThrough);
}

bool NumbersInMargin(const model::Print& print, const TemplateNode& root) {
  return print.numbers ? *print.numbers == model::Print::Numbers::kMargin : root.Attribute("numbers") == "margin";
}

NotePlacement NotesOf(const model::Print& print, const TemplateNode& root) {
  const bool stated_end = root.Attribute("notes") == "end";
  const bool end = print.notes ? *print.notes == model::Print::Notes::kEnd : stated_end;
  return end ? NotePlacement::kEnd : NotePlacement::kFoot;
}

PageSetup PageOfCase(const model::Print& print, const TemplateNode& root) {
  PageSetup page;
  if (print.paper == model::Print::Paper::kLetter) {
    page.width = Length::FromPoints(612);
    page.height = Length::FromPoints(792);
  }
  const auto set = [](const std::optional<int>& millimetres, Length& margin) {
    if (millimetres) margin = Length::FromMillimetres(*millimetres);
  };
  set(print.margin_left, page.left);
  set(print.margin_right, page.right);
  set(print.margin_top, page.top);
  set(print.margin_bottom, page.bottom);
  if (const std::string family = print.FontFamily(); !family.empty()) page.family = family;
  page.section_in_head = root.Attribute("head") == "section";
  return page;
}

Blocks Letterhead(const Context& context) {
  Blocks lines;
  if (const auto logo = context.pictures.find(context.source.header.print.logo.value); logo != context.pictures.end()) {
    lines.push_back({Logo(logo->second, context.Names(context.source.header.submitted_by))});
  }
  for (const model::LocalizedText& line : context.source.header.print.letterhead) {
    lines.push_back(Para(context.Say(line), ParagraphStyle::kRight));
  }
  return lines;
}

bool HasNotes(Document& document) {
  bool found = false;
  VisitInlines(document.blocks, [&](std::vector<Inline>& inlines) {
    for (const Inline& node : inlines) found = found || std::holds_alternative<Note>(node.value);
  });
  return found;
}

/// Where there are no notes, no place for them, and no heading over nothing.
void DropEmptyEndnotes(Document& document) {
  if (HasNotes(document)) return;
  Blocks& blocks = document.blocks;
  for (std::size_t i = blocks.size(); i-- > 0;) {
    if (!std::holds_alternative<Endnotes>(blocks[i].value)) continue;
    const bool titled = i > 0 && std::holds_alternative<Heading>(blocks[i - 1].value);
    blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(titled ? i - 1 : i),
                 blocks.begin() + static_cast<std::ptrdiff_t>(i + 1));
    if (titled) --i;
  }
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
                  .numbering = Numbering(ParagraphsOf(source.header.print, document_template.root)),
                  .arguments = {},
                  .laws = options.laws,
                  .provenance = options.provenance,
                  .pictures = options.pictures,
                  .margin_numbers = NumbersInMargin(source.header.print, document_template.root)};
  std::optional<StyledCitations> styled;
  if (options.citations != nullptr) context.styled = &styled.emplace(context, *options.citations);
  Document document;
  document.title = std::string(context.Say(source.header.title));
  document.author = context.Names(source.header.submitted_by.empty() ? source.header.applicants
                                                                     : source.header.submitted_by);
  document.language = context.language;
  document.running = Running(context, options);
  document.page = PageOfCase(source.header.print, document_template.root);
  document.notes = NotesOf(source.header.print, document_template.root);
  document.hyphenate = source.header.print.hyphenate.value_or(false);
  document.letterhead = Letterhead(context);
  const xml::Element model = ModelDocument(context, options.draft, options.length);
  Selecting selecting(model, strings, sink);
  Writer(context, selecting).Write(document_template.root, selecting.Root(), document.blocks);
  ResolveMarks(document);
  CheckCrossReferences(context.cross_references, document, sink);
  DropEmptyEndnotes(document);
  KeepLeadIns(document.blocks);
  ToFormC(document);
  NameGuard(source, strings).Clean(document);
  return document;
}

}  // namespace dossier::compose
