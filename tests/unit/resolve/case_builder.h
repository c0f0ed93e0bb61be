// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "compiler/diagnostics/sink.h"
#include "compiler/model/case.h"
#include "compiler/resolve/exhibit_pages.h"

namespace dossier::resolve {

/// Spans that differ and rise, as those of a loaded file do.
class Spans {
 public:
  Span Next(std::size_t width) {
    const Span span{.file = 0, .begin = at_, .end = at_ + static_cast<std::uint32_t>(width)};
    at_ = span.end + 1;
    return span;
  }
  model::Text Text(std::string value) {
    const Span span = Next(value.size());
    return {.value = std::move(value), .span = span};
  }
  model::Citation Cite(std::string text) {
    const Span span = Next(text.size());
    return {.text = std::move(text), .span = span};
  }
  model::Exhibit Exhibit(std::string id, int files = 1) {
    model::Exhibit exhibit;
    exhibit.id = Text(std::move(id));
    for (int i = 0; i < files; ++i) exhibit.files.emplace_back().file = Text("files/x");
    return exhibit;
  }

 private:
  std::uint32_t at_ = 0;
};

inline PartPages Paged(int pages, std::vector<std::string> labels = {}) {
  PartPages part;
  part.paged = true;
  part.pages = pages;
  part.labels = std::move(labels);
  return part;
}

inline PartPages Unpaged(int paragraphs) {
  PartPages part;
  part.paragraphs = paragraphs;
  return part;
}

/// A ground with one need and these items.
inline model::Ground GroundWith(Spans& spans, const std::vector<std::string>& cites) {
  model::Ground ground;
  ground.criterion = spans.Text("x.1");
  std::vector<model::Item> items;
  for (const std::string& cite : cites) {
    model::Item item;
    item.cite = spans.Cite(cite);
    items.push_back(std::move(item));
  }
  ground.needs.emplace_back(spans.Text("need"), std::move(items));
  return ground;
}

/// Codes and messages of all findings, a line each.
inline std::string Told(const diagnostics::Sink& sink) {
  std::string out;
  for (const diagnostics::Finding& finding : sink.findings()) {
    out += std::string(diagnostics::Describe(finding.kind).code) + " " + finding.Message() + "\n";
  }
  return out;
}

}  // namespace dossier::resolve
