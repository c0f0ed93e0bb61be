// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of Word files: every letter that stands in a shown run is in some block, in whatever state the
// rest of the part leaves the reader; no more text comes out than went in.
#include "compiler/foundation/utf8.h"
#include "compiler/office/docx_body.h"
#include "compiler/xml/foreign.h"
#include "tests/fuzz/targets/target.h"

namespace dossier::fuzz {
namespace {

constexpr std::string_view kMark = "zzmarkzz";

struct Outcome {
  bool read = false;
  std::string text;
};

Outcome ReadPart(const std::string& xml) {
  const office::DocxStyles styles;
  office::DocxNumbering numbering;
  office::DocxTally tally;
  office::DocxBody body(office::DocxPart::kBody, styles, numbering, tally);
  Outcome outcome{xml::ReadForeignXml(xml, body).ok(), {}};
  for (const inspect::TextBlock& block : body.Take()) {
    Require(!block.text.empty() && utf8::IsValid(block.text), "a block that is empty or no UTF-8");
    outcome.text += block.text + "\n";
  }
  return outcome;
}

}  // namespace
}  // namespace dossier::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dossier;  // NOLINT: one function
  const std::string input = fuzz::TextOf(data, size);
  const fuzz::Outcome whole = fuzz::ReadPart(input);
  // A symbol is one empty tag and three bytes; nothing else grows.
  fuzz::Require(whole.text.size() <= 2 * input.size() + 16, "more text than the part has bytes");
  const std::string led =
      "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p><w:r><w:t>" +
      std::string(fuzz::kMark) + "</w:t></w:r></w:p>" + input + "<w:p><w:r><w:t>" + std::string(fuzz::kMark) +
      "</w:t></w:r></w:p></w:body></w:document>";
  const fuzz::Outcome framed = fuzz::ReadPart(led);
  if (framed.read) {
    const std::size_t first = framed.text.find(fuzz::kMark);
    fuzz::Require(first != std::string::npos && framed.text.find(fuzz::kMark, first + 1) != std::string::npos,
                  "a paragraph before or behind disappeared");
  }
  return 0;
}
