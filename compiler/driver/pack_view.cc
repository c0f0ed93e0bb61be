// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/pack_view.h"

#include <utility>

#include "compiler/check/order.h"
#include "compiler/json/write.h"
#include "compiler/report/finding_json.h"

namespace dossier::driver {
namespace {

std::string Count(std::size_t number, std::string_view what) {
  return std::to_string(number) + " " + std::string(what) + (number == 1 ? "" : "s");
}

std::string TallyLine(const PackTally& tally) {
  return std::to_string(tally.passed) + " of " + Count(tally.tests, "test") + " passed, " +
         std::to_string(tally.reached) + " of " + Count(tally.arms, "arm") + " reached (" +
         std::to_string(tally.Percent()) + " %)";
}

}  // namespace

std::string PackLine(const PackResult& result) {
  const std::string name = result.pack + ": ";
  if (!result.loaded) return name + "not loaded\n";
  if (result.tally) return name + TallyLine(*result.tally) + "\n";
  return name + Count(result.errors, "error") + ", " + Count(result.warnings, "warning") + ", " +
         Count(result.notes, "note") + "\n";
}

json::Value PackAsJson(const PackResult& result, const OpenedPack& opened) {
  json::Value pack = json::Object();
  pack.Add("pack", result.pack);
  pack.Add("loaded", result.loaded);
  if (result.tally) {
    pack.Add("tests", result.tally->tests);
    pack.Add("passed", result.tally->passed);
    pack.Add("arms", result.tally->arms);
    pack.Add("reached", result.tally->reached);
    pack.Add("percent", result.tally->Percent());
  }
  json::Value findings = json::Array();
  for (const diagnostics::Finding& finding : opened.sink.findings()) {
    findings.Append(report::FindingAsJson(finding, check::FingerprintOf(finding), opened.sources, false));
  }
  pack.Add("findings", std::move(findings));
  return pack;
}

std::string PacksAsJson(json::Value packs) {
  json::Value answer = json::Object();
  answer.Add("format", 1);
  json::Value tool = json::Object();
  tool.Add("name", "dossier");
  tool.Add("version", DOSSIER_VERSION);
  answer.Add("tool", std::move(tool));
  answer.Add("packs", std::move(packs));
  return json::Write(answer);
}

}  // namespace dossier::driver
