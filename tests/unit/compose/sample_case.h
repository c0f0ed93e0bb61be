// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "compiler/compose/context.h"
#include "compiler/compose/strings.h"
#include "compiler/compose/template.h"
#include "compiler/diagnostics/sink.h"
#include "compiler/model/pack.h"
#include "compiler/resolve/resolve.h"
#include "tests/unit/resolve/case_builder.h"

namespace dossier::compose {

/// An invented case with something for every part of a brief, and something that no brief shows: an
/// assertion without an answer, an adverse item, a waiver, an acceptance.
struct Sample {
  resolve::Spans spans;
  model::Case source;
  std::vector<model::RulePack> packs;
  resolve::ExhibitPagesById pages;
  resolve::ResolvedCase resolved;
  diagnostics::Sink sink;

  void Resolve() { resolved = resolve::Resolve(source, pages, nullptr, sink); }
};

[[nodiscard]] std::unique_ptr<Sample> MakeSample();

[[nodiscard]] model::LocalizedText Said(std::string text, std::string language = "");
[[nodiscard]] model::CaseDate On(std::string_view date);

/// The catalogue of a language as it stands in templates/strings.
[[nodiscard]] Strings LoadStrings(std::string_view language);

[[nodiscard]] Context ContextOf(const Sample& sample, const Strings& strings);

/// An element with attributes given in turn: name, value, name, value.
[[nodiscard]] TemplateNode Element(std::string name, std::vector<std::string> attributes = {},
                                   std::vector<TemplateNode> children = {});
[[nodiscard]] TemplateNode TextNode(std::string text);

}  // namespace dossier::compose
