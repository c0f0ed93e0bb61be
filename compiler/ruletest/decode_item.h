// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/load/fields.h"
#include "compiler/ruletest/pack_tests.h"

namespace dossier::ruletest {

/// An item of a test: the keys of the register and of a ground that rules can ask about.
void DecodeTestItem(load::Fields& fields, TestItem& item);

/// The same for what stands against a criterion, with `answered`.
void DecodeAgainst(load::Fields& fields, TestItem& item);

}  // namespace dossier::ruletest
