// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/compose/dump.h"

namespace dossier::compose {
namespace {

std::string Plain(std::string text) {
  for (std::size_t at = text.find("\u00A0"); at != std::string::npos; at = text.find("\u00A0")) {
    text.replace(at, 2, " ");
  }
  return text;
}

std::string DumpRow(const TableRow& row, const char* mark) {
  std::string out = row.anchor.empty() ? "" : "<" + row.anchor + "> ";
  for (const TableCell& cell : row.cells) {
    std::string content = Dump(cell.content);
    while (!content.empty() && content.back() == '\n') content.pop_back();
    for (char& c : content) {
      if (c == '\n') c = '/';
    }
    out += mark + (" " + content) + (cell.columns > 1 ? " ↔ " : " ");
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out + "\n";
}

struct Dumper {
  std::string operator()(const Paragraph& p) const {
    return (p.label.empty() ? "" : p.label + " ") + Dump(p.content) + "\n";
  }
  std::string operator()(const Heading& h) const {
    return std::string(static_cast<std::size_t>(h.level), '#') + " " +
           (h.number.empty() ? "" : h.number + " ") + Dump(h.content) + "\n";
  }
  std::string operator()(const List& list) const {
    std::string out;
    for (const ListItem& item : list.items) out += item.label + " " + Dump(item.content);
    return out;
  }
  std::string operator()(const Table& table) const {
    std::string out;
    for (const TableRow& row : table.head) out += DumpRow(row, "‖");
    for (const TableRow& row : table.rows) out += DumpRow(row, "|");
    return out;
  }
  std::string operator()(const Quotation& q) const { return "> " + Dump(q.content); }
  std::string operator()(const Contents& c) const { return "[[" + c.title + "]]\n"; }
  std::string operator()(const SignatureBlock& s) const {
    return Dump(s.content) + "[signature: " + s.caption + "]\n";
  }
  std::string operator()(const PageBreak&) const { return "---\n"; }
  std::string operator()(const Rule&) const { return "___\n"; }
  std::string operator()(const Space&) const { return ""; }
  std::string operator()(const Image&) const { return "[image]\n"; }
  std::string operator()(const Figure& f) const {
    return "[figure] " + f.label + " " + Dump(f.caption) + "\n";
  }
  std::string operator()(const Endnotes&) const { return "[endnotes]\n"; }

  std::string operator()(const TextRun& run) const { return Plain(run.text); }
  std::string operator()(const PageNumberOf& page) const { return "{" + page.anchor + "}"; }
  std::string operator()(const Link& link) const {
    return "[" + Dump(link.content) + "](" + link.anchor + link.url + ")";
  }
  std::string operator()(const Note& note) const { return "^[" + Dump(note.content) + "]"; }
  std::string operator()(const LineBreak&) const { return "\\"; }
  std::string operator()(const AnchorHere& here) const { return "<" + here.name + ">"; }
  std::string operator()(const PagesOf& pages) const {
    std::string out = "{";
    for (const std::string& anchor : pages.anchors) out += (out.size() > 1 ? " " : "") + anchor;
    return out + "}";
  }
  std::string operator()(const NumberOf& number) const { return "{#" + number.anchor + "}"; }
};

}  // namespace

std::string Dump(const std::vector<Inline>& inlines) {
  std::string out;
  for (const Inline& node : inlines) out += std::visit(Dumper{}, node.value);
  return out;
}

std::string Dump(const std::vector<Block>& blocks) {
  std::string out;
  for (const Block& block : blocks) out += std::visit(Dumper{}, block.value);
  return out;
}

std::string Dump(const Document& document) {
  return document.title + "\n" + document.author + "\n" + document.subject + "\n" +
         document.running.left + "|" + document.running.right + "|" + document.running.draft_mark +
         "|" + document.running.page_of + "\n" + Dump(document.blocks);
}

}  // namespace dossier::compose
