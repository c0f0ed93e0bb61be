// SPDX-License-Identifier: GPL-3.0-or-later
// Identifiers and references to articles: what is read prints to a text that is read as the same,
// in one spelling; errors and findings lie inside the text.
#include "compiler/identifiers/identifier.h"

#include "compiler/identifiers/article_reference.h"
#include "tests/fuzz/targets/target.h"

namespace {

using namespace dossier;  // NOLINT: one file

void CheckWhole(const std::string& text) {
  const identifiers::Limits limits{.latest_year = 2026};
  const auto reading = identifiers::ParseIdentifier(text, limits);
  if (const auto* error = std::get_if<identifiers::IdentifierError>(&reading)) {
    fuzz::Require(error->at <= text.size() && !error->reason.empty(), "an error outside the text");
  }
  const auto* identifier = std::get_if<identifiers::Identifier>(&reading);
  if (identifier == nullptr) return;
  const auto again = identifiers::ParseIdentifier(identifier->canonical, limits);
  const auto* same = std::get_if<identifiers::Identifier>(&again);
  fuzz::Require(same != nullptr, "what was printed cannot be read");
  fuzz::Require(*same == *identifier, "what was printed reads as something else");
}

void CheckInside(const std::string& text) {
  std::size_t last = 0;
  for (const identifiers::FoundIdentifier& found : identifiers::FindIdentifiers(text)) {
    fuzz::Require(found.begin >= last && found.begin < found.end && found.end <= text.size(),
                  "out of order");
    last = found.end;
  }
  last = 0;
  for (const identifiers::ArticleReference& found : identifiers::FindArticleReferences(text)) {
    fuzz::Require(found.begin >= last && found.begin < found.end && found.end <= text.size(),
                  "out of order");
    last = found.end;
    const std::string printed = CanonicalArticle(found.number);
    fuzz::Require(identifiers::ParseArticleReference(printed) == found.number,
                  "an article reads as another");
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text = fuzz::TextOf(data, size);
  CheckWhole(text);
  CheckInside(text);
  return 0;
}
