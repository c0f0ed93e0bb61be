// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/paginate/paginate.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "compiler/layout/layout.h"
#include "compiler/paginate/break_pages.h"
#include "compiler/paginate/paint.h"
#include "compiler/paginate/structure.h"
#include "compiler/text/breaks.h"

namespace dossier::paginate {
namespace {

constexpr int kMostRounds = 5;

/// A block of the document and what is needed to set it again.
struct Source {
  const compose::Block* block = nullptr;
  int first_note = 1;
  layout::Carry before;
};

class Paginator {
 public:
  Paginator(const compose::Document& document, const fonts::FontSet& fonts,
            const FollowingPages& following, diagnostics::Sink& sink,
            text::Hyphenation* hyphenation)
      : document_(document),
        following_(following),
        sink_(sink),
        findings_(sink),
        shaper_(fonts),
        headings_(layout::FindHeadings(document.blocks)) {
    tools_.hyphenation = document.hyphenate ? hyphenation : nullptr;
    tools_.page = layout::MeasureOf(document.page);
    layout::Survey survey = layout::SurveyOf({&document.letterhead, &document.blocks});
    numbers_.labels = std::make_shared<const layout::Labels>(std::move(survey.labels));
    GuessPages(survey);
    numbers_.digits = following.total < 60 ? 2 : following.total < 900 ? 3 : 4;
  }

  Pages Run() {
    SetAll();
    std::vector<PlannedPage> plan = BreakPages(blocks_, tools_.page.text_height(), document_.notes);
    int rounds = 1;
    std::string unsettled = Renumber(plan);
    while (!unsettled.empty() && rounds < kMostRounds) {
      SetAgain();
      plan = BreakPages(blocks_, tools_.page.text_height(), document_.notes);
      ++rounds;
      unsettled = Renumber(plan);
    }
    if (!unsettled.empty()) {
      ReportUnsettled(rounds, unsettled);
    }
    const int total = static_cast<int>(plan.size()) + following_.total;
    std::vector<std::string> sections;
    if (document_.page.section_in_head) {
      sections = SectionsOf(headings_, FindAnchors(plan, tools_.page), plan.size());
    }
    structure::Tree whole = JoinStructure(blocks_);
    Pages pages = Paint(plan, document_.running, sections, total, tools_);
    pages.structure = std::move(whole);
    pages.rounds = rounds;
    for (const layout::HeadingEntry& heading : headings_) {
      pages.outline.push_back({heading.level, heading.title, heading.anchor});
    }
    return pages;
  }

 private:
  /// Lists of pages take about the room in the first round that they will need in the last.
  void GuessPages(const layout::Survey& survey) {
    constexpr std::int64_t kLetterArea = 85;  // square points, with the leading
    const std::int64_t area =
        tools_.page.text_width().raw() / 1000 * (tools_.page.text_height().raw() / 1000);
    const std::int64_t letters = std::max<std::int64_t>(1, area / kLetterArea);
    for (const auto& [anchor, before] : survey.reached) {
      numbers_.known[anchor] = static_cast<int>(1 + before / letters);
    }
  }

  void SetAll() {
    int note = 1;
    layout::Carry before;
    blocks_.reserve(document_.letterhead.size() + document_.blocks.size());
    for (const auto* part : {&document_.letterhead, &document_.blocks}) {
      for (const compose::Block& block : *part) {
        sources_.push_back({&block, note, before});
        layout::SetResult result = layout::SetBlock(block, ContextOf(sources_.back()));
        note = result.next_note;
        before = result.after;
        changed_.push_back(false);
        blocks_.push_back(std::move(result.block));
      }
    }
  }

  /// Sets the blocks whose page numbers have changed.
  void SetAgain() {
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (changed_[i]) {
        blocks_[i] = layout::SetBlock(*sources_[i].block, ContextOf(sources_[i])).block;
      }
    }
  }

  layout::BlockContext ContextOf(const Source& source) {
    return {tools_, numbers_, headings_, source.first_note, source.before,
            document_.language, tools_.hyphenation != nullptr};
  }

  /// Takes the page numbers from `plan`. Returns an anchor whose number was printed differently,
  /// or nothing when all that is printed is true.
  std::string Renumber(const std::vector<PlannedPage>& plan) {
    layout::PageNumbers next;
    next.complete = true;
    next.labels = numbers_.labels;
    for (const auto& [name, place] : FindAnchors(plan, tools_.page)) {
      next.known[name] = place.page.Number();
    }
    for (const auto& [name, distance] : following_.anchors) {
      next.known.try_emplace(name, static_cast<int>(plan.size()) + distance + 1);
    }
    std::string unsettled;
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      changed_[i] = false;
      for (const std::string& anchor : blocks_[i].page_numbers_of) {
        if (numbers_.TextOf(anchor) != next.TextOf(anchor)) {
          changed_[i] = true;
          unsettled = anchor;
        }
      }
    }
    numbers_ = std::move(next);
    return unsettled;
  }

  void ReportUnsettled(int rounds, const std::string& anchor) {
    diagnostics::Finding finding;
    finding.kind = diagnostics::Kind::kPagesDoNotSettle;
    finding.args = {diagnostics::Number(rounds), diagnostics::Id(anchor)};
    sink_.Report(std::move(finding));
  }

  const compose::Document& document_;
  const FollowingPages& following_;
  diagnostics::Sink& sink_;
  layout::Findings findings_;
  fonts::Shaper shaper_;
  text::LineBreaker breaker_;
  layout::Tools tools_{shaper_, breaker_, findings_};
  std::vector<layout::HeadingEntry> headings_;
  layout::PageNumbers numbers_;
  std::vector<Source> sources_;
  std::vector<layout::LaidBlock> blocks_;
  std::vector<bool> changed_;
};

}  // namespace

Pages Paginate(const compose::Document& document, const fonts::FontSet& fonts,
               const FollowingPages& following, diagnostics::Sink& sink,
               text::Hyphenation* hyphenation) {
  return Paginator(document, fonts, following, sink, hyphenation).Run();
}

}  // namespace dossier::paginate
