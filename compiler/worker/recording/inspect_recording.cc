// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include "compiler/inspect/facts_codec.h"
#include "compiler/media/recording.h"
#include "compiler/worker/recording/recording_tasks.h"

namespace dossier::worker {

Result<Bytes> InspectRecording(ByteView input, const AnnouncePages&) {
  auto recording = media::ReadRecording(input);
  if (!recording) return recording.failure();
  inspect::ExhibitFacts facts;
  facts.media = recording->video ? inspect::MediaType::kVideo : inspect::MediaType::kAudio;
  facts.duration_ms = recording->duration_ms;
  facts.width = recording->width;
  facts.height = recording->height;
  inspect::Description& description = facts.description;
  description.title = std::move(recording->title);
  description.authors = std::move(recording->authors);
  description.tools = std::move(recording->tools);
  description.created = std::move(recording->recorded);
  description.modified = std::move(recording->modified);
  description.language = std::move(recording->language);
  description.position = std::move(recording->position);
  description.form = std::move(recording->form);
  if (!description.position.empty()) {
    facts.oddities.push_back({.kind = inspect::OddityKind::kPosition, .detail = description.position});
  }
  for (std::string& track : recording->subtitles) {
    facts.oddities.push_back({.kind = inspect::OddityKind::kUnreadPart, .detail = "a track of text: " + track});
  }
  return EncodeFacts(facts);
}

}  // namespace dossier::worker
