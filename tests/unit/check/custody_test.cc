// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/check/custody.h"

#include <gtest/gtest.h>

namespace dossier::check {
namespace {

model::CaseDate On(std::string_view date) {
  model::CaseDate out;
  out.date = Date::Parse(date);
  EXPECT_TRUE(out.date) << date;
  return out;
}

model::Case CaseWith(std::string_view captured, const std::vector<std::string_view>& steps,
                     std::string_view submitted = "") {
  model::Case source;
  model::Filing& first = source.header.filings.emplace_back();
  first.id.value = "f1";
  first.date = On("2024-10-14");
  model::Filing& second = source.header.filings.emplace_back();
  second.id.value = "f2";
  second.date = On("2024-06-01");
  model::Exhibit& exhibit = source.exhibits.emplace_back();
  exhibit.id.value = "e1";
  exhibit.submitted.value = submitted;
  if (!captured.empty()) exhibit.captured = On(captured);
  for (const std::string_view step : steps) exhibit.custody.push_back({.at = On(step), .by = "a", .action = "b", .tool = ""});
  return source;
}

/// Codes in the order reported.
std::string Codes(const model::Case& source) {
  diagnostics::Sink sink;
  CheckCustody(source, {}, sink);
  std::string codes;
  for (const diagnostics::Finding& finding : sink.findings()) {
    codes += (codes.empty() ? "" : " ") + std::string(diagnostics::Describe(finding.kind).code);
  }
  return codes;
}

TEST(Custody, InOrderIsFine) {
  EXPECT_EQ(Codes(CaseWith("2024-09-30T10:12:00Z", {"2024-09-30T10:12:00Z", "2024-09-30T10:15:00Z", "2024-10-01"})), "");
  EXPECT_EQ(Codes(CaseWith("", {})), "");
}

TEST(Custody, AStepBackInTimeIsTold) {
  EXPECT_EQ(Codes(CaseWith("", {"2024-10-02", "2024-10-01", "2024-10-03"})), "D0735");
  EXPECT_EQ(Codes(CaseWith("", {"2024-10-02T10:12:30Z", "2024-10-02T10:12:29Z"})), "D0735");
}

TEST(Custody, DatesThatOverlapAreInOrder) {
  EXPECT_EQ(Codes(CaseWith("", {"2024-10-02", "2024-10"})), "");
  EXPECT_EQ(Codes(CaseWith("", {"2024-10-02T23:00:00+02:00", "2024-10-02T22:00:00Z"})), "");
}

TEST(Custody, NoStepBeforeTheCapture) {
  EXPECT_EQ(Codes(CaseWith("2024-09-30T10:12:00Z", {"2024-09-29", "2024-10-01"})), "D0736");
  EXPECT_EQ(Codes(CaseWith("2024-09-30T10:12:00Z", {"2024-09-30T10:11:00Z"})), "D0736");
  EXPECT_EQ(Codes(CaseWith("2024-09", {"2024-09-01"})), "");
}

TEST(Custody, NoCaptureAfterTheFilingItGoesWith) {
  EXPECT_EQ(Codes(CaseWith("2024-10-15", {})), "D0737");
  EXPECT_EQ(Codes(CaseWith("2024-10-14", {})), "");
  EXPECT_EQ(Codes(CaseWith("2024-07-01", {}, "f2")), "D0737");
  EXPECT_EQ(Codes(CaseWith("2024-07-01", {}, "f1")), "");
}

TEST(Custody, TheFilingCanBeSetFromOutside) {
  diagnostics::Sink sink;
  CheckCustody(CaseWith("2024-09-30", {}), {{"filing", *Date::Parse("2024-09-01")}}, sink);
  ASSERT_EQ(sink.findings().size(), 1U);
  EXPECT_EQ(sink.findings()[0].Message(), "exhibit e1 was captured on 2024-09-30, and the filing is dated 2024-09-01");
}

}  // namespace
}  // namespace dossier::check
