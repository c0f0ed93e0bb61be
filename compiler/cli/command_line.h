// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "compiler/driver/request.h"

namespace dossier::cli {

/// What is wrong with a command line, and what to try. Ends the run with exit 2.
struct UsageError {
  std::string message;
  std::string hint;
};

/// Reads the words after the program's name. Every option is spelled out (no abbreviations), every
/// value stands after `=` or as the next word, an option that does not belong to the command is an
/// error, and so is an argument too many.
[[nodiscard]] std::variant<driver::Request, UsageError> ParseCommandLine(
    const std::vector<std::string>& words);

/// The whole help, or that of one command; never fails.
[[nodiscard]] std::string HelpText(const std::string& command);

}  // namespace dossier::cli
