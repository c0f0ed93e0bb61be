// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/text/breaks.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include "compiler/foundation/check.h"

namespace dossier::text {
namespace {

/// Calls `visit(offset, rule status)` for every boundary after the start.
template <typename Visit>
void EachBoundary(icu::BreakIterator& iterator, std::string_view text, Visit visit) {
  UErrorCode status = U_ZERO_ERROR;
  UText opened = UTEXT_INITIALIZER;
  utext_openUTF8(&opened, text.data(), static_cast<std::int64_t>(text.size()), &status);
  iterator.setText(&opened, status);
  DOSSIER_CHECK(U_SUCCESS(status), "ICU reads any bytes as UTF-8");
  iterator.first();
  for (std::int32_t at = iterator.next(); at != icu::BreakIterator::DONE; at = iterator.next()) {
    visit(static_cast<std::uint32_t>(at), iterator.getRuleStatus());
  }
  utext_close(&opened);
}

}  // namespace

struct LineBreaker::Iterators {
  std::unique_ptr<icu::BreakIterator> lines;
  std::unique_ptr<icu::BreakIterator> characters;  // made when first wanted
};

LineBreaker::LineBreaker() : iterators_(std::make_unique<Iterators>()) {
  UErrorCode status = U_ZERO_ERROR;
  iterators_->lines.reset(icu::BreakIterator::createLineInstance(icu::Locale::getRoot(), status));
  DOSSIER_CHECK(U_SUCCESS(status), "ICU has its line breaking rules built in");
}

LineBreaker::~LineBreaker() = default;

std::vector<Break> LineBreaker::Find(std::string_view text) {
  std::vector<Break> breaks;
  breaks.reserve(text.size() / 5 + 1);
  EachBoundary(*iterators_->lines, text, [&](std::uint32_t offset, std::int32_t status) {
    const bool mandatory = status >= UBRK_LINE_HARD && status < UBRK_LINE_HARD_LIMIT;
    breaks.push_back({offset, mandatory});
  });
  return breaks;
}

std::vector<std::uint32_t> LineBreaker::FindCharacters(std::string_view text) {
  if (!iterators_->characters) {
    UErrorCode status = U_ZERO_ERROR;
    iterators_->characters.reset(
        icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
    DOSSIER_CHECK(U_SUCCESS(status), "ICU has its character rules built in");
  }
  std::vector<std::uint32_t> offsets;
  EachBoundary(*iterators_->characters, text,
               [&](std::uint32_t offset, std::int32_t) { offsets.push_back(offset); });
  return offsets;
}

}  // namespace dossier::text
