// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/resolve/identifiers.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <variant>

#include "compiler/identifiers/identifier.h"
#include "compiler/resolve/citation_text.h"

namespace dossier::resolve {
namespace {

using diagnostics::Finding;
using diagnostics::Id;
using diagnostics::Kind;
using identifiers::FoundIdentifier;
using identifiers::Identifier;
using identifiers::IdentifierError;
using identifiers::Limits;

Limits LimitsOf(const model::Case& source) {
  int latest = 0;
  for (const model::Filing& filing : source.header.filings) {
    if (filing.date.date) latest = std::max(latest, filing.date.date->year());
  }
  return latest == 0 ? Limits{} : Limits{.latest_year = latest};
}

/// Documents whose files are known, by identifier.
using Known = std::map<std::pair<identifiers::IdentifierKind, std::string>, std::size_t>;

class Checker {
 public:
  Checker(const model::Case& source, const std::vector<BoundExhibit>& exhibits,
          diagnostics::Sink& sink)
      : source_(source), exhibits_(exhibits), sink_(sink), limits_(LimitsOf(source)) {}

  void CheckRegister() {
    for (std::size_t i = 0; i < source_.exhibits.size(); ++i) {
      for (const model::Text& text : source_.exhibits[i].identifiers) CheckEntry(i, text);
    }
  }

  void CheckBlocks(const std::vector<markdown::Block>& blocks) {
    for (const markdown::Block& block : blocks) {
      if (block.kind != markdown::BlockKind::kCode) CheckInlines(block.inlines);
      CheckBlocks(block.children);
    }
  }

 private:
  void CheckEntry(std::size_t index, const model::Text& text) {
    const std::string& id = source_.exhibits[index].id.value;
    const auto reading = identifiers::ParseIdentifier(text.value, limits_);
    if (const auto* error = std::get_if<IdentifierError>(&reading)) {
      sink_.Report({.kind = Kind::kIdentifierMalformed,
                    .args = {text.value, Id(ToString(error->kind)), error->reason},
                    .place = Within(text.span, text.value.size(), error->at,
                                    std::min(text.value.size(), error->at + 1)),
                    .exhibits = {id},
                    .hint = "copy it from the document; `dossier explain D0116` shows how each "
                            "kind is written"});
    } else if (const auto* identifier = std::get_if<Identifier>(&reading)) {
      Compare(index, *identifier, text.span);
    } else {
      sink_.Report({.kind = Kind::kIdentifierUnknown,
                    .args = {text.value},
                    .place = text.span,
                    .exhibits = {id},
                    .hint = "it is printed as it stands; compare it with the document"});
    }
  }

  void Compare(std::size_t index, const Identifier& identifier, Span place) {
    const auto [known, fresh] =
        first_.emplace(std::pair{identifier.kind, identifier.canonical}, index);
    const std::size_t other = known->second;
    if (fresh || other == index || AreTranslations(other, index)) return;
    const auto& a = exhibits_[other].sha256;
    const auto& b = exhibits_[index].sha256;
    if (!a || !b || *a == *b) return;
    const std::string& first = source_.exhibits[other].id.value;
    const std::string& second = source_.exhibits[index].id.value;
    sink_.Report(
        {.kind = Kind::kSameIdentifier,
         .args = {Id(first), Id(second), identifier.canonical},
         .place = place,
         .exhibits = {first, second},
         .related = {{{"exhibit {0} is registered here", {Id(first)}},
                      source_.exhibits[other].id.span}},
         .hint = "correct one of them, take one exhibit out, or register a translation as one"});
  }

  /// What an exhibit is a translation of; itself when it is none.
  [[nodiscard]] std::string_view OriginalOf(std::size_t index) const {
    const model::Exhibit& exhibit = source_.exhibits[index];
    return exhibit.translation ? exhibit.translation->of.value : exhibit.id.value;
  }
  [[nodiscard]] bool AreTranslations(std::size_t a, std::size_t b) const {
    return OriginalOf(a) == OriginalOf(b);
  }

  void CheckInlines(const std::vector<markdown::Inline>& inlines) {
    for (const markdown::Inline& node : inlines) {
      if (node.kind == markdown::InlineKind::kText) CheckWords(node);
      CheckInlines(node.children);
    }
  }

  void CheckWords(const markdown::Inline& node) {
    for (const FoundIdentifier& found : identifiers::FindIdentifiers(node.text, limits_)) {
      const auto* error = std::get_if<IdentifierError>(&found.reading);
      if (error == nullptr) continue;
      sink_.Report({.kind = Kind::kIdentifierDoubtful,
                    .args = {node.text.substr(found.begin, found.end - found.begin),
                             Id(ToString(error->kind)), error->reason},
                    .place = Within(node.span, node.text.size(), found.begin, found.end),
                    .hint = "compare it with the source; words between backquotes are left alone"});
    }
  }

  const model::Case& source_;
  const std::vector<BoundExhibit>& exhibits_;
  diagnostics::Sink& sink_;
  Limits limits_;
  Known first_;
};

}  // namespace

void CheckIdentifiers(const model::Case& source, const std::vector<BoundExhibit>& exhibits,
                      diagnostics::Sink& sink) {
  Checker checker(source, exhibits, sink);
  checker.CheckRegister();
  for (const model::Argument& argument : source.arguments) {
    checker.CheckBlocks(argument.document.blocks);
    for (const markdown::Note& note : argument.document.notes) checker.CheckBlocks(note.blocks);
  }
}

}  // namespace dossier::resolve
