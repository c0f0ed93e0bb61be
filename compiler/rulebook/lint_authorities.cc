// SPDX-License-Identifier: GPL-3.0-or-later
#include <string>
#include <string_view>
#include <variant>

#include "compiler/identifiers/identifier.h"
#include "compiler/rulebook/lint_parts.h"

namespace dossier::rulebook {
namespace {

using diagnostics::Id;
using identifiers::IdentifierError;

void Report(std::string_view words, const IdentifierError& error, const model::Authority& authority,
            diagnostics::Sink& sink) {
  sink.Report({.kind = diagnostics::Kind::kIdentifierDoubtful,
               .args = {Id(words), Id(ToString(error.kind)), Id(error.reason)},
               .place = authority.span,
               .hint = "compare it with the source of the rule"});
}

/// Addresses of the two registers of EU law end with an identifier; others are left alone.
bool IsEli(std::string_view url) { return url.find("europa.eu/eli/") != std::string_view::npos; }

void Look(const model::Authority& authority, diagnostics::Sink& sink) {
  for (const std::string* text : {&authority.instrument, &authority.pinpoint}) {
    for (const identifiers::FoundIdentifier& found : identifiers::FindIdentifiers(*text)) {
      const auto* error = std::get_if<IdentifierError>(&found.reading);
      if (error == nullptr) continue;
      Report(std::string_view(*text).substr(found.begin, found.end - found.begin), *error,
             authority, sink);
    }
  }
  if (!IsEli(authority.url)) return;
  const auto reading = identifiers::ParseIdentifier(authority.url);
  if (const auto* error = std::get_if<IdentifierError>(&reading))
    Report(authority.url, *error, authority, sink);
}

void LookBelow(const std::vector<model::Criterion>& criteria, diagnostics::Sink& sink) {
  for (const model::Criterion& criterion : criteria) {
    Look(criterion.authority, sink);
    for (const model::Exception& exception : criterion.exceptions) Look(exception.authority, sink);
    LookBelow(criterion.children, sink);
  }
}

template <typename Rules>
void LookAtEach(const Rules& rules, diagnostics::Sink& sink) {
  for (const auto& rule : rules) Look(rule.authority, sink);
}

}  // namespace

void LintAuthorities(const model::RulePack& pack, diagnostics::Sink& sink) {
  LookBelow(pack.criteria, sink);
  LookBelow(pack.objections, sink);
  LookAtEach(pack.exhibit_rules, sink);
  LookAtEach(pack.deadlines, sink);
  LookAtEach(pack.choices, sink);
  LookAtEach(pack.document_rules, sink);
}

}  // namespace dossier::rulebook
