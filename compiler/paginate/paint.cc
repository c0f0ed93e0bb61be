// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/paginate/paint.h"

#include <algorithm>
#include <utility>

#include "compiler/diagnostics/text.h"
#include "compiler/foundation/utf8.h"
#include "compiler/layout/style.h"

namespace dossier::paginate {
namespace {

constexpr layout::TextStyle kHeadText{Length::FromPoints(8.8), Length::FromPoints(12),
                                      fonts::Style::kRegular, layout::Alignment::kLeft};
constexpr layout::TextStyle kDraftText{Length::FromPoints(8.8), Length::FromPoints(12),
                                       fonts::Style::kBold, layout::Alignment::kLeft};
constexpr Length kNoteRule = Length::FromPoints(85);

/// Baselines of head and foot, above the lower edge of the page: parts of the margins, so that they
/// stand as far from the text as from the edge on any paper.
struct HeadPlaces {
  explicit HeadPlaces(const layout::PageMeasure& page)
      : head(page.height - Part(page.top, 20, 30)),
        rule(page.height - Part(page.top, 22, 30)),
        draft(page.height - Part(page.top, 13, 30)),
        foot(Part(page.bottom, 15, 27)) {}

  Length head, rule, draft, foot;

 private:
  static Length Part(Length margin, std::int64_t part, std::int64_t whole) {
    return Length::FromRaw((margin.raw() * part + whole / 2) / whole);
  }
};

GlyphRun ToGlyphRun(layout::Run run, Length left, Length y) {
  GlyphRun out;
  out.font = run.font;
  out.size = run.size;
  out.x = left + run.x;
  out.y = y;
  out.glyphs = std::move(run.glyphs);
  out.text = std::move(run.text);
  out.rgb = run.rgb;
  return out;
}

class Painter {
 public:
  Painter(Pages& pages, layout::Tools& tools) : pages_(pages), tools_(tools) {}

  void PutSlab(const PlacedSlab& placed, PageIndex index) {
    Page& page = pages_.pages.back();
    layout::Slab& slab = *placed.slab;
    const auto y = [&](Length down) { return measure().FromBottom(placed.top + down); };
    const Length left = measure().left;
    for (layout::Run& run : slab.runs) {
      const Length baseline = y(run.y);
      const Marked marked = MarkOf(run.element, placed.repeated);
      page.runs.push_back(ToGlyphRun(placed.repeated ? run : std::move(run), left, baseline));
      page.runs.back().marked = marked;
    }
    for (const layout::Stroke& s : slab.strokes) {
      page.lines.push_back({left + s.x1, y(s.y1), left + s.x2, y(s.y2), s.width});
    }
    for (const layout::Picture& p : slab.pictures) {
      const Box box{left + p.left, y(p.top + p.height), left + p.left + p.width, y(p.top)};
      page.images.push_back(
          {box, p.pixels_wide, p.pixels_high, p.rgb, MarkOf(p.element, placed.repeated)});
      if (p.element >= 0 && !placed.repeated) pages_.figures.try_emplace(p.element, box);
    }
    // A repeated head is no second place for its links.
    for (const layout::LinkSpan& link : slab.links) {
      if (placed.repeated) break;
      const Box box{left + link.left, y(link.bottom), left + link.right, y(link.top)};
      pages_.links.push_back({index, box, link.anchor, link.url, link.words, link.element});
    }
    for (const layout::SignatureSpan& s : slab.signatures) {
      if (!pages_.signature_box) {
        pages_.signature_box = {index, {left + s.left, y(s.bottom), left + s.right, y(s.top)}};
        pages_.signature_element = s.element;
      }
    }
  }

  void PutRule(Length x1, Length x2, Length y, Length width) {
    pages_.pages.back().lines.push_back({x1, y, x2, y, width});
  }

  enum class Place { kLeft, kCentre, kRight };

  /// Words on a baseline of the head or foot; returns their width.
  Length PutWords(const std::string& words, const layout::TextStyle& style, Place place,
                  Length baseline, Artifact artifact) {
    Length width;
    layout::Slab slab = layout::SetWords(words, style, tools_, width);
    Length left = measure().left;
    if (place == Place::kCentre) {
      left += (measure().text_width() - width) / 2;
    } else if (place == Place::kRight) {
      left += measure().text_width() - width;
    }
    for (layout::Run& run : slab.runs) {
      GlyphRun out = ToGlyphRun(std::move(run), left, baseline);
      out.marked.artifact = artifact;
      pages_.pages.back().runs.push_back(std::move(out));
    }
    return width;
  }

  Length WidthOf(const std::string& words, const layout::TextStyle& style) {
    Length width;
    (void)layout::SetWords(words, style, tools_, width);
    return width;
  }

  [[nodiscard]] const layout::PageMeasure& measure() const { return tools_.page; }

 private:
  /// The mark of content of `element`: content of one element that follows without a break has one.
  Marked MarkOf(int element, bool repeated) {
    std::vector<int>& marks = pages_.pages.back().marks;
    if (element < 0 || repeated) {
      goes_on_ = false;
      return {.artifact = repeated ? Artifact::kRepeated : Artifact::kLayout};
    }
    if (!goes_on_ || marks.empty() || marks.back() != element) marks.push_back(element);
    goes_on_ = true;
    return {.mark = static_cast<int>(marks.size()) - 1};
  }

  Pages& pages_;
  layout::Tools& tools_;
  bool goes_on_ = false;  // no artifact stands between
};

/// `words`, cut off with an ellipsis when they are wider than `room`.
std::string Shortened(const std::string& words, Length room, Painter& painter) {
  if (painter.WidthOf(words, kHeadText) <= room) {
    return words;
  }
  std::u32string codes = utf8::ToCodePoints(words);
  std::string shortened;
  while (!codes.empty()) {
    codes.resize(codes.size() > 400 ? 400 : codes.size() - 1);
    shortened.clear();
    for (const char32_t code : codes) {
      utf8::Append(code, shortened);
    }
    shortened += "…";
    if (painter.WidthOf(shortened, kHeadText) <= room) {
      break;
    }
  }
  return shortened;
}

struct HeadWords {
  std::string left, right, draft, page_of;
};

HeadWords FitHead(const compose::RunningHead& running, const std::string& left, Painter& painter) {
  HeadWords words{{}, {}, running.draft_mark, running.page_of};
  const Length gap = Length::FromPoints(16);
  const Length room = painter.measure().text_width();
  words.right = Shortened(running.right, room / 2, painter);
  const Length taken =
      words.right.empty() ? Length() : painter.WidthOf(words.right, kHeadText) + gap;
  words.left = Shortened(left, room - taken, painter);
  return words;
}

void PutHeadAndFoot(const HeadWords& words, PageIndex index, int total, Painter& painter) {
  using Place = Painter::Place;
  const layout::PageMeasure& page = painter.measure();
  const HeadPlaces places(page);
  if (!words.draft.empty()) {
    painter.PutWords(words.draft, kDraftText, Place::kCentre, places.draft, Artifact::kHead);
  }
  if (index.value == 0) {
    return;
  }
  if (!words.left.empty() || !words.right.empty()) {
    painter.PutWords(words.left, kHeadText, Place::kLeft, places.head, Artifact::kHead);
    painter.PutWords(words.right, kHeadText, Place::kRight, places.head, Artifact::kHead);
    painter.PutRule(page.left, page.left + page.text_width(), places.rule,
                    layout::measure::kHairline);
  }
  if (!words.page_of.empty()) {
    const std::string foot =
        diagnostics::Fill(words.page_of, {std::to_string(index.Number()), std::to_string(total)});
    painter.PutWords(foot, kHeadText, Place::kCentre, places.foot, Artifact::kFoot);
  }
}

}  // namespace

std::map<std::string, AnchorPlace> FindAnchors(const std::vector<PlannedPage>& plan,
                                               const layout::PageMeasure& page) {
  std::map<std::string, AnchorPlace> anchors;
  for (std::size_t i = 0; i < plan.size(); ++i) {
    const PageIndex index{static_cast<int>(i)};
    for (const auto* part : {&plan[i].body, &plan[i].notes}) {
      for (const PlacedSlab& placed : *part) {
        if (placed.repeated) {
          continue;
        }
        for (const layout::AnchorMark& mark : placed.slab->anchors) {
          anchors.try_emplace(mark.name,
                              AnchorPlace{index, page.FromBottom(placed.top + mark.top)});
        }
      }
    }
  }
  return anchors;
}

std::vector<std::string> SectionsOf(const std::vector<layout::HeadingEntry>& headings,
                                    const std::map<std::string, AnchorPlace>& anchors,
                                    std::size_t pages) {
  std::vector<std::string> sections(pages);
  std::vector<bool> begins(pages, false);
  int top = 99;
  for (const layout::HeadingEntry& heading : headings) {
    top = std::min(top, heading.level);
  }
  std::string last;
  std::size_t reached = 0;
  for (const layout::HeadingEntry& heading : headings) {
    const auto place = anchors.find(heading.anchor);
    if (heading.level != top || place == anchors.end()) {
      continue;
    }
    const auto page = static_cast<std::size_t>(place->second.page.value);
    for (; reached < page; ++reached) {
      sections[reached] = begins[reached] ? sections[reached] : last;
    }
    last = heading.running.empty() ? heading.title : heading.running;
    if (!begins[page]) {
      sections[page] = last;
      begins[page] = true;
    }
  }
  for (; reached < pages; ++reached) {
    sections[reached] = begins[reached] ? sections[reached] : last;
  }
  return sections;
}

Pages Paint(std::vector<PlannedPage>& plan, const compose::RunningHead& running,
            const std::vector<std::string>& sections, int total, layout::Tools& tools) {
  Pages pages;
  const layout::PageMeasure& measure = tools.page;
  pages.width = measure.width;
  pages.height = measure.height;
  pages.anchors = FindAnchors(plan, measure);
  pages.pages.reserve(plan.size());
  Painter painter(pages, tools);
  HeadWords words = FitHead(running, running.left, painter);
  std::string left = running.left;
  for (std::size_t i = 0; i < plan.size(); ++i) {
    const PageIndex index{static_cast<int>(i)};
    pages.pages.emplace_back();
    if (i < sections.size() && sections[i] != left) {
      left = sections[i];
      words = FitHead(running, left, painter);
    }
    PutHeadAndFoot(words, index, total, painter);
    for (const PlacedSlab& placed : plan[i].body) {
      painter.PutSlab(placed, index);
    }
    if (!plan[i].notes.empty()) {
      painter.PutRule(measure.left, measure.left + kNoteRule, measure.FromBottom(plan[i].rule),
                      layout::measure::kHairline);
    }
    for (const PlacedSlab& placed : plan[i].notes) {
      painter.PutSlab(placed, index);
    }
  }
  return pages;
}

}  // namespace dossier::paginate
