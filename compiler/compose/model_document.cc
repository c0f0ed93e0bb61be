// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/compose/model_document.h"

#include <algorithm>
#include <utility>

#include "compiler/compose/case_view.h"
#include "compiler/compose/model_tree.h"
#include "compiler/compose/protect.h"
#include "compiler/text/normalise.h"

namespace dossier::compose {
namespace {

/// Attributes that hold words rather than ids.
bool HoldsWords(std::string_view attribute) { return attribute == "value" || attribute == "title" || attribute == "channel"; }

/// Forms of letters, and names of protected people.
class Cleaner {
 public:
  explicit Cleaner(const NameGuard& guard) : guard_(guard) {}

  void Clean(ModelNode& node) const {
    if (node.is_text()) {
      node.text = Cleaned(node.text);
      return;
    }
    for (auto& [name, value] : node.attributes) {
      if (HoldsWords(name)) value = Cleaned(value);
    }
    auto& children = node.children;
    children.erase(std::remove_if(children.begin(), children.end(),
                                  [&](const ModelNode& child) { return IsAddressThatNames(child); }),
                   children.end());
    for (ModelNode& child : children) Clean(child);
  }

 private:
  [[nodiscard]] std::string Cleaned(const std::string& words) const {
    if (!guard_.idle()) return guard_.Clean(words);
    return text::IsNfc(words) ? words : text::ToNfc(words);
  }
  [[nodiscard]] bool IsAddressThatNames(const ModelNode& node) const {
    return (node.name == "url" || node.name == "archived") && guard_.Holds(xml::TextOf(node));
  }

  const NameGuard& guard_;
};

void AddHead(const Context& context, ModelNode& root) {
  const model::Header& header = context.source.header;
  AddWords(root, "title", context.Say(header.title), header.title.span);
  if (const std::string forum = ForumName(context); !forum.empty()) {
    ModelNode node = Node("forum");
    SetAttribute(node, "id", header.forum.value);
    SetWords(node, forum);
    root.children.push_back(std::move(node));
  }
  ModelNode letterhead = Node("letterhead");
  for (const model::LocalizedText& line : header.print.letterhead) {
    AddWords(context, letterhead, "line", line);
  }
  AddUnlessEmpty(root, std::move(letterhead));
}

void AddLength(const std::optional<LengthTotals>& length, ModelNode& root) {
  if (!length) return;
  ModelNode node = Node("length");
  int words = 0;
  for (const LengthTotals::Part& part : length->parts) {
    ModelNode child = Node("portion");
    SetAttribute(child, "id", part.id);
    SetAttribute(child, "words", std::to_string(part.words));
    SetAttribute(child, "counted", part.counted ? "yes" : "");
    node.children.push_back(std::move(child));
    if (part.counted) words += part.words;
  }
  SetAttribute(node, "words", std::to_string(words));
  if (length->limit) SetAttribute(node, "limit", std::to_string(*length->limit));
  root.children.push_back(std::move(node));
}

}  // namespace

xml::Element ModelDocument(const Context& context, bool draft,
                           const std::optional<LengthTotals>& length) {
  const model::Header& header = context.source.header;
  ModelNode root = Node("dossier");
  SetAttribute(root, "id", header.id.value);
  SetAttribute(root, "language", header.language.value);
  SetAttribute(root, "draft", draft ? "yes" : "");
  AddHead(context, root);
  AddLength(length, root);
  ModelNode parts[] = {ModelFilings(context),
                       ModelParties(context, "applicants", "applicant", header.applicants),
                       ModelParties(context, "submitters", "submitter", header.submitted_by),
                       ModelPeople(context, model::PersonKind::kPerson),
                       ModelPeople(context, model::PersonKind::kOrganisation),
                       ModelProcedures(context),
                       ModelDecisions(context),
                       ModelEvents(context),
                       ModelFacts(context),
                       ModelLists(context),
                       ModelFigures(context),
                       ModelClaims(context),
                       ModelCriteria(context),
                       ModelGrounds(context),
                       ModelAuthorities(context),
                       ModelSections(context),
                       ModelExhibits(context),
                       ModelArguments(context)};
  for (ModelNode& part : parts) root.children.push_back(std::move(part));
  const NameGuard guard(context.source, context.strings);
  Cleaner(guard).Clean(root);
  return root;
}

}  // namespace dossier::compose
