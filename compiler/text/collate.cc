// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/text/collate.h"

#include <unicode/coll.h>
#include <unicode/unistr.h>

#include "compiler/foundation/check.h"
#include "compiler/text/locale.h"

namespace dossier::text {

struct Collator::State {
  std::unique_ptr<icu::Collator> collator;
};

Collator::Collator(std::string_view language) : state_(std::make_unique<State>()) {
  UErrorCode status = U_ZERO_ERROR;
  state_->collator.reset(icu::Collator::createInstance(LocaleOf(language), status));
  DOSSIER_CHECK(U_SUCCESS(status), "ICU has the root collation built in");
}

Collator::~Collator() = default;
Collator::Collator(Collator&&) noexcept = default;
Collator& Collator::operator=(Collator&&) noexcept = default;

std::string Collator::SortKey(std::string_view text) const {
  const icu::UnicodeString words =
      icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
  std::string key(text.size() * 4 + 16, '\0');
  for (;;) {
    const std::int32_t size = state_->collator->getSortKey(
        words, reinterpret_cast<std::uint8_t*>(key.data()), static_cast<std::int32_t>(key.size()));
    const bool fits = static_cast<std::size_t>(size) <= key.size();
    key.resize(static_cast<std::size_t>(size));
    if (fits) {
      key.resize(key.empty() ? 0 : key.size() - 1);  // ICU counts the final zero
      return key;
    }
  }
}

}  // namespace dossier::text
