// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/packing.h"

#include <unistd.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "compiler/driver/filing_checks.h"
#include "compiler/driver/pack_files.h"
#include "compiler/driver/pack_view.h"
#include "compiler/driver/showing.h"
#include "compiler/evaluate/bind.h"
#include "compiler/io/standard_output.h"
#include "compiler/report/text_report.h"
#include "compiler/rulebook/lint.h"
#include "compiler/rulebook/render.h"
#include "compiler/ruletest/decode.h"
#include "compiler/ruletest/run.h"

namespace dossier::driver {
namespace {

using diagnostics::Id;
using diagnostics::Level;

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

/// The tests of the pack; nothing when they cannot be read.
std::optional<ruletest::PackTests> TestsOf(OpenedPack& opened) {
  if (!opened.has_tests) {
    ruletest::PackTests none;
    none.pack.value = opened.id;
    none.path = opened.tests_shown;
    return none;
  }
  auto tests = ruletest::LoadPackTests(*opened.files, opened.tests_path, opened.tests_shown,
                                       opened.sources, opened.sink);
  if (!tests || tests->pack.value == opened.id) return tests;
  opened.sink.Report({.kind = diagnostics::Kind::kWrongType,
                      .args = {Id("pack"), Id(opened.id), Id(tests->pack.value)},
                      .place = tests->pack.span,
                      .hint = "the tests stand under the name of their pack"});
  return std::nullopt;
}

bool Test(OpenedPack& opened, PackTally& tally) {
  const std::optional<ruletest::PackTests> tests = TestsOf(opened);
  if (!tests) return false;
  ruletest::Arms arms(opened.packs.front());
  const ruletest::Outcomes outcomes = ruletest::RunTests(
      *tests, {.packs = opened.packs, .calendars = opened.calendars}, arms, opened.sink);
  // Without a test every arm is unreached, which D0317 has said.
  if (!outcomes.empty()) ruletest::ReportUnreached(arms, opened.sink);
  tally.arms = arms.all().size();
  tally.reached = arms.reached();
  tally.tests = outcomes.size();
  tally.passed = static_cast<std::size_t>(
      std::count_if(outcomes.begin(), outcomes.end(), [](const auto& o) { return o->passed; }));
  return true;
}

void Lint(OpenedPack& opened, const Request& request) {
  evaluate::BindRules(model::Case{}, opened.packs, opened.sink);
  rulebook::Lint(opened.packs, TodayOf(request), opened.sink);
}

void CountFindings(const OpenedPack& opened, PackResult& result) {
  for (const diagnostics::Finding& finding : opened.sink.findings()) {
    const Level level = finding.EffectiveLevel();
    ++(level == Level::kError     ? result.errors
       : level == Level::kWarning ? result.warnings
                                  : result.notes);
  }
}

ExitCode EndOf(const PackResult& result, const Request& request) {
  if (!result.loaded) return ExitCode::kNotLoaded;
  const bool fails = request.fail_on && ((*request.fail_on <= Level::kError && result.errors > 0) ||
                                         (*request.fail_on <= Level::kWarning && result.warnings > 0) ||
                                         (*request.fail_on <= Level::kNote && result.notes > 0));
  const bool below = result.tally &&
                     result.tally->Percent() < static_cast<std::size_t>(request.min_percent);
  return fails || below ? ExitCode::kFindings : ExitCode::kClean;
}

/// The work on one pack, and what to say of it.
PackResult Work(OpenedPack& opened, const Request& request) {
  PackResult result;
  result.pack = opened.id;
  result.loaded = !opened.packs.empty();
  if (result.loaded && request.command == Command::kPackTest) {
    result.loaded = Test(opened, result.tally.emplace());
  } else if (result.loaded) {
    Lint(opened, request);
  }
  CountFindings(opened, result);
  return result;
}

ExitCode EachPack(const Request& request) {
  const auto words = Wanted(request);
  if (!words) return ExitCode::kNotLoaded;
  const bool as_json = request.format == Format::kJson;
  std::string lines;
  json::Value packs = json::Array();
  ExitCode end = ExitCode::kClean;
  for (const std::string& word : *words) {
    Result<std::unique_ptr<OpenedPack>> opened = OpenPack(word);
    if (!opened) {
      end = Worse(end, Refuse(ExitCode::kNotLoaded, opened.failure().reason));
      continue;
    }
    const PackResult result = Work(**opened, request);
    if (as_json) {
      packs.Append(PackAsJson(result, **opened));
    } else if (!ShowFindings(**opened, request)) {
      end = Worse(end, ExitCode::kOutputFailed);
    }
    lines += PackLine(result);
    end = Worse(end, EndOf(result, request));
  }
  const std::string answer = as_json ? PacksAsJson(std::move(packs)) : lines;
  return Worse(end, ShowResult(answer, request.output));
}

}  // namespace

ExitCode PackTestCommand(const Request& request) { return EachPack(request); }

ExitCode PackLintCommand(const Request& request) { return EachPack(request); }

ExitCode PackRenderCommand(const Request& request) {
  Result<std::unique_ptr<OpenedPack>> opened = OpenPack(request.arguments.front());
  if (!opened) return Refuse(ExitCode::kNotLoaded, opened.failure().reason);
  if (!ShowFindings(**opened, request)) return ExitCode::kOutputFailed;
  if ((*opened)->packs.empty()) return ExitCode::kNotLoaded;
  const std::string language = request.language.empty() ? "en" : request.language;
  return ShowResult(rulebook::Render((*opened)->packs.front(), language), request.output);
}

}  // namespace dossier::driver
