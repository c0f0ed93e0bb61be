// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/pdf_findings.h"

#include <string>

#include "compiler/foundation/joined.h"
#include "compiler/inspect/trust.h"

namespace dossier::driver {
namespace {

using diagnostics::Finding;
using diagnostics::Id;
using diagnostics::Kind;
using inspect::ExhibitFacts;
using inspect::Oddity;
using inspect::OddityKind;

/// "page 3", "pages 1, 2 and 5", "pages 1, 2, 3, 4, 5, 6, 7, 8 and 12 more".
std::string Named(const std::vector<int>& pages) {
  constexpr std::size_t kMost = 8;
  std::string text = pages.size() == 1 ? "page " : "pages ";
  const std::size_t shown = std::min(pages.size(), kMost);
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) text += i + 1 == pages.size() ? " and " : ", ";
    text += std::to_string(pages[i]);
  }
  if (pages.size() > kMost) text += " and " + std::to_string(pages.size() - kMost) + " more";
  return text;
}

struct Way {
  OddityKind kind;
  const char* words;
};
constexpr Way kWays[] = {
    {OddityKind::kInvisibleText, "they are drawn without ink, or too small to be read"},
    {OddityKind::kOffPageText, "they stand outside of the page, or are cut off"},
    {OddityKind::kUncolouredText, "they have the colour of what is behind them"},
    {OddityKind::kHiddenLayerText, "they are on a layer that is switched off"}};

Finding Begin(Kind kind, const Finding& about, std::initializer_list<diagnostics::Arg> args) {
  Finding finding = about;
  finding.kind = kind;
  finding.args = {Id(about.exhibits.front())};
  finding.args.insert(finding.args.end(), args.begin(), args.end());
  return finding;
}

void ReportHidden(const ExhibitFacts& facts, const Finding& about, diagnostics::Sink& sink) {
  for (const Way& way : kWays) {
    const std::vector<int> pages = inspect::PagesWith(facts, way.kind);
    if (pages.empty()) continue;
    Finding hidden = Begin(Kind::kHiddenWords, about, {Id(Named(pages)), Id(way.words)});
    hidden.need = way.words;
    hidden.hint =
        "select and copy the whole page to see them; quotations are compared without them";
    sink.Report(std::move(hidden));
  }
  if (const std::vector<int> pages = inspect::PagesWith(facts, OddityKind::kCoveredText);
      !pages.empty()) {
    Finding covered = Begin(Kind::kCoveredWords, about, {Id(Named(pages))});
    covered.hint =
        "whoever gets the file can copy them; if they must stay secret, register a file without "
        "them";
    sink.Report(std::move(covered));
  }
  if (const std::vector<int> pages = inspect::PagesWith(facts, OddityKind::kRemappedText);
      !pages.empty()) {
    Finding other = Begin(Kind::kOtherLetters, about, {Id(Named(pages))});
    other.hint = "quotations from there are not checked; compare them with the page by eye";
    sink.Report(std::move(other));
  }
}

void ReportUnsearched(const ExhibitFacts& facts, const Finding& about, diagnostics::Sink& sink) {
  std::string parts;
  if (const std::vector<int> pages = inspect::PagesWith(facts, OddityKind::kUnreadPart);
      !pages.empty()) {
    parts = Named(pages);
  }
  for (const Oddity& oddity : facts.oddities) {
    if (oddity.kind != OddityKind::kUnreadPart || oddity.page != 0) continue;
    parts += (parts.empty() ? "" : ", ") + std::to_string(oddity.count) +
             (oddity.count == 1 ? " file inside it" : " files inside it");
  }
  if (parts.empty()) return;
  Finding unread = Begin(Kind::kNotSearched, about, {Id(parts)});
  unread.hint =
      "quotations from such pages are not checked; print the file to a new PDF and register that";
  sink.Report(std::move(unread));
}

void ReportRevisions(const ExhibitFacts& facts, const Finding& about, diagnostics::Sink& sink) {
  std::string parts;
  for (const Oddity& oddity : facts.oddities) {
    if (oddity.kind != OddityKind::kLaterRevision) continue;
    const bool signature = oddity.detail == "signature";
    const std::string count = std::to_string(oddity.count);
    parts += parts.empty() ? "" : "; ";
    if (signature) {
      parts += count + (oddity.count == 1 ? " signature does" : " signatures do") +
               " not speak for all of it";
    } else {
      parts += "saved " + count + (oddity.count == 1 ? " more time" : " more times");
    }
  }
  if (parts.empty()) return;
  Finding later = Begin(Kind::kLaterRevision, about, {Id(parts)});
  later.hint =
      "the bundle takes over the last state only; ask for the file as it was issued where the "
      "history matters";
  sink.Report(std::move(later));
}

void ReportNames(const ExhibitFacts& facts, const Finding& about, diagnostics::Sink& sink) {
  std::string names = Joined(facts.description.authors);
  if (names.empty()) return;
  Finding named = Begin(Kind::kMetadataNames, about, {names});
  named.hint = "the bundle leaves this behind; the file itself, where it is passed on, does not";
  sink.Report(std::move(named));
}

}  // namespace

void ReportPdf(const ExhibitFacts& facts, const Finding& about, diagnostics::Sink& sink) {
  if (facts.media != inspect::MediaType::kPdf) return;
  ReportHidden(facts, about, sink);
  ReportUnsearched(facts, about, sink);
  ReportRevisions(facts, about, sink);
  ReportNames(facts, about, sink);
}

}  // namespace dossier::driver
