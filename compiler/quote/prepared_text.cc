// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/quote/prepared_text.h"

#include <algorithm>

#include "compiler/quote/lift.h"
#include "compiler/text/normalise.h"

namespace dossier::quote {

PreparedText::PreparedText(const std::vector<std::string>& sections, Sections kind) {
  Read(sections, kind);
}

PreparedText::PreparedText(const ExhibitText& text, const std::set<std::string>& names)
    : origins_(text.origins), doubtful_(text.doubtful), names_(names) {
  read_by_machine_ = std::find(origins_.begin(), origins_.end(), Basis::kOcr) != origins_.end();
  Read(text.sections, text.by_paragraph ? Sections::kParagraphs : Sections::kPages);
}

void PreparedText::Read(const std::vector<std::string>& sections, Sections kind) {
  // Sections are folded as one text, so that a sentence may run from one to the next. Each is put
  // into form C before, so that the ends are those of the folded source.
  std::string whole;
  std::vector<std::size_t> ends;
  for (const std::string& section : sections) {
    whole += text::ToNfc(section);
    whole += '\n';
    ends.push_back(whole.size());
  }
  const bool pages = kind == Sections::kPages;
  const auto read = [&](const std::vector<Lift>& lifts) {
    Reading reading{.folded = FoldComposed(whole, lifts), .starts = {}, .hyphens_lost = pages};
    std::size_t byte = 0;
    for (const std::size_t end : ends) {
      reading.starts.push_back(byte);
      byte = reading.folded.FirstFrom(end, byte);
    }
    readings_.push_back(std::move(reading));
  };
  read({});
  const std::vector<Lift> lifts =
      FindLifts(readings_.front().folded.source, pages ? ends : std::vector<std::size_t>{});
  if (!lifts.empty()) read(lifts);
}

int Reading::SectionAt(std::size_t offset) const {
  const auto after = std::upper_bound(starts.begin(), starts.end(), offset);
  return static_cast<int>(std::max<std::ptrdiff_t>(1, after - starts.begin()));
}

std::pair<std::size_t, std::size_t> Reading::Extent(int from, int to) const {
  const int count = static_cast<int>(starts.size());
  const auto start = [&](int section) {
    if (section < 1) return std::size_t{0};
    return section > count ? folded.size() : starts[static_cast<std::size_t>(section - 1)];
  };
  const std::size_t begin = start(from);
  return {begin, std::max(begin, start(std::min(to, count) + 1))};
}

const WordIndex& PreparedText::Words() const {
  if (!words_) words_ = std::make_shared<const WordIndex>(readings_.back().folded);
  return *words_;
}

const Skeleton& PreparedText::SkeletonOf(const Reading& reading) const {
  if (!reading.skeleton) reading.skeleton = std::make_shared<const Skeleton>(reading.folded.text);
  return *reading.skeleton;
}

const Lexicon& PreparedText::WordsAndNames() const {
  if (!lexicon_) lexicon_ = std::make_shared<const Lexicon>(folded().text, names_);
  return *lexicon_;
}

bool PreparedText::Empty(int from, int to) const {
  const auto [begin, end] = readings_.front().Extent(from, to);
  return std::string_view(folded().text).substr(begin, end - begin).find_first_not_of(' ') ==
         std::string_view::npos;
}

bool PreparedText::Doubtful(int from, int to) const {
  const auto at = std::lower_bound(doubtful_.begin(), doubtful_.end(), from);
  return at != doubtful_.end() && *at <= to;
}

Basis PreparedText::OriginOf(int section) const {
  const auto index = static_cast<std::size_t>(section - 1);
  return section >= 1 && index < origins_.size() ? origins_[index] : Basis::kTextLayer;
}

}  // namespace dossier::quote
