// SPDX-License-Identifier: GPL-3.0-or-later
// E-mails: bounded parts, the same each time, and a plain body of which no letter is lost.
#include <algorithm>

#include "compiler/foundation/utf8.h"
#include "compiler/mail/email.h"
#include "compiler/mail/mail_text.h"
#include "compiler/mail/mime_tree.h"
#include "tests/fuzz/targets/target.h"

namespace dossier::fuzz {
namespace {

/// Letters without white space and marks of quotation.
std::string Letters(std::string_view text) {
  std::string letters;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) > ' ' && c != '>' && c != 0x7F) letters += c;
  }
  return letters;
}

std::string Joined(const std::vector<inspect::TextBlock>& blocks) {
  std::string text;
  for (const inspect::TextBlock& block : blocks) text += block.text;
  return text;
}

}  // namespace
}  // namespace dossier::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dossier;  // NOLINT: one function
  const std::string input = fuzz::TextOf(data, size);
  const auto mail = mail::ReadEmail(input);
  if (mail.ok()) {
    fuzz::Require(mail->attachments.size() <= static_cast<std::size_t>(mail::kMostParts), "too many attachments");
    const auto again = mail::ReadEmail(input);
    fuzz::Require(again.ok() && again.value() == mail.value(), "read twice, two answers");
  }
  if (utf8::IsValid(input)) {
    for (const bool flowed : {false, true}) {
      const auto blocks = mail::ReadMailText(input, flowed, false);
      fuzz::Require(fuzz::Letters(fuzz::Joined(blocks)) == fuzz::Letters(input), "a letter of the body is lost");
    }
  }
  return 0;
}
