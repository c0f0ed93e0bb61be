// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "compiler/driver/request.h"

namespace dossier::cli {

/// One command, as it is typed and as the help shows it.
struct CommandEntry {
  driver::Command command;
  std::string_view name;
  std::string_view arguments;  // for the help: "[DOSSIER]"
  int least = 0;               // positional arguments
  int most = 0;
  std::string_view summary;
  std::string_view options;    // names of its own options, separated by spaces
};

/// One option. Commands name theirs; the ones marked `everywhere` belong to all.
struct OptionEntry {
  std::string_view name;   // long name without dashes
  char letter = 0;         // short form, or 0
  std::string_view value;  // placeholder of the value; empty for a switch
  std::string_view help;
  bool everywhere = false;
};

[[nodiscard]] std::span<const CommandEntry> Commands();
[[nodiscard]] std::span<const OptionEntry> Options();
/// Names that DESIGN reserves for commands which this version does not have.
[[nodiscard]] std::span<const std::string_view> ReservedCommands();
[[nodiscard]] const CommandEntry* FindCommand(std::string_view name);
[[nodiscard]] const OptionEntry* FindOption(std::string_view name);
[[nodiscard]] bool Takes(const CommandEntry& command, std::string_view option);

}  // namespace dossier::cli
