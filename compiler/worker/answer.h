// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "compiler/crypto/sha256.h"
#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"
#include "compiler/worker/sandbox.h"

namespace dossier::worker {

/// What a worker sends back: eight bytes of magic, then records of one byte of kind, eight bytes of
/// length (little-endian) and the payload, closed by the SHA-256 of everything before. An exit code
/// proves nothing (several libraries report success for output that was cut off), so an answer
/// counts only when it is closed.
///
/// Records in this order: at most one `kSandbox`, at most one `kPages`, then data or one refusal,
/// then the end.
enum class RecordKind : std::uint8_t {
  kSandbox = 'S',  // one byte: a `Sandbox`, as it holds in the worker
  kPages = 'P',    // eight bytes: how many pages the work has, which sets the time limit
  kData = 'D',     // a piece of the answer
  kRefusal = 'R',  // the task's own reason why there is no answer
  kEnd = 'E',      // the digest
};

/// Length of the magic, of a record head, of a digest.
inline constexpr std::size_t kMagicSize = 8;
inline constexpr std::size_t kHeadSize = 9;
inline constexpr std::size_t kDigestSize = 32;

/// Makes the records in order. `Open` first, `Close` last.
class AnswerFormat {
 public:
  [[nodiscard]] Bytes Open();
  /// Head only, so that large payloads are not copied; the payload follows as it is.
  [[nodiscard]] Bytes Head(RecordKind kind, ByteView payload);
  [[nodiscard]] Bytes Close();

 private:
  crypto::Sha256Stream digest_;
};

/// A closed answer: the data, or the reason of the refusal. A worker that does not say how it is
/// closed is not.
struct Answer {
  bool refused = false;
  Sandbox sandbox = Sandbox::kNone;
  Bytes content;
};

/// Reads a complete stream. Total: anything that is not a closed answer is a failure, and no more
/// is allocated than the stream has bytes.
Result<Answer> ParseAnswer(ByteView stream);

/// The number of pages from the beginning of a stream that is still coming in, once it is there.
[[nodiscard]] std::optional<std::int64_t> AnnouncedPages(ByteView beginning);

}  // namespace dossier::worker
