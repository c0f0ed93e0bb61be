// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "compiler/diagnostics/sink.h"
#include "compiler/diagnostics/sources.h"
#include "compiler/io/file_system.h"
#include "compiler/ruletest/pack_tests.h"

namespace dossier::ruletest {

/// Reads the tests of a pack from `path`; places are named `shown`.
///
/// Every mistake of the file is reported (families 00 and 01), then there is nothing. A test or row
/// that expects nothing is D0102: it could not fail.
[[nodiscard]] std::optional<PackTests> LoadPackTests(const io::FileSystem& files,
                                                     std::string_view path, std::string_view shown,
                                                     diagnostics::Sources& sources,
                                                     diagnostics::Sink& sink);

}  // namespace dossier::ruletest
