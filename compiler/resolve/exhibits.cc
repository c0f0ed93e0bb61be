// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/resolve/exhibits.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace dossier::resolve {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

std::string_view TakeNumber(std::string_view text, std::size_t& at) {
  const std::size_t begin = at;
  while (at < text.size() && IsDigit(text[at])) ++at;
  std::string_view digits = text.substr(begin, at - begin);
  while (digits.size() > 1 && digits.front() == '0') digits.remove_prefix(1);
  return digits;
}

/// The worst state of the parts decides: a bundle with half an exhibit is false.
ExhibitState Worse(ExhibitState a, ExhibitState b) {
  const auto rank = [](ExhibitState state) {
    switch (state) {
      case ExhibitState::kUsed:
        return 0;
      case ExhibitState::kElsewhere:
        return 1;
      case ExhibitState::kRejected:
        return 2;
      case ExhibitState::kUnreadable:
        return 3;
      case ExhibitState::kMissing:
        return 4;
    }
    return 0;
  };
  return rank(a) < rank(b) ? b : a;
}

struct Part {
  PartPages facts;
  int pages = 0;
  std::vector<int> paragraph_pages;
};

Part MakePart(const ExhibitPages* known, const model::LockedExhibit* locked, std::size_t index) {
  Part part;
  if (known == nullptr || index >= known->parts.size()) {
    part.facts.state = ExhibitState::kUnreadable;
    return part;
  }
  part.facts = known->parts[index];
  part.pages = std::max(0, part.facts.pages);
  if (part.facts.paged) return part;
  part.paragraph_pages = part.facts.paragraph_pages;
  if (locked != nullptr && index < locked->derived.size() && !locked->derived[index].path.empty()) {
    part.pages = std::max(0, locked->derived[index].pages);
    part.paragraph_pages = locked->derived[index].paragraph_pages;
  }
  return part;
}

void AddPart(Part part, BoundExhibit& bound) {
  bound.state = Worse(bound.state, part.facts.state);
  if (part.facts.state == ExhibitState::kMissing || part.facts.state == ExhibitState::kUnreadable) {
    part.pages = 0;
  }
  const std::size_t wanted = static_cast<std::size_t>(part.pages);
  const bool labelled = part.facts.labels.size() == wanted && wanted > 0;
  if (labelled || !bound.labels.empty()) {
    bound.labels.resize(static_cast<std::size_t>(bound.pages));
    part.facts.labels.resize(wanted);
    bound.labels.insert(bound.labels.end(), part.facts.labels.begin(), part.facts.labels.end());
  }
  if (!part.facts.paged) {
    bound.paragraphs += std::max(0, part.facts.paragraphs);
    for (const int page : part.paragraph_pages) {
      if (bound.paragraph_pages.size() >= static_cast<std::size_t>(bound.paragraphs)) break;
      bound.paragraph_pages.push_back(page >= 1 && page <= part.pages ? page + bound.pages : 0);
    }
    bound.paragraph_pages.resize(static_cast<std::size_t>(bound.paragraphs), 0);
  }
  const int paragraphs = part.facts.paged ? 0 : std::max(0, part.facts.paragraphs);
  bound.parts.push_back({.paged = part.facts.paged,
                         .first_page = bound.pages,
                         .pages = part.pages,
                         .first_paragraph = bound.paragraphs - paragraphs,
                         .paragraphs = paragraphs,
                         .duration_ms = part.facts.duration_ms,
                         .cue_ms = std::move(part.facts.cue_ms),
                         .anchors = std::move(part.facts.anchors)});
  bound.paged = bound.paged || part.facts.paged;
  bound.part_pages.push_back(part.pages);
  bound.read_by_machine = bound.read_by_machine || part.facts.read_by_machine;
  bound.pages += part.pages;
}

void ReportDuplicate(const model::Exhibit& first, const model::Exhibit& second,
                     diagnostics::Sink& sink) {
  sink.Report(
      {.kind = diagnostics::Kind::kDuplicateLabel,
       .args = {diagnostics::Id(first.id.value), diagnostics::Id(second.id.value), second.label},
       .place = second.id.span,
       .exhibits = {first.id.value, second.id.value},
       .related = {{"the label is given first here", first.id.span}},
       .hint = "give one of them another label, or none: a free one is chosen then"});
}

/// Gives each exhibit its label: as stated (two that state the same keep it and are reported), as
/// locked where that is still free, else the next of, ...
void GiveLabels(const model::Case& source, const model::Lock* lock,
                std::vector<BoundExhibit>& exhibits, diagnostics::Sink& sink) {
  std::map<std::string, std::size_t> used;
  for (BoundExhibit& bound : exhibits) {
    const model::Exhibit& exhibit = source.exhibits[bound.index];
    bound.label = exhibit.label;
    if (bound.label.empty()) continue;
    const auto [first, fresh] = used.emplace(bound.label, bound.index);
    if (!fresh) ReportDuplicate(source.exhibits[first->second], exhibit, sink);
  }
  for (BoundExhibit& bound : exhibits) {
    if (!bound.label.empty() || lock == nullptr) continue;
    const model::LockedExhibit* locked = lock->Find(source.exhibits[bound.index].id.value);
    if (locked == nullptr || locked->label.empty()) continue;
    if (used.emplace(locked->label, bound.index).second) bound.label = locked->label;
  }
  std::size_t next = 1;
  for (BoundExhibit& bound : exhibits) {
    if (!bound.label.empty()) continue;
    while (used.count("A-" + std::to_string(next)) > 0) ++next;
    bound.label = "A-" + std::to_string(next);
    used.emplace(bound.label, bound.index);
  }
}

bool IsLocked(const model::Exhibit& exhibit, const model::LockedExhibit* locked,
              ExhibitState state) {
  if (locked == nullptr || state != ExhibitState::kUsed) return false;
  return std::all_of(exhibit.files.begin(), exhibit.files.end(),
                     [&](const model::ExhibitPart& part) {
                       return std::any_of(locked->files.begin(), locked->files.end(),
                                          [&](const model::LockedFile& file) {
                                            return file.path == part.file.value;
                                          });
                     });
}

}  // namespace

std::vector<BoundExhibit> BindExhibits(const model::Case& source, const ExhibitPagesById& pages,
                                       const model::Lock* lock, diagnostics::Sink& sink) {
  std::vector<BoundExhibit> exhibits;
  exhibits.reserve(source.exhibits.size());
  for (std::size_t i = 0; i < source.exhibits.size(); ++i) {
    const model::Exhibit& exhibit = source.exhibits[i];
    BoundExhibit bound;
    bound.index = i;
    if (exhibit.files.empty()) bound.state = ExhibitState::kElsewhere;
    const auto known = pages.find(exhibit.id.value);
    const ExhibitPages* facts = known == pages.end() ? nullptr : &known->second;
    const model::LockedExhibit* locked = lock == nullptr ? nullptr : lock->Find(exhibit.id.value);
    for (std::size_t part = 0; part < exhibit.files.size(); ++part) {
      Part made = MakePart(facts, locked, part);
      if (part == 0) bound.sha256 = made.facts.sha256;
      AddPart(std::move(made), bound);
    }
    bound.locked = IsLocked(exhibit, locked, bound.state);
    exhibits.push_back(std::move(bound));
  }
  GiveLabels(source, lock, exhibits, sink);
  return exhibits;
}

bool LabelBefore(std::string_view a, std::string_view b) {
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() && j < b.size()) {
    if (IsDigit(a[i]) && IsDigit(b[j])) {
      const std::string_view left = TakeNumber(a, i);
      const std::string_view right = TakeNumber(b, j);
      if (left.size() != right.size()) return left.size() < right.size();
      if (left != right) return left < right;
      continue;
    }
    if (a[i] != b[j]) return static_cast<unsigned char>(a[i]) < static_cast<unsigned char>(b[j]);
    ++i;
    ++j;
  }
  return a.size() - i < b.size() - j;
}

std::vector<std::size_t> BundleOrder(const std::vector<BoundExhibit>& exhibits) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < exhibits.size(); ++i) {
    if (exhibits[i].pages > 0) order.push_back(i);
  }
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return LabelBefore(exhibits[a].label, exhibits[b].label);
  });
  return order;
}

}  // namespace dossier::resolve
