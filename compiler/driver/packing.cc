// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/packing.h"

#include <unistd.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "compiler/driver/pack_files.h"
#include "compiler/driver/showing.h"
#include "compiler/io/standard_output.h"
#include "compiler/report/text_report.h"
#include "compiler/ruletest/decode.h"
#include "compiler/ruletest/run.h"

namespace dossier::driver {
namespace {

/// The packs that the command is about, or nothing after a word on standard error.
std::optional<std::vector<std::string>> Wanted(const Request& request) {
  if (!request.arguments.empty()) return request.arguments;
  Result<std::vector<std::string>> shipped = ShippedPackIds();
  if (shipped) return std::move(shipped).value();
  (void)Refuse(ExitCode::kNotLoaded, shipped.failure().reason);
  return std::nullopt;
}

bool ShowFindings(const OpenedPack& opened, const Request& request) {
  const report::TextStyle style{.color = UseColor(request, STDERR_FILENO)};
  return io::WriteStderr(report::FindingsAsText(opened.sink.findings(), opened.sources, style)).ok();
}

/// What the tests of one pack came to.
struct Tested {
  std::string pack;
  bool loaded = false;
  std::size_t tests = 0;
  std::size_t passed = 0;
  std::size_t arms = 0;
  std::size_t reached = 0;

  /// Of the arms, rounded down, so that only all of them are 100.
  [[nodiscard]] std::size_t Percent() const { return arms == 0 ? 100 : reached * 100 / arms; }
};

Tested Test(OpenedPack& opened) {
  Tested tested{.pack = opened.id};
  if (opened.packs.empty()) return tested;
  tested.loaded = true;
  ruletest::PackTests tests;
  tests.pack.value = opened.id;
  tests.path = opened.tests_shown;
  if (opened.has_tests) {
    auto read = ruletest::LoadPackTests(*opened.files, opened.tests_path, opened.tests_shown,
                                        opened.sources, opened.sink);
    tested.loaded = read.has_value();
    if (!read) return tested;
    tests = std::move(*read);
  }
  ruletest::Arms arms(opened.packs.front());
  const ruletest::Outcomes outcomes = ruletest::RunTests(
      tests, {.packs = opened.packs, .calendars = opened.calendars}, arms, opened.sink);
  if (!outcomes.empty()) ruletest::ReportUnreached(arms, opened.sink);
  tested.arms = arms.all().size();
  tested.reached = arms.reached();
  tested.tests = outcomes.size();
  tested.passed = static_cast<std::size_t>(
      std::count_if(outcomes.begin(), outcomes.end(), [](const auto& o) { return o->passed; }));
  return tested;
}

std::string Line(const Tested& tested) {
  if (!tested.loaded) return tested.pack + ": not loaded\n";
  return tested.pack + ": " + std::to_string(tested.passed) + " of " +
         std::to_string(tested.tests) + (tested.tests == 1 ? " test" : " tests") + " passed, " +
         std::to_string(tested.reached) + " of " + std::to_string(tested.arms) +
         (tested.arms == 1 ? " arm" : " arms") + " reached (" +
         std::to_string(tested.Percent()) + " %)\n";
}

ExitCode EndOf(const Tested& tested, int min_percent) {
  if (!tested.loaded) return ExitCode::kNotLoaded;
  const bool below = tested.Percent() < static_cast<std::size_t>(min_percent);
  const bool failed = tested.tests == 0 || tested.passed < tested.tests || below;
  return failed ? ExitCode::kFindings : ExitCode::kClean;
}

}  // namespace

ExitCode PackTestCommand(const Request& request) {
  const auto words = Wanted(request);
  if (!words) return ExitCode::kNotLoaded;
  std::string answer;
  ExitCode end = ExitCode::kClean;
  for (const std::string& word : *words) {
    Result<std::unique_ptr<OpenedPack>> opened = OpenPack(word);
    if (!opened) {
      end = Worse(end, Refuse(ExitCode::kNotLoaded, opened.failure().reason));
      continue;
    }
    const Tested tested = Test(**opened);
    if (!ShowFindings(**opened, request)) end = Worse(end, ExitCode::kOutputFailed);
    answer += Line(tested);
    end = Worse(end, EndOf(tested, request.min_percent));
  }
  return Worse(end, ShowResult(answer, request.output));
}

}  // namespace dossier::driver
