// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/image/tiff.h"

#include <array>
#include <cmath>
#include <new>
#include <utility>

#include "compiler/image/decode.h"
#include "compiler/image/tiff_source.h"

namespace dossier::image {
namespace {

template <typename T>
T Field(TIFF* tiff, std::uint32_t tag, T otherwise) {
  T value = otherwise;
  return TIFFGetField(tiff, tag, &value) == 1 ? value : otherwise;
}

TiffPage PageAt(TIFF* tiff) {
  return {.directory = TIFFCurrentDirOffset(tiff),
          .width = Field<std::uint32_t>(tiff, TIFFTAG_IMAGEWIDTH, 0),
          .height = Field<std::uint32_t>(tiff, TIFFTAG_IMAGELENGTH, 0)};
}

/// Whether the file reaches to the end of a directory, where the place of the next one stands. libtiff
/// takes a file that ends just before it for one whose last page this is.
bool IsWhole(ByteView file, std::uint64_t directory) {
  const bool big = file.size() > 3 && (file[2] == '+' || file[3] == '+');  // BigTIFF
  const std::size_t count_size = big ? 8 : 2;
  const std::size_t entry_size = big ? 20 : 12;
  const std::size_t link_size = big ? 8 : 4;
  if (directory > file.size() || file.size() - directory < count_size) return false;
  std::uint64_t entries = 0;
  for (std::size_t i = 0; i < count_size; ++i) {
    const std::size_t at = file[0] == 'M' ? i : count_size - 1 - i;
    entries = entries << 8 | static_cast<std::uint8_t>(file[static_cast<std::size_t>(directory) + at]);
  }
  const std::size_t rest = file.size() - static_cast<std::size_t>(directory) - count_size;
  return entries <= rest / entry_size && rest - static_cast<std::size_t>(entries) * entry_size >= link_size;
}

std::string InPage(std::size_t page, const std::string& what) {
  return "page " + std::to_string(page + 1) + ": " + what;
}

/// Lays premultiplied RGBA on white, in place of the old pixels: the result is shorter.
void Flatten(Bytes& pixels) {
  std::size_t to = 0;
  for (std::size_t from = 0; from + 3 < pixels.size(); from += 4) {
    const unsigned paper = 255u - static_cast<std::uint8_t>(pixels[from + 3]);
    for (std::size_t c = 0; c < 3; ++c) {
      const unsigned value = static_cast<std::uint8_t>(pixels[from + c]) + paper;
      pixels[to++] = static_cast<char>(value > 255u ? 255u : value);
    }
  }
  pixels.resize(to);
}

/// The size of a page of square pixels. A fax has about twice as many dots across as down.
std::pair<std::int64_t, std::int64_t> SquareSize(TIFF* tiff, std::int64_t width, std::int64_t height) {
  const double across = Field<float>(tiff, TIFFTAG_XRESOLUTION, 0.0F);
  const double down = Field<float>(tiff, TIFFTAG_YRESOLUTION, 0.0F);
  if (!(across > 0) || !(down > 0)) return {width, height};
  constexpr double kEqual = 1.02;
  constexpr double kMost = 4;  // beyond, the tags are wrong
  const double ratio = across > down ? across / down : down / across;
  if (!(ratio > kEqual) || ratio > kMost) return {width, height};
  const auto longer = [&](std::int64_t side) {
    return static_cast<std::int64_t>(std::llround(static_cast<double>(side) * ratio));
  };
  return across > down ? std::pair{width, longer(height)} : std::pair{longer(width), height};
}

}  // namespace

struct Tiff::State {
  TiffSource source;
  TiffHandle tiff;
  std::vector<TiffPage> pages;
  int thumbnails = 0;

  [[nodiscard]] Failure Damaged() const {
    return Failure{"the picture is damaged" + (source.error.empty() ? "" : ": " + source.error)};
  }

  /// Every directory of the chain, each once.
  Result<Done> Walk() {
    std::vector<TiffPage> copies;
    while (true) {
      if (pages.size() + copies.size() >= kMostTiffPages) {
        return Failure{"the picture has more than " + std::to_string(kMostTiffPages) + " pages"};
      }
      const auto kind = Field<std::uint32_t>(tiff.get(), TIFFTAG_SUBFILETYPE, 0);
      const bool copy = (kind & (FILETYPE_REDUCEDIMAGE | FILETYPE_MASK)) != 0;
      thumbnails += (kind & FILETYPE_REDUCEDIMAGE) != 0 ? 1 : 0;
      (copy ? copies : pages).push_back(PageAt(tiff.get()));
      if (!IsWhole(source.file, TIFFCurrentDirOffset(tiff.get()))) return Failure{"the picture is damaged: the file ends too early"};
      if (TIFFLastDirectory(tiff.get()) != 0) break;
      if (TIFFReadDirectory(tiff.get()) == 0) return Damaged();
    }
    if (pages.empty()) {
      pages = std::move(copies);
      thumbnails = 0;
    }
    for (std::size_t i = 0; i < pages.size(); ++i) {
      if (auto size = CheckSize(pages[i].width, pages[i].height); !size) {
        return Failure{pages.size() == 1 ? size.failure().reason : InPage(i, size.failure().reason)};
      }
    }
    return Done{};
  }

  /// Rows as stored, top row of the file first.
  Result<Raster> Rows(const TiffPage& page) {
    source.error.clear();
    source.damage.clear();
    if (TIFFSetSubDirectory(tiff.get(), page.directory) == 0) return Damaged();
    std::array<char, 1024> reason{};
    TIFFRGBAImage reader{};
    if (TIFFRGBAImageOK(tiff.get(), reason.data()) == 0 ||
        TIFFRGBAImageBegin(&reader, tiff.get(), 1, reason.data()) == 0) {
      return Failure{"the picture has a form that is not read: " + std::string(reason.data())};
    }
    reader.req_orientation = reader.orientation;  // no turning: `Orient` does that
    Raster raster{.width = static_cast<int>(page.width), .height = static_cast<int>(page.height), .rgb = {}};
    raster.rgb.resize(std::size_t{4} * static_cast<std::size_t>(page.width) * static_cast<std::size_t>(page.height));
    // libtiff's pixels are numbers whose lowest byte is red: RGBA in memory on this kind of machine.
    auto* pixels = reinterpret_cast<std::uint32_t*>(raster.rgb.data());
    const int done = TIFFRGBAImageGet(&reader, pixels, static_cast<std::uint32_t>(page.width),
                                      static_cast<std::uint32_t>(page.height));
    TIFFRGBAImageEnd(&reader);
    if (source.error.empty()) source.error = source.damage;
    if (done == 0 || !source.error.empty()) return Damaged();
    Flatten(raster.rgb);
    return raster;
  }

  Result<Raster> Decode(const TiffPage& page) {
    auto raster = Rows(page);
    if (!raster) return raster;
    const auto [width, height] = SquareSize(tiff.get(), page.width, page.height);
    if (auto size = CheckSize(width, height); !size) return size.failure();
    const int orientation = Field<std::uint16_t>(tiff.get(), TIFFTAG_ORIENTATION, 1);
    return Orient(Stretch(std::move(raster).value(), static_cast<int>(width), static_cast<int>(height)),
                  orientation);
  }
};

Tiff::Tiff(std::unique_ptr<State> state) : state_(std::move(state)) {}
Tiff::Tiff(Tiff&&) noexcept = default;
Tiff::~Tiff() = default;

Result<Tiff> Tiff::Open(ByteView file) {
  try {
    auto state = std::make_unique<State>();
    state->source.file = file;
    state->tiff = OpenTiff(state->source);
    if (state->tiff == nullptr) return state->Damaged();
    if (auto walked = state->Walk(); !walked) return walked.failure();
    return Tiff(std::move(state));
  } catch (const std::bad_alloc&) {
    return Failure{"it needs more memory than allowed"};
  }
}

const std::vector<TiffPage>& Tiff::pages() const { return state_->pages; }

int Tiff::thumbnails() const { return state_->thumbnails; }

Result<Raster> Tiff::Decode(std::size_t page) {
  if (page >= state_->pages.size()) return Failure{"the picture has no such page"};
  try {
    auto raster = state_->Decode(state_->pages[page]);
    if (raster || state_->pages.size() == 1) return raster;
    return Failure{InPage(page, raster.failure().reason)};
  } catch (const std::bad_alloc&) {
    return Failure{"it needs more memory than allowed"};
  }
}

}  // namespace dossier::image
