// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"
#include "compiler/inspect/exhibit_facts.h"

namespace dossier::inspect {

/// What was said when: one block a cue, by time.
struct Transcript {
  std::vector<TextBlock> blocks;
  std::vector<std::string> warnings;  // notes left out, cues out of order
};

/// True for a text that begins as WebVTT or SubRip does.
[[nodiscard]] bool LooksLikeTranscript(ByteView text);

/// Reads WebVTT (W3C, 4.1 to 4.2: cues; voices become "Name: words", other tags go, notes and styles
/// are left out with a warning), SubRip, or plain text whose paragraphs begin with a time: "[00:01:30]
/// words", "(1:30) words", "00:01:30 words". Words before the first time, and lines without one, stay: the
/// first as a block without a time, the others as part of the cue above. Cues that are not in order
/// of time are put in order, those of one time as they stand. Blocks are not numbered yet.
/// Fails on what is not UTF-8, has no time at all or more than a million cues.
Result<Transcript> ReadTranscript(ByteView text);

/// "00:12:30", hours as many as there are: a time as transcripts and citations write it.
[[nodiscard]] std::string TimeInWords(std::int64_t milliseconds);

}  // namespace dossier::inspect
