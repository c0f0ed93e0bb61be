// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>

#include "compiler/poppler/open_pages.h"
#include "compiler/reading/codec.h"
#include "compiler/reading/locate.h"
#include "compiler/worker/ocr/ocr_tasks.h"
#include "compiler/worker/ocr/picture_of.h"

namespace dossier::worker {
namespace {

using poppler::PageArea;
using poppler::PlacedWord;
using reading::Box;

/// A word on one of the pages at hand.
struct WordOnPage {
  int page = 0;
  PlacedWord word;
  bool quoted = false;
};

double HeightOf(const PageArea& area) { return area.bottom - area.top; }

/// The lines that the quoted words of a page stand in, with a margin; nothing when they are drawn
/// nowhere on it.
std::optional<PageArea> RegionOf(const std::vector<WordOnPage>& words, int page, const PageArea& whole) {
  std::optional<PageArea> region;
  double margin = 0;
  for (const WordOnPage& at : words) {
    if (at.page != page || !at.quoted) continue;
    const PageArea& area = at.word.area;
    if (!region) region = area;
    region = PageArea{std::min(region->left, area.left), std::min(region->top, area.top),
                      std::max(region->right, area.right), std::max(region->bottom, area.bottom)};
    margin = std::max(margin, HeightOf(area));
  }
  if (!region) return region;
  // Whole letters at the sides, and no halves of the lines above and below.
  region = PageArea{std::max(whole.left, region->left - margin), std::max(whole.top, region->top - margin / 4),
                    std::min(whole.right, region->right + margin), std::min(whole.bottom, region->bottom + margin / 12)};
  if (region->right - region->left < 1 || region->bottom - region->top < 1) return std::nullopt;
  return region;
}

int ClampedPixel(double points, double origin, double scale, int most) {
  return static_cast<int>(std::clamp(std::round((points - origin) * scale), 0.0, static_cast<double>(most)));
}

Box BoxIn(const ocr::Picture& picture, const PageArea& region, const PageArea& area) {
  const double scale = picture.dpi / 72.0;
  return {.left = ClampedPixel(area.left, region.left, scale, picture.width),
          .top = ClampedPixel(area.top, region.top, scale, picture.height),
          .right = ClampedPixel(area.right, region.left, scale, picture.width),
          .bottom = ClampedPixel(area.bottom, region.top, scale, picture.height)};
}

/// True when the box is not of one shade: something of half a hundredth of it stands out.
bool HasInk(const ocr::Picture& picture, const Box& box) {
  std::array<std::size_t, 256> shades{};
  std::size_t all = 0;
  for (int row = box.top; row < box.bottom; ++row) {
    for (int column = box.left; column < box.right; ++column) {
      const auto at = static_cast<std::size_t>(row) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(column);
      ++shades[static_cast<unsigned char>(picture.grey[at])];
      ++all;
    }
  }
  const auto usual = std::max_element(shades.begin(), shades.end()) - shades.begin();
  constexpr int kStandsOut = 24;
  std::size_t ink = 0;
  for (int shade = 0; shade < 256; ++shade) {
    if (std::abs(shade - static_cast<int>(usual)) > kStandsOut) ink += shades[static_cast<std::size_t>(shade)];
  }
  return 200 * ink > all;
}

/// Where the quotation runs, line by line: from its first word to its last, over the ends of the lines
/// between. Nothing may be wiped out there, whatever the text layer claims to have in it.
std::vector<Box> RunOf(const std::vector<reading::LayerWord>& words, int width) {
  std::vector<Box> lines;
  for (const reading::LayerWord& word : words) {
    if (!word.quoted) continue;
    const auto line = std::find_if(lines.begin(), lines.end(), [&](const Box& box) {
      const int shared = std::min(box.bottom, word.box.bottom) - std::max(box.top, word.box.top);
      return 2 * shared > std::min(box.bottom - box.top, word.box.bottom - word.box.top);
    });
    if (line == lines.end()) {
      lines.push_back(word.box);
    } else {
      *line = reading::Around(*line, word.box);
    }
  }
  std::sort(lines.begin(), lines.end(), [](const Box& a, const Box& b) { return a.top < b.top; });
  for (std::size_t i = 0; i < lines.size(); ++i) {
    constexpr int kAccents = 6;  // of capitals: they may stand above what the font calls its height
    lines[i].top -= (lines[i].bottom - lines[i].top) / kAccents;
    if (i > 0) lines[i].left = 0;
    if (i + 1 < lines.size()) lines[i].right = width;
  }
  return lines;
}

/// Wipes out what is drawn where other words of the page stand: halves of the lines above and below,
/// and of words at the sides.
void WipeOthers(const std::vector<Box>& others, const std::vector<Box>& run, double scale, ocr::Picture& picture) {
  const auto scaled = [&](int pixel, int most) { return std::clamp(static_cast<int>(pixel * scale), 0, most); };
  for (const Box& box : others) {
    const int right = scaled(box.right, picture.width);
    for (int row = scaled(box.top, picture.height); row < scaled(box.bottom, picture.height); ++row) {
      for (int column = scaled(box.left, picture.width); column < right; ++column) {
        const bool ours = std::any_of(run.begin(), run.end(), [&](const Box& line) {
          return column >= line.left * scale && column < line.right * scale && row >= line.top * scale &&
                 row < line.bottom * scale;
        });
        const auto at = static_cast<std::size_t>(row) * static_cast<std::size_t>(picture.width) + static_cast<std::size_t>(column);
        if (!ours) picture.grey[at] = '\xFF';
      }
    }
  }
}

/// Most of the word lies in the region.
bool Touches(const PageArea& region, const PageArea& area) {
  const double wide = std::min(region.right, area.right) - std::max(region.left, area.left);
  const double high = std::min(region.bottom, area.bottom) - std::max(region.top, area.top);
  return wide > 0.5 * (area.right - area.left) && high > 0.5 * HeightOf(area);
}

Result<ocr::Picture> DrawRegion(const poppler::OpenPages& pages, int page, int dpi, const PageArea& region) {
  auto drawn = pages.Draw(page, dpi, region);
  if (!drawn) return drawn.failure();
  return ocr::Picture{.width = drawn->width, .height = drawn->height, .dpi = drawn->dpi, .grey = std::move(drawn->grey)};
}

/// The reading of a finer picture in pixels of the coarser one.
std::vector<reading::Word> WordsAt(const std::vector<reading::Line>& lines, int dpi, int to_dpi) {
  std::vector<reading::Word> words;
  const auto scaled = [&](int pixel) { return static_cast<int>(std::int64_t{pixel} * to_dpi / dpi); };
  for (const reading::Line& line : lines) {
    for (reading::Word word : line.words) {
      word.box = {scaled(word.box.left), scaled(word.box.top), scaled(word.box.right), scaled(word.box.bottom)};
      words.push_back(std::move(word));
    }
  }
  return words;
}

class PassageReader {
 public:
  PassageReader(const poppler::OpenPages& pages, ocr::Engine& engine) : pages_(pages), engine_(engine) {}

  /// What one page shows of the quotation.
  Result<reading::Passage> Read(const std::vector<WordOnPage>& words, int page) {
    reading::Passage passage{.page = page, .layer = {}, .readings = {}};
    const auto whole = pages_.AreaOf(page);
    const auto region = whole ? RegionOf(words, page, *whole) : std::nullopt;
    if (!region) return AddUndrawn(words, std::move(passage));
    constexpr std::array kDpi{kReadingDpi, 400};
    for (const int dpi : kDpi) {
      auto picture = DrawRegion(pages_, page, dpi, *region);
      if (!picture) return picture.failure();
      if (dpi == kReadingDpi) AddLayer(words, *region, *picture, passage);
      WipeOthers(others_, run_, static_cast<double>(picture->dpi) / kReadingDpi, *picture);
      const auto lines = engine_.Read(*picture, ocr::Layout::kBlock);
      if (!lines) return lines.failure();
      passage.readings.push_back(WordsAt(*lines, picture->dpi, kReadingDpi));
    }
    return passage;
  }

 private:
  /// Outside of the page: in the text layer, and nothing to be seen.
  static reading::Passage AddUndrawn(const std::vector<WordOnPage>& words, reading::Passage passage) {
    for (const WordOnPage& at : words) {
      if (at.page == passage.page && at.quoted) passage.layer.push_back({.text = at.word.text, .box = {}, .quoted = true});
    }
    passage.readings.resize(2);
    return passage;
  }

  void AddLayer(const std::vector<WordOnPage>& words, const PageArea& region, const ocr::Picture& picture,
                reading::Passage& passage) {
    others_.clear();
    for (const WordOnPage& at : words) {
      if (at.page != passage.page) continue;
      const Box box = BoxIn(picture, region, at.word.area);
      if (!at.quoted && !Touches(region, at.word.area)) {
        if (box.left < box.right && box.top < box.bottom) others_.push_back(box);
        continue;
      }
      passage.layer.push_back({.text = at.word.text, .box = box, .quoted = at.quoted, .ink = HasInk(picture, box)});
    }
    run_ = RunOf(passage.layer, picture.width);
  }

  const poppler::OpenPages& pages_;
  ocr::Engine& engine_;
  std::vector<Box> others_;  // of the words that stand partly in the picture
  std::vector<Box> run_;     // of the quotation
};

/// The words of the page and of the next, on which a quotation may end.
std::vector<WordOnPage> WordsFrom(const poppler::OpenPages& pages, int page) {
  std::vector<WordOnPage> words;
  for (int at = page; at <= std::min(page + 1, pages.count()); ++at) {
    auto placed = pages.Words(at);
    if (!placed) break;
    for (PlacedWord& word : *placed) words.push_back({.page = at, .word = std::move(word), .quoted = false});
  }
  return words;
}

Result<reading::Shown> Show(const std::string& quotation, std::vector<WordOnPage> words, int page, PassageReader& reader) {
  std::vector<std::string> texts;
  for (const WordOnPage& at : words) texts.push_back(at.word.text);
  const std::vector<std::size_t> found = reading::Locate(quotation, texts);
  reading::Shown shown;
  for (const std::size_t at : found) words[at].quoted = true;
  for (int at = page; at <= page + 1; ++at) {
    const bool here = std::any_of(found.begin(), found.end(), [&](std::size_t i) { return words[i].page == at; });
    if (!here) continue;
    auto passage = reader.Read(words, at);
    if (!passage) return passage.failure();
    shown.passages.push_back(std::move(passage).value());
  }
  return shown;
}

}  // namespace

Result<Bytes> ReadQuotations(ByteView input, const AnnouncePages& announce) {
  const auto request = reading::DecodeQuotationsRequest(input);
  if (!request) return request.failure();
  announce(static_cast<int>(std::min<std::size_t>(request->quotations.size(), 10'000)));
  const auto pages = poppler::OpenPages::Open(request->at.file);
  if (!pages) return pages.failure();
  auto engine = ocr::Engine::Open(request->at.data);
  if (!engine) return engine.failure();
  PassageReader reader(*pages, *engine);
  const std::vector<WordOnPage> words = WordsFrom(*pages, request->at.page);
  std::vector<reading::Shown> all;
  for (const std::string& quotation : request->quotations) {
    auto shown = Show(quotation, words, request->at.page, reader);
    if (!shown) return shown.failure();
    all.push_back(std::move(shown).value());
  }
  for (reading::Shown& shown : all) shown.font_missing = pages->FontMissing();
  return reading::Encode(all);
}

}  // namespace dossier::worker
