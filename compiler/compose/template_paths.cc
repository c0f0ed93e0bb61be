// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/compose/template_paths.h"

#include <algorithm>
#include <utility>

#include "compiler/compose/selecting.h"
#include "compiler/foundation/suggest.h"
#include "compiler/xml/xpath.h"

namespace dossier::compose {
namespace {

using diagnostics::Id;
using diagnostics::Kind;
using xml::XPathPart;
using xml::XPathStep;

Places Children(const Places& of) {
  Places out;
  for (const ModelElement* element : of) {
    for (const ModelChild& child : element->children) out.insert(FindModelElement(child.name));
  }
  return out;
}

Places Parents(const Places& of) {
  Places out;
  for (const ModelElement& element : ModelElements()) {
    const bool holds = std::any_of(of.begin(), of.end(), [&](const ModelElement* child) {
      return element.HasChild(child->name);
    });
    if (holds) out.insert(&element);
  }
  return out;
}

/// Everything that `step` leads to, over and over.
Places Closure(Places from, Places (*step)(const Places&)) {
  Places all = step(from);
  for (std::size_t before = 0; before != all.size();) {
    before = all.size();
    const Places more = step(all);
    all.insert(more.begin(), more.end());
  }
  return all;
}

Places Named(const Places& places, std::string_view name) {
  if (name == "*" || name == "()") return places;
  Places out;
  for (const ModelElement* element : places) {
    if (element->name == name) out.insert(element);
  }
  return out;
}

Places With(Places places, const Places& more) {
  places.insert(more.begin(), more.end());
  return places;
}

/// "<dossier>", "<person>, <submitter>".
std::string Told(const Places& places) {
  std::string out;
  for (const ModelElement& element : ModelElements()) {
    if (places.count(&element) == 0) continue;
    if (out.size() > 60) return out + ", …";
    out += (out.empty() ? "<" : ", <") + std::string(element.name) + ">";
  }
  return out;
}

/// Where an axis leads before the name is looked at.
Places Along(std::string_view axis, const Places& from) {
  if (axis == "child") return Children(from);
  if (axis == "descendant") return Closure(from, Children);
  if (axis == "descendant-or-self") return With(from, Closure(from, Children));
  if (axis == "self") return from;
  if (axis == "parent") return Parents(from);
  if (axis == "ancestor") return Closure(from, Parents);
  if (axis == "ancestor-or-self") return With(from, Closure(from, Parents));
  return Children(Parents(from));  // siblings, what follows and what goes before
}

std::vector<std::string_view> NamesOf(const Places& places) {
  std::vector<std::string_view> names;
  for (const ModelElement& element : ModelElements()) {
    if (places.count(&element) > 0) names.push_back(element.name);
  }
  return names;
}

std::vector<std::string_view> AttributesOf(const Places& places) {
  std::vector<std::string_view> names;
  for (const ModelElement* element : places) {
    for (const auto& [name, about] : element->attributes) names.push_back(name);
  }
  return names;
}

}  // namespace

Places RootPlaces() { return {&ModelElements().front()}; }

void PathChecker::Report(Kind kind, std::vector<diagnostics::Arg> args, std::size_t offset, diagnostics::Text hint) {
  good_ = false;
  sink_.Report({.kind = kind, .args = std::move(args), .place = node_->PlaceOf(key_, offset), .hint = std::move(hint)});
}

void PathChecker::Unknown(const XPathStep& step, const Places& from) {
  const bool attribute = step.axis == "attribute";
  const std::string shown = attribute ? "@" + step.name : "<" + step.name + ">";
  diagnostics::Text hint("`dossier schema model` lists what there is");
  const auto near = Closest(step.name, attribute ? AttributesOf(from) : NamesOf(Along(step.axis, from)));
  const ModelElement* elsewhere = attribute ? nullptr : FindModelElement(step.name);
  if (elsewhere != nullptr) {
    hint = {"<{0}> stands in {1}", {Id(step.name), Id(Told(Parents({elsewhere})))}};
  } else if (near) {
    hint = {"write \"{0}\"", {Id((attribute ? "@" : "") + *near)}};
  }
  Report(Kind::kTemplatePathUnknown, {Id(shown), Id(Told(from))}, step.offset, std::move(hint));
}

Places PathChecker::Step(const XPathStep& step, const Places& from) {
  if (step.axis == "attribute") {
    const bool known = step.name == "*" || from.empty() ||
                       std::any_of(from.begin(), from.end(), [&](const ModelElement* element) {
                         return element->HasAttribute(step.name);
                       });
    if (!known) Unknown(step, from);
    return {};
  }
  const Places to = Named(Along(step.axis, from), step.name);
  if (to.empty() && !from.empty() && step.name != "()" && step.name != "*") Unknown(step, from);
  for (const XPathPart& filter : step.filters) {
    if (!to.empty()) (void)Walk(filter, to);
  }
  return to;
}

Places PathChecker::Call(const XPathPart& call, const Places& at) {
  if (call.name == "current") return current_;
  if (call.name == "group") return group_;
  static const Strings kNone;
  std::vector<std::string_view> names = xml::XPathFunctionNames();
  static const std::vector<xml::XPathFunction> kOurs = TemplateFunctions(kNone);
  for (const xml::XPathFunction& ours : kOurs) names.push_back(ours.name);
  if (std::find(names.begin(), names.end(), call.name) == names.end()) {
    const auto near = Closest(call.name, names);
    Report(Kind::kTemplatePathInvalid,
           {Id(node_->Attribute(key_)), Id("there is no function " + call.name + "()")}, call.offset,
           near ? diagnostics::Text("write \"{0}\"", {Id(*near + "()")}) : diagnostics::Text());
  }
  for (const XPathPart& argument : call.parts) (void)Walk(argument, at);
  return {};
}

Places PathChecker::Walk(const XPathPart& part, const Places& at) {
  Places places;
  if (part.kind == XPathPart::Kind::kPath) {
    places = at;
  } else if (part.kind == XPathPart::Kind::kCall) {
    places = Call(part, at);
  } else {
    for (const XPathPart& operand : part.parts) places = With(std::move(places), Walk(operand, at));
  }
  for (const XPathPart& filter : part.filters) {
    if (!places.empty()) (void)Walk(filter, places);
  }
  for (const XPathStep& step : part.steps) {
    // The document has one child, the root, and is not in the table.
    const bool from_document = part.absolute && &step == &part.steps.front();
    if (!from_document) {
      places = Step(step, places);
    } else if (step.axis == "child" && step.name != ModelElements().front().name && step.name != "*") {
      const std::string root(ModelElements().front().name);
      Report(Kind::kTemplatePathUnknown, {Id("/" + step.name), Id("the document")}, step.offset,
             {"paths from the document on begin with /{0}", {Id(root)}});
      places.clear();
    } else {
      places = RootPlaces();
      if (step.axis == "descendant-or-self") places = With(places, Closure(places, Children));
      for (const XPathPart& filter : step.filters) (void)Walk(filter, places);
    }
  }
  return places;
}

Places PathChecker::Check(const TemplateNode& node, std::string_view key, const Places& at, const Places& group) {
  const std::string expression(node.Attribute(key));
  const bool there = std::any_of(node.attributes.begin(), node.attributes.end(),
                                 [&](const auto& attribute) { return attribute.first == key; });
  if (!there) return {};
  node_ = &node;
  key_ = key;
  current_ = at;
  group_ = group;
  if (const auto problem = xml::CheckXPath(expression)) {
    Report(Kind::kTemplatePathInvalid, {Id(expression), Id(problem->reason)}, problem->offset, {});
    return {};
  }
  const auto part = xml::TakeApart(expression);
  return part ? Walk(*part, at) : Places();
}

}  // namespace dossier::compose
