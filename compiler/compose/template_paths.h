// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/compose/model_schema.h"
#include "compiler/compose/template.h"
#include "compiler/diagnostics/sink.h"
#include "compiler/xml/xpath_paths.h"

namespace dossier::compose {

/// The elements at which an expression may stand. Nothing in it: not known, so nothing is said.
using Places = std::set<const ModelElement*>;

/// Checks expressions of a template before any case is at hand: that they can be read, that they
/// call what there is, and that every name in them stands in the model where they look for it.
class PathChecker {
 public:
  explicit PathChecker(diagnostics::Sink& sink) : sink_(sink) {}

  /// What the expression in the attribute leads to from `at`; `group` is what group() gives there.
  /// Reports D0916 and D0917 at the place inside the attribute. An attribute that is not there is
  /// no expression.
  Places Check(const TemplateNode& node, std::string_view key, const Places& at, const Places& group);

  [[nodiscard]] bool good() const { return good_; }

 private:
  Places Walk(const xml::XPathPart& part, const Places& at);
  Places Step(const xml::XPathStep& step, const Places& from);
  Places Call(const xml::XPathPart& call, const Places& at);
  void Unknown(const xml::XPathStep& step, const Places& from);
  void Report(diagnostics::Kind kind, std::vector<diagnostics::Arg> args, std::size_t offset, diagnostics::Text hint);

  diagnostics::Sink& sink_;
  bool good_ = true;
  const TemplateNode* node_ = nullptr;
  std::string_view key_;
  Places current_;
  Places group_;
};

/// The root element alone: where a template begins.
[[nodiscard]] Places RootPlaces();

}  // namespace dossier::compose
