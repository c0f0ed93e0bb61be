// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/load/places.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "compiler/foundation/suggest.h"

namespace dossier::load {
namespace {

using diagnostics::Id;
using diagnostics::Kind;

using Places = std::map<std::string_view, Span>;

Places PlacesOf(const std::vector<model::Argument>& arguments, diagnostics::Sink& sink) {
  Places places;
  for (const model::Argument& argument : arguments) {
    markdown::ForEachBlock(argument.document, [&](const markdown::Block& block) {
      if (block.anchor.empty()) return;
      const auto [first, added] = places.emplace(block.anchor, block.span);
      if (added) return;
      sink.Report({.kind = Kind::kDuplicateId,
                   .args = {block.anchor},
                   .place = block.span,
                   .related = {{"used first here", first->second}}});
    });
  }
  return places;
}

}  // namespace

void CheckPlaces(const std::vector<model::Argument>& arguments, diagnostics::Sink& sink) {
  const Places places = PlacesOf(arguments, sink);
  std::vector<std::string_view> names;
  for (const auto& [name, span] : places) names.push_back(name);
  for (const model::Argument& argument : arguments) {
    markdown::ForEachInline(argument.document, [&](const markdown::Inline& node) {
      if (node.kind != markdown::InlineKind::kLink || !node.target.starts_with('#')) return;
      const std::string name = node.target.substr(1);
      if (places.count(name) > 0) return;
      const std::optional<std::string> near = Closest(name, names);
      sink.Report({.kind = Kind::kUnknownReference,
                   .args = {Id("place"), name},
                   .place = node.span,
                   .hint = near ? diagnostics::Text("did you mean {0}?", {*near})
                                : diagnostics::Text("end the heading or the paragraph with {0}", {"{#" + name + "}"})});
    });
  }
}

}  // namespace dossier::load
