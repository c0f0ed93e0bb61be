// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/model/case.h"
#include "compiler/model/pack.h"
#include "compiler/resolve/exhibit_pages.h"
#include "compiler/ruletest/pack_tests.h"

namespace dossier::ruletest {

/// The case that a test describes, as `load` and the intake would have given it.
struct MadeCase {
  model::Case source;
  resolve::ExhibitPagesById pages;
  model::Lock lock;
};

/// The day on which a test files when it names none.
inline constexpr Day kDefaultFiling{.year = 2024, .month = 10, .day = 1};

/// What the test leaves out is harmless: an item is an individual fact in a statement in English,
/// by a publisher of its own, published a month before the filing, cited with a page and locked.
/// What is asked: the criterion of the test, and `also`. A test without a criterion asks for every
/// criterion that it files something for.
///
/// Exhibits that the test does not name are item-1, item-2, ... in the order written. Citations
/// have places that differ from one another and lead nowhere: what is found in this case is
/// compared with what the test expects, and never shown.
[[nodiscard]] MadeCase MakeCase(const PackTest& test, const std::vector<model::RulePack>& packs,
                                const std::vector<std::string>& also);

}  // namespace dossier::ruletest
