// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/render/render.h"

#include <algorithm>
#include <exception>
#include <utility>

#include "compiler/foundation/check.h"
#include "compiler/render/content.h"
#include "compiler/render/glyph_use.h"
#include "compiler/render/haru.h"
#include "compiler/render/words.h"

namespace dossier::render {
namespace {

constexpr Length kStampSize = Length::FromPoints(8.5);
constexpr Length kStampMargin = Length::FromMillimetres(15);
constexpr Length kStampBaseline = Length::FromPoints(9);
constexpr Length kSignatureSize = Length::FromPoints(8.5);
constexpr Length kSignaturePadding = Length::FromPoints(5);

/// `words` in `size`, or smaller so that they fit into `room`.
SetWords Fitted(std::string_view words, fonts::Style style, Length size, Length room,
                fonts::Shaper& shaper) {
  SetWords line = SetLine(words, style, size, shaper);
  if (line.width > room && room > Length()) {
    const Length smaller = std::max(Length::FromRaw(size.raw() * room.raw() / line.width.raw()),
                                    Length::FromPoints(1));
    line = SetLine(words, style, smaller, shaper);
  }
  return line;
}

paginate::Page DrawStamp(const StampText& stamp, fonts::Shaper& shaper) {
  const Length width = Length::FromPoints(kStampWidth);
  const Length room = width - 2 * kStampMargin;
  paginate::Page page;
  SetWords right = Fitted(stamp.right, fonts::Style::kRegular, kStampSize, room / 3, shaper);
  const Length left_room = room - right.width - Length::FromPoints(12);
  Place(Fitted(stamp.left, fonts::Style::kRegular, kStampSize, left_room, shaper), kStampMargin,
        kStampBaseline, page);
  const Length right_x = width - kStampMargin - right.width;
  Place(std::move(right), right_x, kStampBaseline, page);
  return page;
}

paginate::Page DrawSignature(const SignatureDrawing& drawing, fonts::Shaper& shaper) {
  paginate::Page page;
  const auto lines = static_cast<std::int64_t>(std::max<std::size_t>(drawing.lines.size(), 1));
  const Length room = drawing.height - 2 * kSignaturePadding;
  const Length leading = std::min(room / lines, Length::FromPoints(11.5));
  const Length size = std::min(kSignatureSize, leading * 78 / 100);
  // The block of lines stands in the middle of the box.
  Length y = (drawing.height + leading * lines) / 2 - size * 85 / 100;
  for (std::size_t i = 0; i < drawing.lines.size(); ++i) {
    const fonts::Style style = i == 0 ? fonts::Style::kBold : fonts::Style::kRegular;
    Place(Fitted(drawing.lines[i], style, size, drawing.width - 2 * kSignaturePadding, shaper),
          kSignaturePadding, y, page);
    y -= leading;
  }
  return page;
}

struct Sheet {
  const paginate::Page* page = nullptr;
  Length width, height;
  bool compress = true;
  const structure::Tree* structure = nullptr;  // of its content; none for helper pages
};

Result<Rendered> Draw(const std::vector<Sheet>& sheets, const RenderInput& input,
                      const fonts::FontSet& fonts) {
  FontUses uses;
  for (const Sheet& sheet : sheets) {
    for (const paginate::GlyphRun& run : sheet.page->runs) {
      Collect(run, fonts, uses);
    }
  }
  if (const Result<Done> cut = CutFonts(fonts, uses); !cut) {
    return cut.failure();
  }
  Rendered rendered;
  try {
    Haru haru(input.compress);
    for (const Sheet& sheet : sheets) {
      const std::string content =
          ContentOf(*sheet.page, sheet.structure, uses,
                    [&](const paginate::PlacedImage& image) { return haru.AddImage(image); });
      haru.AddPage(sheet.width, sheet.height, content, sheet.compress);
    }
    for (FontUse& use : uses) {
      if (!use.empty()) {
        const std::string name = haru.AddFont(use, fonts.MetricsOf(use.font));
        rendered.fonts.push_back({use.font, name, std::move(use.originals), std::move(use.file)});
      }
    }
    rendered.pdf = haru.Save();
  } catch (const HaruError& error) {
    return Failure{error.reason};
  } catch (const std::exception& error) {
    return Failure{std::string("drawing the pages failed: ") + error.what()};
  }
  return rendered;
}

}  // namespace

Result<Rendered> Render(const RenderInput& input, const fonts::FontSet& fonts) {
  DOSSIER_CHECK(input.brief != nullptr, "there are pages to draw");
  fonts::Shaper shaper(fonts);
  std::vector<paginate::Page> helpers;
  helpers.reserve(input.stamps.size() + 1);
  std::vector<Sheet> sheets;
  for (const paginate::Page& page : input.brief->pages) {
    sheets.push_back({&page, input.brief->width, input.brief->height, true,
                      input.marked ? &input.brief->structure : nullptr});
  }
  const Length stamp_width = Length::FromPoints(kStampWidth);
  const Length stamp_height = Length::FromPoints(kStampHeight);
  for (const StampText& stamp : input.stamps) {
    helpers.push_back(DrawStamp(stamp, shaper));
    sheets.push_back({&helpers.back(), stamp_width, stamp_height, false});
  }
  if (input.signature) {
    helpers.push_back(DrawSignature(*input.signature, shaper));
    sheets.push_back({&helpers.back(), input.signature->width, input.signature->height, true});
  }
  Result<Rendered> rendered = Draw(sheets, input, fonts);
  if (rendered) {
    rendered->brief_pages = static_cast<int>(input.brief->pages.size());
    rendered->first_stamp = rendered->brief_pages;
    if (input.signature) {
      rendered->signature_page = rendered->brief_pages + static_cast<int>(input.stamps.size());
    }
  }
  return rendered;
}

}  // namespace dossier::render
