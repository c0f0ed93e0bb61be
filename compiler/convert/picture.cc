// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/convert/picture.h"

#include <memory>
#include <utility>

#include "compiler/foundation/wire.h"
#include "compiler/inspect/tasks.h"
#include "compiler/worker/parallel.h"
#include "compiler/worker/run.h"

namespace dossier::convert {
namespace {

/// The rows of all pages lie in memory at once: half a gigabyte of grey ones at each step.
int DotsPerInch(int pages) { return pages <= 100 ? 200 : pages <= 200 ? 150 : 100; }
constexpr int kMostPages = 500;

Result<compose::Image> DecodePage(ByteView file, int page, int dots, const std::string& worker_program) {
  constexpr int kA4Wide = 827;  // hundredths of an inch
  constexpr int kA4High = 1170;
  const inspect::PictureWish wish{.page = page, .width = kA4Wide * dots / 100, .height = (kA4High * dots - 1) / 100};
  const Bytes request = inspect::EncodeWish(wish, file);
  auto outcome = worker::Run(worker_program + std::string(inspect::SuffixOf(inspect::MediaType::kTiff)),
                             {.task = inspect::kPictureTask, .input = request, .limits = {}});
  if (outcome.status != worker::Status::kAnswered) return Failure{std::move(outcome.reason)};
  auto image = ReadPicture(outcome.content);
  constexpr double kOfThePage = 0.75;  // what the margins leave
  if (image) image->dots_per_inch = dots * kOfThePage;
  return image;
}

}  // namespace

Result<std::vector<compose::Image>> DecodePictures(ByteView file, int pages,
                                                   const std::string& worker_program) {
  if (pages > kMostPages) {
    return Failure{"it has " + std::to_string(pages) + " pages, and pictures of more than " +
                   std::to_string(kMostPages) + " are not made into pages"};
  }
  const int dots = DotsPerInch(pages);
  std::vector<Result<compose::Image>> decoded(static_cast<std::size_t>(pages), Failure{});
  worker::ForEach(decoded.size(), 0, [&](std::size_t i) {
    decoded[i] = DecodePage(file, static_cast<int>(i) + 1, dots, worker_program);
  });
  std::vector<compose::Image> images;
  for (Result<compose::Image>& image : decoded) {
    if (!image) return image.failure();
    images.push_back(std::move(image).value());
  }
  return images;
}

Result<compose::Image> ReadPicture(ByteView answer) {
  constexpr std::int64_t kLongestSide = 10'000;
  WireReader in(answer);
  compose::Image image;
  image.width = static_cast<int>(in.NumberWithin(1, kLongestSide));
  image.height = static_cast<int>(in.NumberWithin(1, kLongestSide));
  auto rows = std::make_shared<const std::string>(in.Text());
  const auto pixels =
      static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height);
  if (!in.Finished() || (rows->size() != 3 * pixels && rows->size() != pixels)) {
    return Failure{"the reader's answer makes no sense"};
  }
  image.rgb = std::move(rows);
  return image;
}

}  // namespace dossier::convert
