// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/convert/picture.h"

#include <memory>
#include <utility>

#include "compiler/foundation/wire.h"
#include "compiler/inspect/tasks.h"
#include "compiler/worker/run.h"

namespace dossier::convert {

Result<compose::Image> DecodePicture(ByteView file, const std::string& worker_program) {
  auto outcome =
      worker::Run(worker_program, {.task = inspect::kPictureTask, .input = file, .limits = {}});
  if (outcome.status != worker::Status::kAnswered) return Failure{std::move(outcome.reason)};
  return ReadPicture(outcome.content);
}

Result<compose::Image> ReadPicture(ByteView answer) {
  constexpr std::int64_t kLongestSide = 10'000;
  WireReader in(answer);
  compose::Image image;
  image.width = static_cast<int>(in.NumberWithin(1, kLongestSide));
  image.height = static_cast<int>(in.NumberWithin(1, kLongestSide));
  auto rgb = std::make_shared<const std::string>(in.Text());
  const auto pixels =
      static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height);
  if (!in.Finished() || rgb->size() != 3 * pixels) {
    return Failure{"the reader's answer makes no sense"};
  }
  image.rgb = std::move(rgb);
  return image;
}

}  // namespace dossier::convert
