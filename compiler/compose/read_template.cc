// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/compose/read_template.h"

#include <string>
#include <utility>

namespace dossier::compose {
namespace {

bool IsWhite(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// Runs of white space as one space, none where the run holds a line end at either end: there it
/// only indents the file.
std::string Squeeze(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (!IsWhite(text[at])) {
      out += text[at++];
      continue;
    }
    const std::size_t begin = at;
    bool line_end = false;
    for (; at < text.size() && IsWhite(text[at]); ++at) line_end = line_end || text[at] == '\n';
    const bool at_edge = begin == 0 || at == text.size();
    if (!(at_edge && line_end)) out += ' ';
  }
  return out;
}

TemplateNode NodeOf(const xml::Element& element) {
  TemplateNode node;
  node.name = element.name;
  node.attributes = element.attributes;
  node.span = element.span;
  node.values = element.values;
  if (element.is_text()) node.text = Squeeze(element.text);
  for (const xml::Element& child : element.children) {
    TemplateNode made = NodeOf(child);
    if (!made.name.empty() || !made.text.empty()) node.children.push_back(std::move(made));
  }
  return node;
}

}  // namespace

Template ReadTemplate(const xml::Element& root, diagnostics::Sink& sink) {
  Template read;
  read.root = NodeOf(root);
  read.id = std::string(read.root.Attribute("id"));
  const auto refuse = [&](std::string_view reason) {
    sink.Report({.kind = diagnostics::Kind::kTemplateInvalid,
                 .args = {diagnostics::Id(reason)},
                 .place = root.span});
  };
  if (read.root.name != "document") {
    refuse("its root is no <document>");
  } else if (read.root.Attribute("format") != "1") {
    refuse("it is not of format 1");
  }
  return read;
}

}  // namespace dossier::compose
