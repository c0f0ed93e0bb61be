// SPDX-License-Identifier: GPL-3.0-or-later
// Properties that hold for any document: no word lost or doubled, order kept, nothing outside its
// column, no line on another, every note with its mark.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <sstream>

#include "compiler/layout/page_measure.h"
#include "compiler/paginate/paginate.h"
#include "compiler/paginate/print.h"
#include "tests/support/typesetting.h"

namespace dossier::paginate {
namespace {

/// Documents of numbered words, so that each can be found again.
class Generator {
 public:
  explicit Generator(unsigned seed) : state_(seed * 2654435761u + 1) {}

  compose::Document Make() {
    compose::Document document;
    if (Pick(3) == 0) {
      document.page.width = Length::FromMillimetres(90 + Pick(200));
      document.page.height = Length::FromMillimetres(100 + Pick(200));
      document.page.left = Length::FromMillimetres(Pick(60));
      document.page.bottom = Length::FromMillimetres(10 + Pick(60));
    }
    document.language = Pick(2) == 0 ? "en" : "";
    document.hyphenate = Pick(2) == 0;
    document.notes = Pick(4) == 0 ? compose::NotePlacement::kEnd : compose::NotePlacement::kFoot;
    if (Pick(3) == 0) {
      document.letterhead = Blocks(1 + Pick(2), 3);
    }
    document.blocks = Blocks(3 + Pick(9), 0);
    return document;
  }

  [[nodiscard]] int words() const { return words_; }
  [[nodiscard]] int notes() const { return notes_; }
  [[nodiscard]] int figures() const { return figures_; }

 private:
  unsigned Pick(unsigned below) {
    state_ = state_ * 1664525u + 1013904223u;
    return (state_ >> 12) % below;
  }

  std::string Text(unsigned most) {
    std::string text;
    for (unsigned i = Pick(most) + 1; i > 0; --i) {
      text += "w" + std::to_string(words_++) + (Pick(9) == 0 ? "ab" : "") + "e ";
      // Words without a number: long enough to be cut, or to run to the left.
      text += Pick(12) == 0 ? "notrthstanding intrgorrnmntal " : "";
      text += Pick(20) == 0 ? "گلشن (رحیمی) ۱۲ " : "";
    }
    return text;
  }

  std::vector<compose::Inline> Inlines(bool with_notes) {
    std::vector<compose::Inline> out;
    for (unsigned i = Pick(3) + 1; i > 0; --i) {
      out.push_back(testing::Words(Text(60), static_cast<compose::Face>(Pick(4))));
      if (Pick(5) == 0) {
        anchors_.push_back("here" + std::to_string(words_) + "." + std::to_string(anchors_.size()));
        out.push_back({compose::AnchorHere{anchors_.back()}});
      }
      if (Pick(8) == 0) {
        out.push_back({compose::PagesOf{anchors_}});
        out.push_back({compose::NumberOf{"h0"}});
        out.push_back(testing::Words(" "));
      }
      if (with_notes && Pick(3) == 0) {
        out.push_back(testing::LinkTo("somewhere", {testing::Words(Text(12))}));
      }
      if (with_notes && Pick(3) == 0) {
        ++notes_;
        const unsigned paragraphs = Pick(12) == 0 ? 30 : 1;
        compose::Note note;
        for (unsigned k = 0; k < paragraphs; ++k) {
          note.content.push_back(testing::Paragraph(Inlines(false)));
        }
        out.push_back({std::move(note)});
      }
    }
    return out;
  }

  std::vector<compose::Block> Blocks(unsigned count, int depth) {
    std::vector<compose::Block> out;
    for (unsigned i = 0; i < count; ++i) {
      out.push_back(One(depth));
    }
    return out;
  }

  compose::Block One(int depth) {
    const unsigned kind = Pick(depth > 2 ? 4 : 12);
    if (kind == 10) {
      return Pick(3) == 0 ? compose::Block{compose::Endnotes{}} : compose::Block{Figure()};
    }
    if (kind == 11) {
      compose::Block block = testing::Numbered(std::to_string(Pick(900)), Inlines(true));
      std::get<compose::Paragraph>(block.value).style =
          Pick(2) == 0 ? compose::ParagraphStyle::kMarginNumber : compose::ParagraphStyle::kRight;
      return block;
    }
    if (kind < 3) {
      return testing::Paragraph(Inlines(true));
    }
    if (kind == 3) {
      return testing::Numbered(std::to_string(Pick(2000)) + ".", Inlines(true));
    }
    if (kind == 4) {
      compose::Heading heading;
      heading.level = static_cast<int>(Pick(5)) + 1;
      heading.number = "1.2";
      heading.anchor = "h" + std::to_string(words_);
      heading.page_break_before = Pick(6) == 0;
      heading.content = {testing::Words(Text(8))};
      return {std::move(heading)};
    }
    if (kind == 5) {
      compose::List list;
      for (unsigned i = Pick(4) + 1; i > 0; --i) {
        list.items.push_back({"(a)", Blocks(1 + Pick(2), depth + 1)});
      }
      return {std::move(list)};
    }
    if (kind == 6) {
      return {compose::Quotation{Blocks(1 + Pick(2), depth + 1)}};
    }
    if (kind == 7) {
      return {compose::Space{static_cast<int>(Pick(300))}};
    }
    if (kind == 8) {
      return Pick(2) == 0 ? compose::Block{compose::PageBreak{}} : compose::Block{compose::Rule{}};
    }
    compose::Table table;
    const unsigned columns = Pick(3) + 1;
    for (unsigned c = 0; c < columns; ++c) {
      table.widths.push_back(static_cast<int>(Pick(2)) + 1);
    }
    for (unsigned r = Pick(7) + 1; r > 0; --r) {
      compose::TableRow row;
      for (unsigned c = 0; c < columns; ++c) {
        compose::TableCell cell;
        cell.content = Blocks(1 + (Pick(8) == 0 ? 4 : 0), depth + 3);
        row.cells.push_back(std::move(cell));
      }
      table.rows.push_back(std::move(row));
    }
    return {std::move(table)};
  }

  compose::Figure Figure() {
    compose::Figure figure;
    figure.image.width = static_cast<int>(Pick(900)) + 1;
    figure.image.height = static_cast<int>(Pick(900)) + 1;
    figure.image.rgb = std::make_shared<const std::string>(
        static_cast<std::size_t>(figure.image.width) * static_cast<std::size_t>(figure.image.height), 'x');
    figure.label = "Figure";
    figure.caption = Inlines(false);
    ++figures_;
    return figure;
  }

  unsigned state_;
  std::vector<std::string> anchors_;
  int figures_ = 0;
  int words_ = 0;
  int notes_ = 0;
};

Length EndOf(const GlyphRun& run, const fonts::FontSet& fonts) {
  std::int64_t advance = 0;
  for (const GlyphRun::Glyph& glyph : run.glyphs) {
    advance += glyph.advance;
  }
  return run.x + Length::FromRaw(advance * run.size.raw() / fonts.MetricsOf(run.font).units_per_em);
}

/// What a screen reader reads: the words of each element together, because lines of neighbouring
/// cells are drawn in turn. Running heads and repeated heads of tables are artifacts.
std::string TextOf(const Pages& pages) {
  std::map<int, std::string> by_element;
  for (const Page& page : pages.pages) {
    for (const GlyphRun& run : page.runs) {
      if (run.marked.mark >= 0) {
        std::string& text = by_element[page.marks.at(static_cast<std::size_t>(run.marked.mark))];
        text += run.text + (run.text.ends_with('e') ? " " : "");
      }
    }
  }
  std::string text;
  for (const auto& [element, words] : by_element) {
    text += words + " ";
  }
  return text;
}

void CheckWords(const Pages& pages, int words) {
  const std::string text = TextOf(pages);
  std::vector<int> seen(static_cast<std::size_t>(words), 0);
  for (std::size_t at = text.find('w'); at != std::string::npos; at = text.find('w', at + 1)) {
    const int number = std::atoi(text.c_str() + at + 1);
    ASSERT_LT(number, words);
    ++seen[static_cast<std::size_t>(number)];
  }
  for (int i = 0; i < words; ++i) {
    EXPECT_EQ(seen[static_cast<std::size_t>(i)], 1) << "word " << i;
  }
}

void CheckPlaces(const Page& page, const layout::PageMeasure& measure,
                 const fonts::FontSet& fonts) {
  const Length slack = Length::FromPoints(0.1);
  // Numbers in the margin stand left of the text, never beyond the page.
  const Length left = Length() - slack;
  const Length right = measure.width - measure.right + slack;
  const Length bottom = measure.bottom - slack;
  const Length top = measure.height - slack;
  for (const GlyphRun& run : page.runs) {
    EXPECT_GE(run.x, left) << run.text;
    EXPECT_LE(EndOf(run, fonts), right) << run.text;
    EXPECT_GE(run.y, bottom) << run.text;
    EXPECT_LE(run.y, top) << run.text;
  }
}

void CheckOverlaps(const Page& page, const fonts::FontSet& fonts) {
  for (std::size_t i = 0; i < page.runs.size(); ++i) {
    const GlyphRun& a = page.runs[i];
    for (std::size_t k = i + 1; k < page.runs.size(); ++k) {
      const GlyphRun& b = page.runs[k];
      const Length slack = Length::FromPoints(0.1);
      const bool beside = a.x + slack >= EndOf(b, fonts) || b.x + slack >= EndOf(a, fonts);
      const Length distance = a.y > b.y ? a.y - b.y : b.y - a.y;
      EXPECT_TRUE(beside || distance >= Length::FromPoints(7)) << a.text << " / " << b.text;
    }
  }
}

/// True when part of a note stands on the page.
bool HasNote(const Pages& pages, const Page& page) {
  return std::any_of(page.marks.begin(), page.marks.end(), [&](int element) {
    while (element >= 0) {
      const structure::Element& at = pages.structure.elements[static_cast<std::size_t>(element)];
      if (at.role == structure::Role::kNote) return true;
      element = at.parent;
    }
    return false;
  });
}

/// In a table row that is cut a later cell can show its mark on an earlier page.
bool MarkIsNotAbove(const Pages& pages, int note) {
  const AnchorPlace mark = pages.anchors.at("note-mark." + std::to_string(note));
  const AnchorPlace before = pages.anchors.at("note-mark." + std::to_string(note - 1));
  return mark.page > before.page || (mark.page == before.page && mark.top <= before.top);
}

int ImagesOf(const Pages& pages) {
  int images = 0;
  for (const Page& page : pages.pages) {
    images += static_cast<int>(page.images.size());
  }
  return images;
}

/// A second run gives the same pages, glyph by glyph.
void CheckTheSameAgain(const Pages& pages, const compose::Document& document) {
  diagnostics::Sink sink;
  const Pages again =
      Paginate(document, testing::InstalledFonts(), {}, sink, &testing::InstalledHyphenation());
  ASSERT_EQ(again.pages.size(), pages.pages.size());
  for (std::size_t i = 0; i < pages.pages.size(); ++i) {
    const std::vector<GlyphRun>& one = pages.pages[i].runs;
    const std::vector<GlyphRun>& other = again.pages[i].runs;
    ASSERT_EQ(one.size(), other.size());
    for (std::size_t k = 0; k < one.size(); ++k) {
      EXPECT_TRUE(one[k].x == other[k].x && one[k].y == other[k].y && one[k].text == other[k].text);
    }
  }
}

TEST(RandomDocumentTest, KeepsItsProperties) {
  const fonts::FontSet& fonts = testing::InstalledFonts();
  for (unsigned seed = 1; seed <= 100; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Generator generator(seed);
    const compose::Document document = generator.Make();
    diagnostics::Sink sink;
    const Pages pages = Paginate(document, fonts, {}, sink, &testing::InstalledHyphenation());
    CheckWords(pages, generator.words());
    CheckTheSameAgain(pages, document);
    EXPECT_LE(pages.rounds, 5);
    EXPECT_EQ(ImagesOf(pages), generator.figures());
    for (const Page& page : pages.pages) {
      CheckPlaces(page, layout::MeasureOf(document.page), fonts);
      CheckOverlaps(page, fonts);
      if (pages.pages.size() > 1) {
        EXPECT_FALSE(page.runs.empty() && page.lines.empty());
      }
    }
    for (int note = 1; note <= generator.notes(); ++note) {
      const std::string number = std::to_string(note);
      const int mark = pages.anchors.at("note-mark." + number).page.value;
      const int begins = pages.anchors.at("note." + number).page.value;
      EXPECT_GE(begins, mark) << "note " << note;
      if (document.notes == compose::NotePlacement::kEnd) {
        continue;
      }
      for (int page = mark; page < begins; ++page) {
        EXPECT_TRUE(HasNote(pages, pages.pages[static_cast<std::size_t>(page)]))
            << "note " << note << " waits, and page " << page << " has no notes";
      }
      if (note > 1 && MarkIsNotAbove(pages, note)) {
        EXPECT_GE(begins, pages.anchors.at("note." + std::to_string(note - 1)).page.value);
      }
    }
    if (HasFailure()) {
      break;
    }
  }
}

}  // namespace
}  // namespace dossier::paginate
