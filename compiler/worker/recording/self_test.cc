// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdint>
#include <string>

#include "compiler/inspect/tasks.h"
#include "compiler/media/recording.h"
#include "compiler/worker/recording/recording_tasks.h"

namespace dossier::worker {
namespace {

/// `value` in `bytes` bytes, the lowest first or last.
std::string Little(std::size_t value, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
  return out;
}

std::string Big(std::size_t value, int bytes) {
  std::string out = Little(value, bytes);
  return {out.rbegin(), out.rend()};
}

/// A FLAC file of one second of nothing whose title is `title` (RFC 9639, 8.2 and 8.6).
std::string FlacOf(std::string_view title) {
  constexpr std::size_t kRate = 8000;
  const std::string stream = Big(4096, 2) + Big(4096, 2) + Big(0, 6) +
                             Big(kRate << 44 | std::size_t{15} << 36 | kRate, 8) + std::string(16, '\0');
  const std::string comment = "TITLE=" + std::string(title);
  const std::string comments = Little(0, 4) + Little(1, 4) + Little(comment.size(), 4) + comment;
  constexpr std::size_t kLastBlockOfComments = 0x84;
  return "fLaC" + Big(0, 1) + Big(stream.size(), 3) + stream + Big(kLastBlockOfComments, 1) +
         Big(comments.size(), 3) + comments;
}

}  // namespace

Result<Bytes> RecordingSelfTest(ByteView, const AnnouncePages&) {
  auto recording = media::ReadRecording(FlacOf(inspect::kSelfTestText));
  if (!recording) return recording.failure();
  return recording->title;
}

}  // namespace dossier::worker
