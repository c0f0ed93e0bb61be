// SPDX-License-Identifier: GPL-3.0-or-later
// Content of a PDF page. What is drawn before it without ink is always found, whatever follows; the
// answer is the same twice; it never speaks of another page, of no letters, or of a place that is
// no number. The input is the content behind, then a form, a CMap and a font file.
#include <cmath>

#include "compiler/foundation/utf8.h"
#include "compiler/pdf/inspect_pdf.h"
#include "tests/fuzz/targets/target.h"
#include "tests/unit/pdf/drawn_pdf.h"

namespace dossier::fuzz {
namespace {

Bytes FileOf(Pieces input) {
  using pdf::testing_support::Stream;
  const std::string form = input.Take(input.Byte());
  const std::string table = input.Take(input.Byte());
  const std::string font = input.Take(input.Byte());
  return pdf::testing_support::MakeDrawn(
      {.content = "q BT 3 Tr /F1 10 Tf 20 50 Td (known words) Tj ET Q\n" + input.Rest(),
       .resources = "/XObject << /X 7 0 R >> /ExtGState << /G << /ca 0.5 >> >>",
       .more = {"<< /Type /Font /Subtype /Type0 /Encoding /Identity-H /ToUnicode 8 0 R "
                "/DescendantFonts [ << /Subtype "
                "/CIDFontType2 /FontDescriptor << /FontFile2 9 0 R >> >> ] >>",
                Stream(form, "/Subtype /Form /BBox [ 0 0 200 100 ]"), Stream(table),
                Stream(font)}});
}

void CheckTruth(const pdf::PdfFacts& facts) {
  Require(facts.truth.size() == static_cast<std::size_t>(facts.page_count),
          "an answer for another number of pages");
  for (std::size_t page = 0; page < facts.truth.size(); ++page) {
    for (const pdf::PageDeceit& deceit : facts.truth[page].deceits) {
      Require(deceit.page == static_cast<int>(page) + 1, "a word on another page");
      Require(deceit.letters > 0, "no letters at all");
      Require(utf8::IsValid(deceit.words), "words that are no text");
    }
    for (const pdf::HiddenSpot& spot : facts.truth[page].hidden) {
      Require(std::isfinite(spot.x) && std::isfinite(spot.y), "a place that is no number");
    }
  }
}

bool FindsKnownWords(const pdf::PdfFacts& facts) {
  const pdf::PageTruth& truth = facts.truth.at(0);
  if (truth.ocr_layer || truth.incomplete) return true;
  for (const pdf::PageDeceit& deceit : truth.deceits) {
    if (deceit.kind == pdf::Deceit::kInvisible && deceit.words.starts_with("known words"))
      return true;
  }
  return false;
}

}  // namespace
}  // namespace dossier::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dossier;  // NOLINT: one function
  const Bytes file = fuzz::FileOf({data, size});
  const auto facts = pdf::ReadPdfFacts(file);
  if (!facts.ok()) return 0;
  fuzz::CheckTruth(*facts);
  // Seen letters of the same look in the same place would make them no secret.
  const bool shown_again = facts->truth.at(0).deceits.empty() ||
                           file.find("Tj", file.find("known words") + 20) != Bytes::npos ||
                           file.find("TJ") != Bytes::npos || file.find('\'') != Bytes::npos ||
                           file.find('"') != Bytes::npos;
  fuzz::Require(shown_again || fuzz::FindsKnownWords(*facts),
                "words without ink that were not found");
  const auto again = pdf::ReadPdfFacts(file);
  fuzz::Require(again.ok() && again->truth.size() == facts->truth.size(),
                "another answer the second time");
  for (std::size_t page = 0; again.ok() && page < facts->truth.size(); ++page) {
    fuzz::Require(again->truth[page].hidden.size() == facts->truth[page].hidden.size() &&
                      again->truth[page].incomplete == facts->truth[page].incomplete,
                  "another answer the second time");
  }
  return 0;
}
