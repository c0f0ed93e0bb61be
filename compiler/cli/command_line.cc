// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/cli/command_line.h"

#include <algorithm>
#include <boost/program_options.hpp>
#include <charconv>
#include <optional>

#include "compiler/cli/limits.h"
#include "compiler/cli/option_table.h"
#include "compiler/foundation/joined.h"
#include "compiler/foundation/suggest.h"
#include "compiler/model/condition.h"

namespace dossier::cli {
namespace {

namespace po = boost::program_options;
using driver::Request;
using Values = std::vector<po::option>;

/// Boost wants a name for what has none. No one can type it: it holds a blank.
constexpr char kArgument[] = "an argument";

UsageError UnknownWord(std::string_view what, std::string_view word,
                       const std::vector<std::string_view>& known) {
  UsageError error{.message = "unknown " + std::string(what) + " \"" + std::string(word) + "\"", .hint = ""};
  if (const auto near = Closest(word, known)) error.hint = "did you mean \"" + *near + "\"?";
  return error;
}

/// The commands that begin with `word`: "pack test", "pack lint".
std::vector<std::string_view> CommandsOf(std::string_view word) {
  std::vector<std::string_view> names;
  for (const CommandEntry& entry : Commands()) {
    const bool within = entry.name.size() > word.size() && entry.name.starts_with(word);
    if (within && entry.name[word.size()] == ' ') names.push_back(entry.name);
  }
  return names;
}

/// `pack` without the word that says what to do with it.
UsageError HalfCommand(std::string_view word, const std::vector<std::string_view>& names) {
  std::string hint = "it takes ";
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) hint += i + 1 == names.size() ? " or " : ", ";
    hint += names[i].substr(word.size() + 1);
  }
  return {.message = "\"" + std::string(word) + "\" wants a word for what to do", .hint = hint};
}

UsageError UnknownCommand(std::string_view word) {
  if (const auto names = CommandsOf(word); !names.empty()) return HalfCommand(word, names);
  const auto reserved = ReservedCommands();
  if (std::find(reserved.begin(), reserved.end(), word) != reserved.end()) {
    return {.message = "the command \"" + std::string(word) + "\" is not in this version", .hint = "dossier help"};
  }
  std::vector<std::string_view> known;
  for (const CommandEntry& entry : Commands()) known.push_back(entry.name);
  UsageError error = UnknownWord("command", word, known);
  if (error.hint.empty()) error.hint = "dossier help";
  return error;
}

po::options_description Describe(const CommandEntry& command) {
  po::options_description description;
  description.add_options()(kArgument, po::value<std::vector<std::string>>(), "");
  for (const OptionEntry& option : Options()) {
    if (!Takes(command, option.name)) continue;
    std::string name(option.name);
    if (option.letter != 0) name += std::string(",") + option.letter;
    if (option.value.empty()) {
      description.add_options()(name.c_str(), "");
    } else {
      description.add_options()(name.c_str(), po::value<std::vector<std::string>>(), "");
    }
  }
  return description;
}

/// Boost's own words name neither the command nor a near option; these do.
UsageError FromException(const po::error& exception, const CommandEntry& command) {
  if (const auto* unknown = dynamic_cast<const po::unknown_option*>(&exception)) {
    std::vector<std::string_view> known;
    for (const OptionEntry& option : Options()) {
      if (Takes(command, option.name)) known.push_back(option.name);
    }
    std::string word = unknown->get_option_name();
    while (!word.empty() && word.front() == '-') word.erase(0, 1);
    if (FindOption(word) != nullptr) {
      return {.message = "\"" + std::string(command.name) + "\" has no option --" + word,
              .hint = "dossier help " + std::string(command.name)};
    }
    UsageError error = UnknownWord("option", "--" + word, {});
    if (const auto near = Closest(word, known)) error.hint = "did you mean --" + *near + "?";
    return error;
  }
  if (const auto* named = dynamic_cast<const po::invalid_command_line_syntax*>(&exception)) {
    std::string word = named->get_option_name();
    while (!word.empty() && word.front() == '-') word.erase(0, 1);
    if (const OptionEntry* option = FindOption(word)) {
      const std::string name = "--" + word;
      if (option->value.empty()) return {.message = name + " takes no value", .hint = ""};
      return {.message = name + " wants a value: " + std::string(option->value), .hint = ""};
    }
  }
  return {.message = exception.what(), .hint = "dossier help " + std::string(command.name)};
}

template <typename T>
using Parsed = std::variant<T, UsageError>;

Parsed<Values> Split(const CommandEntry& command, const std::vector<std::string>& words) {
  namespace style = po::command_line_style;
  const po::options_description description = Describe(command);
  po::positional_options_description positional;
  positional.add(kArgument, -1);
  try {
    po::basic_parsed_options<char> parsed =
        po::command_line_parser(words)
            .options(description)
            .positional(positional)
            .style(style::unix_style & ~style::allow_guessing)
            .run();
    for (const po::option& option : parsed.options) {
      const OptionEntry* entry = FindOption(option.string_key);
      if (entry != nullptr && !entry->value.empty() && (option.value.empty() || option.value.front().empty())) {
        return UsageError{.message = "--" + option.string_key + " wants a value: " + std::string(entry->value), .hint = ""};
      }
    }
    return parsed.options;
  } catch (const po::error& exception) {
    return FromException(exception, command);
  } catch (const std::exception& exception) {
    return UsageError{.message = exception.what(), .hint = "dossier help"};
  }
}

std::optional<int> ToNumber(const std::string& text) {
  int value = 0;
  const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (code != std::errc() || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

UsageError BadValue(std::string_view option, std::string_view value, std::string_view wanted) {
  return {.message = "--" + std::string(option) + " is \"" + std::string(value) + "\"", .hint = "it takes " + std::string(wanted)};
}

std::optional<UsageError> SetAsOf(const std::string& value, Request& request) {
  const std::size_t equals = value.find('=');
  const std::string name = equals == std::string::npos ? "filing" : value.substr(0, equals);
  const std::optional<Date> date = Date::Parse(equals == std::string::npos ? value : value.substr(equals + 1));
  if (std::find(model::kNamedDates.begin(), model::kNamedDates.end(), name) == model::kNamedDates.end()) {
    return UsageError{.message = "--as-of names the date \"" + name + "\"", .hint = "the named dates are " + Joined(model::kNamedDates)};
  }
  if (!date) return BadValue("as-of", value, "[NAME=]DATE, for example filing=2024-10-14");
  request.as_of.emplace_back(name, *date);
  return std::nullopt;
}

std::optional<UsageError> SetToday(const std::string& value, Request& request) {
  request.today_now = value == "now";
  request.today = Date::Parse(value);
  if (!request.today_now && !(request.today && request.today->is_day())) {
    return BadValue("today", value, "a day such as 2024-10-14, or now");
  }
  return std::nullopt;
}

std::optional<UsageError> SetChoice(const std::string& name, const std::string& value, Request& request) {
  if (name == "format") {
    if (value == "text") return request.format = driver::Format::kText, std::nullopt;
    if (value == "json") return request.format = driver::Format::kJson, std::nullopt;
    return BadValue(name, value, "text or json");
  }
  if (name == "color") {
    if (value == "auto") return request.color = driver::ColorWhen::kAuto, std::nullopt;
    if (value == "always") return request.color = driver::ColorWhen::kAlways, std::nullopt;
    if (value == "never") return request.color = driver::ColorWhen::kNever, std::nullopt;
    return BadValue(name, value, "auto, always or never");
  }
  if (name == "language") {
    if (value == "en" || value == "lt") return request.language = value, std::nullopt;
    return BadValue(name, value, "en or lt");
  }
  request.fail_on = diagnostics::ParseLevel(value);
  if (!request.fail_on && value != "never") return BadValue(name, value, "error, warning, note or never");
  return std::nullopt;
}

std::optional<UsageError> SetPercent(const std::string& value, Request& request) {
  const std::optional<int> number = ToNumber(value);
  if (!number || *number > 100) return BadValue("min", value, "a number from 0 to 100");
  request.min_percent = *number;
  return std::nullopt;
}

std::optional<UsageError> SetNumber(const std::string& name, const std::string& value, Request& request) {
  const std::optional<int> number = ToNumber(value);
  if (!number || (name == "jobs" && (*number < 1 || *number > 256))) {
    return BadValue(name, value, name == "jobs" ? "a number from 1 to 256" : "the number of an open descriptor");
  }
  (name == "jobs" ? request.jobs : request.passphrase_fd) = *number;
  return std::nullopt;
}

std::optional<UsageError> SetLimit(const std::string& value, Request& request) {
  const std::size_t equals = std::min(value.find('='), value.size());
  const std::string name = value.substr(0, equals);
  const std::optional<int> number = ToNumber(equals < value.size() ? value.substr(equals + 1) : "");
  const LimitEntry* limit = FindLimit(name);
  if (limit == nullptr) {
    std::vector<std::string_view> known;
    for (const LimitEntry& entry : Limits()) known.push_back(entry.name);
    UsageError error = UnknownWord("limit", name, known);
    if (error.hint.empty()) error.hint = "dossier help limits";
    return error;
  }
  if (!number || *number < 1 || *number > limit->most) {
    return BadValue("limit", value, name + "= and a number from 1 to " + std::to_string(limit->most));
  }
  limit->set(request.limits, *number);
  return std::nullopt;
}

bool SetSwitch(const std::string& name, Request& request) {
  if (name == "example") return request.example = true;
  if (name == "final") return request.final_build = true;
  if (name == "archival") return request.archival = true;
  if (name == "rendered") return request.rendered = true;
  if (name == "force") return request.force = true;
  if (name == "allow-empty") return request.allow_empty = true;
  if (name == "allow-no-sandbox") return request.allow_no_sandbox = true;
  if (name == "quiet") return request.quiet = true;
  if (name == "redact") return request.redact = true;
  if (name == "no-redact") {
    request.redact = false;
    return true;
  }
  return false;
}

std::optional<UsageError> SetWord(const std::string& name, const std::string& value, Request& request) {
  std::string* target = name == "template"     ? &request.template_name
                        : name == "output-dir" ? &request.output_dir
                        : name == "sign"       ? &request.key
                        : name == "key"        ? &request.key
                        : name == "case"       ? &request.case_dir
                        : name == "trust"      ? &request.trust
                        : name == "from"       ? &request.from_file
                        : name == "page"       ? &request.page
                        : name == "subject"    ? &request.subject
                        : name == "by"         ? &request.by
                        : name == "note"       ? &request.note
                                               : &request.output;
  if (!target->empty()) return UsageError{.message = "--" + name + " stands twice", .hint = ""};
  *target = value;
  return std::nullopt;
}

std::optional<UsageError> SetOption(const po::option& option, Request& request) {
  const std::string& name = option.string_key;
  if (SetSwitch(name, request)) return std::nullopt;
  const std::string value = option.value.empty() ? "" : option.value.front();
  if (name == "as-of") return SetAsOf(value, request);
  if (name == "accept") return request.accept.push_back(value), std::nullopt;
  if (name == "today") return SetToday(value, request);
  if (name == "format" || name == "color" || name == "fail-on" || name == "language") {
    return SetChoice(name, value, request);
  }
  if (name == "min") return SetPercent(value, request);
  if (name == "limit") return SetLimit(value, request);
  if (name == "jobs" || name == "passphrase-fd") return SetNumber(name, value, request);
  return SetWord(name, value, request);
}

std::optional<UsageError> CheckArguments(const CommandEntry& command, const Request& request) {
  const int count = static_cast<int>(request.arguments.size());
  const std::string name(command.name);
  if (count > command.most) {
    return UsageError{.message = "\"" + name + "\" takes no argument \"" +
                                 request.arguments[static_cast<std::size_t>(command.most)] + "\"",
                      .hint = "dossier help " + name};
  }
  if (count < command.least) {
    return UsageError{.message = "\"" + name + "\" wants " + std::string(command.arguments), .hint = "dossier help " + name};
  }
  if (command.command == driver::Command::kBuild && request.output_dir.empty()) {
    return UsageError{.message = "\"build\" wants a folder for the files", .hint = "dossier build -o DIR"};
  }
  if (command.command == driver::Command::kSign && request.key.empty()) {
    return UsageError{.message = "\"sign\" wants a key", .hint = "dossier sign FILE.pdf --key KEY"};
  }
  return std::nullopt;
}

}  // namespace

std::variant<Request, UsageError> ParseCommandLine(const std::vector<std::string>& words) {
  Request request;
  if (words.empty()) return request;
  std::string name = words.front();
  if (name == "--version") name = "version";
  if (name == "--help" || name == "-h") name = "help";
  const bool two = words.size() > 1 && FindCommand(name + " " + words[1]) != nullptr;
  if (two) name += " " + words[1];
  const CommandEntry* command = FindCommand(name);
  if (command == nullptr) return UnknownCommand(words.front());
  request.command = command->command;
  Parsed<Values> values = Split(*command, {words.begin() + (two ? 2 : 1), words.end()});
  if (auto* error = std::get_if<UsageError>(&values)) return *error;
  for (const po::option& option : std::get<Values>(values)) {
    if (option.position_key >= 0) {
      request.arguments.push_back(option.value.front());
    } else if (option.string_key == "help") {
      request.command = driver::Command::kHelp;
      request.help_topic = command->name;
      return request;
    } else if (auto error = SetOption(option, request)) {
      return *error;
    }
  }
  if (auto error = CheckArguments(*command, request)) return *error;
  if (request.command == driver::Command::kHelp && !request.arguments.empty()) {
    for (const std::string& word : request.arguments) {
      request.help_topic += (request.help_topic.empty() ? "" : " ") + word;
    }
    if (request.help_topic != kLimitsTopic && FindCommand(request.help_topic) == nullptr) {
      return UnknownCommand(request.help_topic);
    }
  }
  return request;
}

}  // namespace dossier::cli
