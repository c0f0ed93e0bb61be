// SPDX-License-Identifier: GPL-3.0-or-later
// Transcripts: whatever the bytes, cues come out in order of time and as text; and of cues made from
// the input every word comes back at its time, in each of the three forms.
#include <algorithm>
#include <utility>
#include <vector>

#include "compiler/foundation/utf8.h"
#include "compiler/inspect/read_transcript.h"
#include "tests/fuzz/targets/target.h"

namespace dossier::fuzz {
namespace {

using Cue = std::pair<std::int64_t, std::string>;

void CheckAny(const std::string& input) {
  const auto transcript = inspect::ReadTranscript(input);
  static_cast<void>(inspect::LooksLikeTranscript(input));
  if (!transcript.ok()) return;
  std::int64_t before = -1;
  for (const inspect::TextBlock& block : transcript.value().blocks) {
    Require(block.at_ms >= before, "cues that are not in order of time");
    Require(!block.text.empty() && utf8::IsValid(block.text), "a cue that is no text");
    before = block.at_ms;
  }
}

/// Cues of plain words; the times rise by what the input says.
std::vector<Cue> CuesFrom(Pieces pieces) {
  std::vector<Cue> cues;
  std::int64_t at = 0;
  while (!pieces.empty() && cues.size() < 200) {
    at += static_cast<std::int64_t>(pieces.Number() % 100'000);
    std::string words;
    for (int i = pieces.Byte() % 6; i >= 0; --i) {
      words += (words.empty() ? "" : " ") + std::string("w") + std::to_string(pieces.Byte());
    }
    cues.emplace_back(at, std::move(words));
  }
  return cues;
}

std::string Time(std::int64_t ms, char point) {
  std::string fraction = std::to_string(ms % 1000);
  fraction.insert(0, 3 - fraction.size(), '0');
  return inspect::TimeInWords(ms) + point + fraction;
}

void CheckForm(const std::string& text, const std::vector<Cue>& cues) {
  const auto transcript = inspect::ReadTranscript(text);
  Require(transcript.ok(), "a transcript that was refused");
  const auto& blocks = transcript.value().blocks;
  Require(std::equal(blocks.begin(), blocks.end(), cues.begin(), cues.end(),
                     [](const inspect::TextBlock& block, const Cue& cue) {
                       return block.at_ms == cue.first && block.text == cue.second;
                     }),
          "words were lost, changed or moved");
}

}  // namespace
}  // namespace dossier::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace dossier;  // NOLINT: one function
  fuzz::CheckAny(fuzz::TextOf(data, size));
  const std::vector<fuzz::Cue> cues = fuzz::CuesFrom(fuzz::Pieces(data, size));
  if (cues.empty()) return 0;
  std::string webvtt = "WEBVTT\n\n";
  std::string subrip;
  std::string plain;
  for (std::size_t i = 0; i < cues.size(); ++i) {
    const auto& [at, words] = cues[i];
    webvtt += fuzz::Time(at, '.') + " --> " + fuzz::Time(at + 1, '.') + "\n<v>" + words + "</v>\n\n";
    subrip += std::to_string(i + 1) + "\r\n" + fuzz::Time(at, ',') + " --> " + fuzz::Time(at + 1, ',') + "\r\n" + words + "\r\n\r\n";
    plain += "[" + fuzz::Time(at, '.') + "] " + words + "\n";
  }
  for (const std::string& text : {webvtt, subrip, plain}) fuzz::CheckForm(text, cues);
  return 0;
}
