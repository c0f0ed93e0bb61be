// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/poppler/open_pages.h"

#include <poppler-document.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <exception>
#include <limits>
#include <new>

#include "compiler/poppler/library.h"

namespace dossier::poppler {
namespace {

namespace lib = ::poppler;

constexpr double kPointsPerInch = 72.0;

/// What a library call gives, or its exception in plain words.
template <typename Call>
auto Guarded(const Call& call) -> decltype(call()) {
  try {
    return call();
  } catch (const std::bad_alloc&) {
    return Failure{"it needs more memory than allowed"};
  } catch (const std::exception& error) {
    return Failure{std::string("it is damaged: ") + error.what()};
  }
}

PageArea ShownArea(const lib::page& page) {
  const lib::rectf box = page.page_rect(lib::crop_box);
  const lib::page::orientation_enum turned = page.orientation();
  const bool on_side = turned == lib::page::landscape || turned == lib::page::seascape;
  return {.right = on_side ? box.height() : box.width(), .bottom = on_side ? box.width() : box.height()};
}

/// Whole pixels of an area at a resolution.
struct PixelArea {
  int left, top, width, height;
};

Result<PixelArea> PixelsOf(const PageArea& area, int& dpi) {
  const double wide = area.right - area.left;
  const double high = area.bottom - area.top;
  if (!(wide > 0) || !(high > 0) || !std::isfinite(wide * high)) return Failure{"its page has no size"};
  const double most = std::sqrt(static_cast<double>(kMostPagePixels) / (wide * high)) * kPointsPerInch;
  dpi = static_cast<int>(std::min<double>(dpi, most));
  if (dpi < kLeastDpi) return Failure{"its page is too large to be drawn"};
  const double scale = dpi / kPointsPerInch;
  const auto left = static_cast<int>(std::floor(area.left * scale));
  const auto top = static_cast<int>(std::floor(area.top * scale));
  return PixelArea{.left = left,
                   .top = top,
                   .width = std::max(1, static_cast<int>(std::ceil(area.right * scale)) - left),
                   .height = std::max(1, static_cast<int>(std::ceil(area.bottom * scale)) - top)};
}

}  // namespace

struct OpenPages::State {
  std::vector<std::string> messages;
  std::unique_ptr<MessageScope> scope = std::make_unique<MessageScope>(messages);
  std::unique_ptr<lib::document> document;

  [[nodiscard]] std::unique_ptr<lib::page> PageAt(int number) const {
    if (number < 1 || number > document->pages()) return nullptr;
    return std::unique_ptr<lib::page>(document->create_page(number - 1));
  }
};

OpenPages::OpenPages(std::unique_ptr<State> state) : state_(std::move(state)) {}
OpenPages::OpenPages(OpenPages&&) noexcept = default;
OpenPages& OpenPages::operator=(OpenPages&&) noexcept = default;
OpenPages::~OpenPages() = default;

Result<OpenPages> OpenPages::Open(ByteView pdf) {
  if (pdf.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) return Failure{"it is larger than 2 GiB"};
  return Guarded([&]() -> Result<OpenPages> {
    auto state = std::make_unique<State>();
    state->document.reset(lib::document::load_from_raw_data(pdf.data(), static_cast<int>(pdf.size())));
    if (!state->document) return Failure{"it is damaged: no PDF reader can open it"};
    if (state->document->is_locked()) return Failure{"it wants a password"};
    return OpenPages(std::move(state));
  });
}

int OpenPages::count() const { return state_->document->pages(); }

std::optional<PageArea> OpenPages::AreaOf(int number) const {
  const Result<PageArea> area = Guarded([&]() -> Result<PageArea> {
    const auto page = state_->PageAt(number);
    if (!page) return Failure{"it has no such page"};
    return ShownArea(*page);
  });
  return area ? std::optional(area.value()) : std::nullopt;
}

Result<std::vector<PlacedWord>> OpenPages::Words(int number) const {
  return Guarded([&]() -> Result<std::vector<PlacedWord>> {
    const auto page = state_->PageAt(number);
    if (!page) return Failure{"its page " + std::to_string(number) + " cannot be read"};
    std::vector<PlacedWord> words;
    for (const lib::text_box& box : page->text_list()) {
      const lib::rectf area = box.bbox();
      words.push_back({.text = Plain(ToUtf8(box.text())),
                       .area = {.left = area.left(), .top = area.top(), .right = area.right(), .bottom = area.bottom()}});
    }
    return words;
  });
}

Result<PagePicture> OpenPages::Draw(int number, int dpi, const std::optional<PageArea>& area) const {
  return Guarded([&]() -> Result<PagePicture> {
    const auto page = state_->PageAt(number);
    if (!page) return Failure{"its page " + std::to_string(number) + " cannot be read"};
    const Result<PixelArea> pixels = PixelsOf(area.value_or(ShownArea(*page)), dpi);
    if (!pixels) return pixels.failure();
    lib::page_renderer renderer;
    renderer.set_image_format(lib::image::format_gray8);
    renderer.set_render_hints(lib::page_renderer::antialiasing | lib::page_renderer::text_antialiasing);
    const lib::image image =
        renderer.render_page(page.get(), dpi, dpi, pixels->left, pixels->top, pixels->width, pixels->height);
    if (!image.is_valid() || image.format() != lib::image::format_gray8) return Failure{"its page cannot be drawn"};
    PagePicture picture{.width = image.width(), .height = image.height(), .dpi = dpi, .grey = {}};
    const auto width = static_cast<std::size_t>(picture.width);
    picture.grey.reserve(width * static_cast<std::size_t>(picture.height));
    for (int row = 0; row < picture.height; ++row) {
      picture.grey.append(image.const_data() + static_cast<std::ptrdiff_t>(row) * image.bytes_per_row(), width);
    }
    return picture;
  });
}

bool OpenPages::FontMissing() const {
  return std::any_of(state_->messages.begin(), state_->messages.end(), [](const std::string& message) {
    return message.find("find a font") != message.npos || message.find("display font") != message.npos ||
           message.find("create a font") != message.npos;
  });
}

}  // namespace dossier::poppler
