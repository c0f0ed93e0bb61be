// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/cli/command_line.h"
#include "compiler/cli/limits.h"
#include "compiler/cli/option_table.h"

namespace dossier::cli {
namespace {

std::string Padded(std::string text, std::size_t width) {
  if (text.size() < width) text.append(width - text.size(), ' ');
  return text + "  ";
}

std::string OptionLine(const OptionEntry& option) {
  std::string head = "  ";
  head += option.letter != 0 ? std::string("-") + option.letter + ", " : "    ";
  head += "--" + std::string(option.name);
  if (!option.value.empty()) head += " " + std::string(option.value);
  return Padded(head, 28) + std::string(option.help) + "\n";
}

std::string HelpForCommand(const CommandEntry& command) {
  std::string out = "dossier " + std::string(command.name) + " " + std::string(command.arguments) + "\n  " +
                    std::string(command.summary) + "\n\noptions:\n";
  for (const OptionEntry& option : Options()) {
    if (Takes(command, option.name)) out += OptionLine(option);
  }
  return out;
}

}  // namespace

std::string HelpText(const std::string& command) {
  if (command == kLimitsTopic) return LimitsText();
  if (const CommandEntry* entry = FindCommand(command)) return HelpForCommand(*entry);
  std::string out =
      "dossier: a compiler for evidence. Reads a case folder, says what is not proved yet, and\n"
      "writes the signed brief with its exhibits. It rates coverage, never merits, and gives no\n"
      "legal advice.\n\ncommands:\n";
  for (const CommandEntry& entry : Commands()) {
    out += "  " + Padded(std::string(entry.name) + " " + std::string(entry.arguments), 26) +
           std::string(entry.summary) + "\n";
  }
  out +=
      "\nDOSSIER is a folder with dossier.yaml, or that file; without it the nearest one upwards.\n"
      "exit codes: 0 clean, 1 findings, 2 command line, 3 case not loaded, 4 output or signature,\n"
      "5 nothing checked, 70 a bug. `dossier help COMMAND` shows the options,\n"
      "`dossier help limits` what an exhibit may use.\n";
  return out;
}

}  // namespace dossier::cli
