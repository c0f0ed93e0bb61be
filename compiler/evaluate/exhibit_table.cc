// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/evaluate/exhibit_table.h"

#include <unordered_map>
#include <unordered_set>

namespace dossier::evaluate {
namespace {

/// Gives equal strings equal numbers.
class Numbers {
 public:
  explicit Numbers(std::size_t expected) { numbers_.reserve(expected); }

  int Of(std::string_view text) {
    return numbers_.emplace(text, static_cast<int>(numbers_.size())).first->second;
  }

 private:
  std::unordered_map<std::string_view, int> numbers_;
};

using ExhibitsById = std::unordered_map<std::string_view, std::size_t>;

/// The exhibit at the end of the chain of translations; where the chain runs in a circle, the one
/// at which the walk stops after a step for each exhibit.
std::size_t OriginalOf(const model::Case& source, const ExhibitsById& by_id, std::size_t index) {
  // Real chains have one or two links; a longer one is a circle.
  for (int step = 0; step < 8; ++step) {
    const std::optional<model::Translation>& translation = source.exhibits[index].translation;
    if (!translation) break;
    const auto original = by_id.find(translation->of.value);
    if (original == by_id.end()) break;
    index = original->second;
  }
  return index;
}

bool IsReadable(const resolve::ResolvedCase& resolved, std::size_t index) {
  if (index >= resolved.exhibits.size()) return true;
  const resolve::ExhibitState state = resolved.exhibits[index].state;
  return state == resolve::ExhibitState::kUsed || state == resolve::ExhibitState::kElsewhere;
}

/// The publishers' groups, and which of them file.
class Publishers {
 public:
  explicit Publishers(const model::Case& source) {
    for (const model::Person& person : source.people) {
      groups_.emplace(person.id.value, person.group.empty() ? person.id.value : person.group);
    }
    for (const auto* parties : {&source.header.applicants, &source.header.submitted_by}) {
      for (const model::Text& party : *parties) {
        parties_.insert(party.value);
        party_groups_.insert(GroupOf(party.value));
      }
    }
  }

  [[nodiscard]] std::string_view GroupOf(std::string_view publisher) const {
    const auto group = groups_.find(publisher);
    return group == groups_.end() ? publisher : group->second;
  }

  [[nodiscard]] Party PartyOf(std::string_view publisher) const {
    if (publisher.empty()) return Party::kUnknown;
    if (parties_.count(publisher) > 0) return Party::kSelf;
    return party_groups_.count(GroupOf(publisher)) > 0 ? Party::kGroup : Party::kNone;
  }

 private:
  std::unordered_map<std::string_view, std::string_view> groups_;
  std::unordered_set<std::string_view> parties_, party_groups_;
};

void AddToOriginal(const model::Exhibit& translation, ExhibitEntry& original) {
  for (const model::PageLanguage& language : translation.languages) {
    original.languages.push_back(language.language);
  }
  if (!translation.IsSurrogate()) original.translations.push_back(&translation);
}

}  // namespace

ExhibitTable::ExhibitTable(const resolve::ResolvedCase& resolved) : resolved_(resolved) {
  const model::Case& source = *resolved.source;
  ExhibitsById by_id;
  by_id.reserve(source.exhibits.size());
  for (std::size_t i = 0; i < source.exhibits.size(); ++i) {
    by_id.emplace(source.exhibits[i].id.value, i);
  }
  const Publishers known(source);
  Numbers sources(source.exhibits.size());
  Numbers publishers(source.people.size());
  entries_.resize(source.exhibits.size());
  for (std::size_t i = 0; i < source.exhibits.size(); ++i) {
    const model::Exhibit& exhibit = source.exhibits[i];
    ExhibitEntry& entry = entries_[i];
    entry.exhibit = &exhibit;
    entry.readable = IsReadable(resolved, i);
    entry.surrogate = exhibit.IsSurrogate();
    entry.locked = i < resolved.exhibits.size() && resolved.exhibits[i].locked;
    entry.party = known.PartyOf(exhibit.publisher.value);
    const std::size_t original = OriginalOf(source, by_id, i);
    entry.work = static_cast<int>(original);
    entry.original = &entries_[original];
    if (!exhibit.publisher.value.empty()) {
      entry.publisher = publishers.Of(known.GroupOf(exhibit.publisher.value));
    }
    for (const std::string& origin : source.exhibits[original].origin) {
      entry.origins.push_back(sources.Of(origin));
    }
    if (entry.origins.empty()) {
      entry.origins.push_back(sources.Of(source.exhibits[original].id.value));
    }
    for (const model::PageLanguage& language : exhibit.languages) {
      entry.languages.push_back(language.language);
    }
    if (original != i) AddToOriginal(exhibit, entries_[original]);
  }
}

const resolve::BoundCitation* ExhibitTable::Bound(const model::Citation& citation) const {
  const auto found = resolved_.by_span.find(citation.span);
  if (found == resolved_.by_span.end() || found->second >= resolved_.citations.size()) {
    return nullptr;
  }
  return &resolved_.citations[found->second];
}

const ExhibitEntry* ExhibitTable::Cited(const resolve::BoundCitation* bound) const {
  if (bound == nullptr || !bound->resolved || !bound->exhibit_index) return nullptr;
  return *bound->exhibit_index < entries_.size() ? &entries_[*bound->exhibit_index] : nullptr;
}

const ExhibitEntry* ExhibitTable::Cited(const model::Citation& citation) const {
  return Cited(Bound(citation));
}

}  // namespace dossier::evaluate
