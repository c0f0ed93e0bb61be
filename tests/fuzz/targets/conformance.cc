// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of accessible and lasting files on a strange page. A line that is drawn without a mark is
// always found, whatever follows; the answer is the same twice, in order, about pages that exist.
// The page as an exhibit brings no marks of its structure into a bundle. The input is the content
// behind the line, then a form and a CMap.
#include "compiler/pdf/bundle_writer.h"
#include "compiler/pdf/conformance/conformance.h"
#include "tests/fuzz/targets/target.h"
#include "tests/unit/pdf/drawn_pdf.h"

namespace dossier::fuzz {
namespace {

using Faults = std::vector<pdf::ConformanceFault>;

Bytes FileOf(Pieces input) {
  using pdf::testing_support::Stream;
  const std::string form = input.Take(input.Byte());
  const std::string table = input.Take(input.Byte());
  return pdf::testing_support::MakeDrawn(
      {.content = "0 0 m 9 9 l S\n" + input.Rest(),
       .resources = "/XObject << /X 7 0 R >> /Properties << /M << /MCID 1 >> /W << /ActualText (a) >> >>",
       .more = {"<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /ToUnicode 8 0 R "
                "/DescendantFonts [ << /Subtype /CIDFontType2 >> ] >>",
                Stream(form, "/Subtype /Form /BBox [ 0 0 200 100 ]"), Stream(table)}});
}

bool Has(const Faults& faults, pdf::ConformanceRule rule) {
  for (const pdf::ConformanceFault& fault : faults) {
    if (fault.rule == rule) return true;
  }
  return false;
}

void CheckOrder(const Faults& faults) {
  for (std::size_t i = 0; i < faults.size(); ++i) {
    Require(faults[i].page == -1 || faults[i].page == 0, "a fault on a page that is not there");
    const bool rising = i == 0 || std::pair(faults[i - 1].page, faults[i - 1].rule) <
                                      std::pair(faults[i].page, faults[i].rule);
    Require(rising, "faults out of order, or one twice");
  }
}

void CheckBundle(const Bytes& exhibit) {
  static const Bytes brief = pdf::testing_support::MakeDrawn({.content = "", .resources = "", .more = {}});
  Result<pdf::BundleWriter> writer = pdf::BundleWriter::Start(brief, 1);
  if (!writer) return;
  const std::vector<pdf::StampedPage> stamps(1, {.stamp = 0, .link = "", .alternative = "x", .link_words = "y"});
  if (!writer->AddExhibit("exhibit", exhibit, stamps)) return;
  const Result<Bytes> bundle = writer->Write();
  if (!bundle) return;
  const Result<Faults> faults = pdf::CheckConformance(*bundle);
  Require(faults.ok(), "a bundle that cannot be checked");
  Require(!Has(*faults, pdf::ConformanceRule::kMarkInForm), "a mark came over with an exhibit");
}

}  // namespace
}  // namespace dossier::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dossier;  // NOLINT: one function
  const Bytes file = fuzz::FileOf({data, size});
  const Result<fuzz::Faults> faults = pdf::CheckConformance(file);
  if (!faults) return 0;
  fuzz::Require(fuzz::Has(*faults, pdf::ConformanceRule::kUnmarkedContent), "a line without a mark was not found");
  fuzz::CheckOrder(*faults);
  const Result<fuzz::Faults> again = pdf::CheckConformance(file);
  fuzz::Require(again.ok() && again->size() == faults->size(), "another answer the second time");
  fuzz::CheckBundle(file);
  return 0;
}
