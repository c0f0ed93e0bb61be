// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"
#include "compiler/inspect/exhibit_facts.h"

namespace dossier::office {

/// An OpenDocument text (ODT, ODF 1.3) as an exhibit, in the same form and with the same failures as
/// `ReadDocx`. A document locked with a password is a failure. For the worker.
Result<inspect::ExhibitFacts> ReadOdt(ByteView file);

}  // namespace dossier::office
