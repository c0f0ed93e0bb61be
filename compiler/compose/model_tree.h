// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "compiler/compose/context.h"
#include "compiler/xml/tree.h"

/// Short ways to write the document that templates select from. What is empty leaves nothing.
namespace dossier::compose {

using ModelNode = xml::Element;

[[nodiscard]] ModelNode Node(std::string_view name);

void SetAttribute(ModelNode& node, std::string_view name, std::string_view value);
/// The words of `node` itself; `place` is where the author wrote them.
void SetWords(ModelNode& node, std::string_view words, Span place = {});

void AddWords(ModelNode& parent, std::string_view name, std::string_view words, Span place = {});
void AddWords(const Context& context, ModelNode& parent, std::string_view name,
              const model::LocalizedText& words);
/// Words with an attribute `id`.
void AddNamed(const Context& context, ModelNode& parent, std::string_view name,
              std::string_view id);
/// A date in words, with the attributes `iso` and `precision`; one that is pending has only `pending`.
void AddDate(const Context& context, ModelNode& parent, std::string_view name,
             const model::CaseDate& date);
/// One `cite` for each, with the place of the citation, by which it is found again.
void AddCites(const Context& context, ModelNode& parent,
              const std::vector<model::Citation>& citations);
/// `child` unless it is empty.
void AddUnlessEmpty(ModelNode& parent, ModelNode child);

/// What one part of the document holds.
[[nodiscard]] ModelNode ModelParties(const Context& context, std::string_view name,
                                     std::string_view member, const std::vector<model::Text>& ids);
[[nodiscard]] ModelNode ModelPeople(const Context& context, model::PersonKind kind);
[[nodiscard]] ModelNode ModelFilings(const Context& context);
[[nodiscard]] ModelNode ModelProcedures(const Context& context);
[[nodiscard]] ModelNode ModelDecisions(const Context& context);
[[nodiscard]] ModelNode ModelEvents(const Context& context);
[[nodiscard]] ModelNode ModelFacts(const Context& context);
[[nodiscard]] ModelNode ModelLists(const Context& context);
[[nodiscard]] ModelNode ModelFigures(const Context& context);
[[nodiscard]] ModelNode ModelClaims(const Context& context);
[[nodiscard]] ModelNode ModelCriteria(const Context& context);
[[nodiscard]] ModelNode ModelGrounds(const Context& context);
[[nodiscard]] ModelNode ModelAuthorities(const Context& context);
[[nodiscard]] ModelNode ModelExhibits(const Context& context);
[[nodiscard]] ModelNode ModelSections(const Context& context);
[[nodiscard]] ModelNode ModelArguments(const Context& context);

}  // namespace dossier::compose
