// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "compiler/load/fields.h"
#include "compiler/model/condition.h"

namespace dossier::load {

/// When a rule applies: `{fact: id}`, `{date: lodged, before: 2026-06-12}`, `{all: [...]}` and the
/// other forms of rules/README.md. D0103 unless exactly one form is used with what belongs to it.
void DecodeWhen(const Value& value, model::Condition& when);
void DecodeWhen(const Value& value, std::optional<model::Condition>& when);

}  // namespace dossier::load
