// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/cli/command_line.h"

#include <gtest/gtest.h>

#include <sstream>

#include "compiler/cli/option_table.h"

namespace dossier::cli {
namespace {

using driver::Command;
using driver::Request;

std::variant<Request, UsageError> Parse(const std::string& line) {
  std::istringstream in(line);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word);
  return ParseCommandLine(words);
}

Request Parsed(const std::string& line) {
  auto result = Parse(line);
  const auto* error = std::get_if<UsageError>(&result);
  EXPECT_EQ(error, nullptr) << line << ": " << (error != nullptr ? error->message : "");
  return error == nullptr ? std::get<Request>(result) : Request{};
}

UsageError Refused(const std::string& line) {
  auto result = Parse(line);
  const auto* error = std::get_if<UsageError>(&result);
  EXPECT_NE(error, nullptr) << line << " was accepted";
  return error == nullptr ? UsageError{} : *error;
}

TEST(CommandLineTest, ABuildWithItsOptions) {
  const Request request = Parsed("build case -o out --final --sign key.p12 --as-of lodged=2022-03-15 --today 2024-10-14 -j 2");
  EXPECT_EQ(request.command, Command::kBuild);
  EXPECT_EQ(request.arguments, std::vector<std::string>{"case"});
  EXPECT_EQ(request.output_dir, "out");
  EXPECT_EQ(request.key, "key.p12");
  EXPECT_TRUE(request.final_build);
  EXPECT_EQ(request.jobs, 2);
  ASSERT_EQ(request.as_of.size(), 1U);
  EXPECT_EQ(request.as_of[0].first, "lodged");
  EXPECT_EQ(request.as_of[0].second.ToString(), "2022-03-15");
  EXPECT_EQ(request.today->ToString(), "2024-10-14");
}

TEST(CommandLineTest, AnUnnamedDateIsTheFilingDate) {
  EXPECT_EQ(Parsed("check --as-of 2023").as_of[0].first, "filing");
}

TEST(CommandLineTest, OnlyNowReadsTheClock) {
  EXPECT_FALSE(Parsed("check").today_now);
  EXPECT_TRUE(Parsed("check --today now").today_now);
  EXPECT_EQ(Refused("check --today 2024-13-01").message, "--today is \"2024-13-01\"");
  EXPECT_EQ(Refused("check --today 2024").hint, "it takes a day such as 2024-10-14, or now");
}

TEST(CommandLineTest, FailOnNeverIsNoLevel) {
  EXPECT_EQ(Parsed("check --fail-on never").fail_on, std::nullopt);
  EXPECT_EQ(Parsed("check --fail-on warning").fail_on, diagnostics::Level::kWarning);
  EXPECT_EQ(Parsed("check").fail_on, diagnostics::Level::kError);
  EXPECT_EQ(Refused("check --fail-on sometimes").hint, "it takes error, warning, note or never");
}

TEST(CommandLineTest, OptionsAreNeverAbbreviated) {
  EXPECT_EQ(Refused("check --form json").hint, "did you mean --format?");
}

TEST(CommandLineTest, AnOptionOfAnotherCommandIsRefused) {
  EXPECT_EQ(Refused("check --sign key.pem").message, "\"check\" has no option --sign");
}

TEST(CommandLineTest, AWordAfterColorIsNotItsValueByAccident) {
  EXPECT_EQ(Refused("check --color case").message, "--color is \"case\"");
}

TEST(CommandLineTest, EmptyValuesAreRefused) {
  EXPECT_EQ(Refused("check --output=").message, "--output wants a value: FILE");
  EXPECT_EQ(Refused("check --output").message, "--output wants a value: FILE");
  EXPECT_EQ(Refused("check --quiet=yes").message, "--quiet takes no value");
  EXPECT_EQ(std::get<UsageError>(ParseCommandLine({"check", "--output", ""})).message, "--output wants a value: FILE");
}

TEST(CommandLineTest, TooManyArguments) {
  EXPECT_EQ(Refused("check a b").message, "\"check\" takes no argument \"b\"");
}

TEST(CommandLineTest, WhatACommandCannotDoWithout) {
  EXPECT_EQ(Refused("build case").message, "\"build\" wants a folder for the files");
  EXPECT_EQ(Refused("sign a.pdf").message, "\"sign\" wants a key");
  EXPECT_EQ(Refused("verify").message, "\"verify\" wants FILE.pdf");
}

TEST(CommandLineTest, UnknownCommandsSuggest) {
  EXPECT_EQ(Refused("chekc").hint, "did you mean \"check\"?");
  EXPECT_EQ(Refused("lsp").message, "the command \"lsp\" is not in this version");
}

TEST(CommandLineTest, TheSameWordTwice) {
  EXPECT_EQ(Refused("build -o a -o b").message, "--output-dir stands twice");
}

TEST(CommandLineTest, HelpOfACommandListsEveryOptionItTakes) {
  EXPECT_EQ(Parsed("build --help").help_topic, "build");
  for (const CommandEntry& command : Commands()) {
    const std::string help = HelpText(std::string(command.name));
    for (const OptionEntry& option : Options()) {
      EXPECT_EQ(help.find("--" + std::string(option.name) + (option.value.empty() ? "  " : " ")) != std::string::npos,
                Takes(command, option.name))
          << command.name << " --" << option.name;
    }
  }
}

TEST(CommandLineTest, EveryOptionThatACommandNamesExists) {
  for (const CommandEntry& command : Commands()) {
    std::istringstream names{std::string(command.options)};
    for (std::string name; names >> name;) EXPECT_NE(FindOption(name), nullptr) << command.name << " " << name;
  }
}

}  // namespace
}  // namespace dossier::cli
