// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <string>
#include <string_view>

#include "compiler/foundation/utf8.h"
#include "compiler/inspect/tasks.h"
#include "compiler/webpage/charset.h"
#include "compiler/worker/rare/rare_tasks.h"

namespace dossier::worker {
namespace {

/// A word in a character set that mail of the region comes in.
struct Sample {
  std::string_view charset;
  std::string_view coded;
  std::string_view text;
};

constexpr std::array<Sample, 4> kSamples{{{"windows-1251", "\xC6\xE0\xED\xED\xE0", "Жанна"},
                                          {"koi8-r", "\xF6\xC1\xCE\xCE\xC1", "Жанна"},
                                          {"windows-1257", "\xDEydr\xEB", "Žydrė"},
                                          {"iso-8859-13", "\xDEydr\xEB", "Žydrė"}}};

}  // namespace

Result<Bytes> RareSelfTest(ByteView, const AnnouncePages&) {
  for (const Sample& sample : kSamples) {
    const webpage::Converted word = webpage::ToUtf8(sample.coded, sample.charset);
    if (!word.known) return Failure{"the table of the character set " + std::string(sample.charset) + " is missing"};
    if (word.text != sample.text) return Failure{"a known word cannot be converted from " + std::string(sample.charset)};
  }
  std::string coded;  // UTF-16BE; every letter of the text is in the first plane
  for (const char32_t letter : utf8::ToCodePoints(inspect::kSelfTestText)) {
    coded += static_cast<char>(letter >> 8);
    coded += static_cast<char>(letter & 0xFF);
  }
  return Bytes(webpage::ToUtf8(coded, "UTF-16BE").text);
}

}  // namespace dossier::worker
