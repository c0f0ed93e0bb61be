// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "compiler/driver/intake.h"
#include "compiler/driver/session.h"
#include "compiler/io/file_system.h"

namespace dossier::driver {

/// Reads a transcript as it is; what is wrong is for `UniteTranscripts` to report.
[[nodiscard]] TranscriptFile ReadTranscriptFile(const io::FileSystem& files, const std::string& path);

/// Puts the cues of the transcript of one file, if it has one, into its facts, as its numbered
/// paragraphs. Reports as below.
void UniteTranscript(const model::Exhibit& exhibit, const model::ExhibitPart& part, ExhibitFile& file,
                     diagnostics::Sink& sink);

/// Puts the cues of each transcript into the facts of its recording, as its numbered paragraphs.
/// Reports D0731 when that is not possible: the file is not there or cannot be read, or what it
/// belongs to is no recording; D0732 when its last cue begins after the end of the recording.
void UniteTranscripts(Session& session, Intake& intake);

}  // namespace dossier::driver
