// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "compiler/compose/chosen_law.h"
#include "compiler/compose/document.h"
#include "compiler/compose/model_document.h"
#include "compiler/compose/pictures.h"
#include "compiler/compose/provenance.h"
#include "compiler/compose/strings.h"
#include "compiler/compose/template.h"
#include "compiler/diagnostics/sink.h"
#include "compiler/model/citation_style.h"
#include "compiler/model/pack.h"
#include "compiler/resolve/resolved_case.h"

namespace dossier::compose {

struct ComposeOptions {
  bool draft = true;  // not a final build: says so on the title page and in every running head
  /// The choices of law that were the author's to make, as far as the rules of the case ask for
  /// them; where the dates decide there is nothing to say.
  std::vector<ChosenLaw> laws = {};
  /// By id of the exhibit.
  ProvenanceById provenance = {};
  /// The logo, the portraits and the figures of the case.
  Pictures pictures = {};
  /// How long the text is, for forums that limit it.
  std::optional<LengthTotals> length = {};
  /// The guide to citation that the argument follows; null for labels of exhibits.
  const model::CitationStyle* citations = nullptr;
};

/// Writes the brief as content, in the order of the template.
///
/// Shows what a filing shows and nothing else: coverage is not among the inputs, and of author.yaml
/// only the choices of law are read, so verdicts, gaps, waivers and acceptances cannot get in. Sections that would be empty are left
/// out, and with them their numbers. Every page of an exhibit that is cited is a link to
/// `exhibit.ID.PAGE` (from 1), which `assemble` provides; every row of the list of exhibits has the
/// anchor `list.ID`. Names of protected people are replaced everywhere.
///
/// Needs:   `resolved` is of a case whose citations are all bound; `strings` are in the language of
///          the case or stand in for it.
/// Gives:   all text in Unicode form C; exactly one signature block where the template has one.
/// Reports: D0910, D0916 and D0917 for what the template has and the program does not know, D0918 for
///          what it requires and the case does not have.
[[nodiscard]] Document Compose(const resolve::ResolvedCase& resolved,
                               const std::vector<model::RulePack>& packs,
                               const Template& document_template, const Strings& strings,
                               const ComposeOptions& options, diagnostics::Sink& sink);

}  // namespace dossier::compose
