// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/assemble/assemble.h"

#include <map>
#include <string>

#include "compiler/assemble/manifest.h"
#include "compiler/assemble/read_back.h"
#include "compiler/pdf/bundle_writer.h"

namespace dossier::assemble {

namespace {

constexpr double kTopOfExhibitPage = 842;  // above any A4 page: readers stop at its upper edge

pdf::Rectangle InPoints(const paginate::Box& box) {
  return {.left = box.left.ToPoints(),
          .bottom = box.bottom.ToPoints(),
          .right = box.right.ToPoints(),
          .top = box.top.ToPoints()};
}

pdf::Spoken SpokenOf(const paginate::LinkArea& link) {
  return {.element = link.element, .words = link.words};
}

std::string Named(const ExhibitPart& part) { return "exhibit " + part.exhibit; }

/// Gives every exhibit anchor its page of the bundle. Parts that share an anchor are counted on.
Result<std::map<std::string, pdf::Destination>> PlaceAnchors(const Plan& plan) {
  std::map<std::string, pdf::Destination> places;
  for (const auto& [name, place] : plan.anchors) {
    if (place.page.value < 0 || place.page.value >= plan.brief_pages) {
      return Failure{"the anchor \"" + name + "\" lies outside the brief"};
    }
    places[name] = {.name = name, .page = place.page.value, .top = place.top.ToPoints()};
  }
  int page = plan.brief_pages;
  std::map<std::string, int> counted;
  for (const ExhibitPart& part : plan.exhibits) {
    if (part.pages < 1) return Failure{Named(part) + " has no pages"};
    const auto add = [&](const std::string& name, int at) {
      return places.try_emplace(name, pdf::Destination{name, at, kTopOfExhibitPage}).second;
    };
    int& number = counted[part.anchor];
    if (number == 0 && !add(part.anchor, page)) {
      return Failure{"two places have the anchor \"" + part.anchor + "\""};
    }
    for (int i = 0; i < part.pages; ++i) {
      const std::string name = part.anchor + "." + std::to_string(++number);
      if (!add(name, page++)) return Failure{"two places have the anchor \"" + name + "\""};
    }
  }
  return places;
}

class Assembler {
 public:
  Assembler(const Plan& plan, pdf::BundleWriter writer,
            std::map<std::string, pdf::Destination> places)
      : plan_(plan), writer_(std::move(writer)), places_(std::move(places)) {}

  Result<Assembled> Run();

 private:
  void AddStructure();
  Result<Done> AddExhibits();
  Result<Done> AddLinks();
  Result<Done> AddBookmarks();
  void AddDestinations();
  void AddMetadata();
  Result<Done> AddSignature();
  /// True when `anchor` is in this file: the brief alone has no exhibit pages.
  [[nodiscard]] bool IsHere(const pdf::Destination& place) const {
    return place.page < writer_.page_count();
  }

  const Plan& plan_;
  pdf::BundleWriter writer_;
  std::map<std::string, pdf::Destination> places_;
  Expected expected_;
};

Result<Done> Assembler::AddExhibits() {
  std::size_t next = 0;
  for (const ExhibitPart& part : plan_.exhibits) {
    std::vector<pdf::StampedPage> stamps;
    for (int i = 0; i < part.pages; ++i, ++next) {
      if (next >= plan_.stamps.size()) return Failure{Named(part) + " has pages without a stamp"};
      if (!places_.contains(part.list_anchor)) {
        return Failure{Named(part) + " does not stand in the list of exhibits"};
      }
      stamps.push_back({.stamp = plan_.stamps[next].page_of_brief,
                        .link = part.list_anchor,
                        .alternative = plan_.stamps[next].alternative,
                        .link_words = plan_.back_words});
      expected_.links.push_back(
          {.page = writer_.page_count() + i, .destination = part.list_anchor});
    }
    if (const Result<Done> added = writer_.AddExhibit(Named(part), part.pdf, stamps); !added) {
      return added.failure();
    }
  }
  return Done{};
}

Result<Done> Assembler::AddLinks() {
  for (const paginate::LinkArea& link : plan_.links) {
    if (link.page.value < 0 || link.page.value >= plan_.brief_pages) {
      return Failure{"a link lies outside the brief"};
    }
    if (!link.url.empty()) {
      writer_.AddLink(link.page.value, InPoints(link.box), {}, link.url, SpokenOf(link));
      continue;
    }
    const auto place = places_.find(link.anchor);
    if (place == places_.end())
      return Failure{"a link leads to \"" + link.anchor + "\", which does not exist"};
    if (!IsHere(place->second)) continue;
    writer_.AddLink(link.page.value, InPoints(link.box), link.anchor, {}, SpokenOf(link));
    expected_.links.push_back({.page = link.page.value, .destination = link.anchor});
  }
  return Done{};
}

Result<Done> Assembler::AddBookmarks() {
  std::vector<pdf::Bookmark> bookmarks;
  for (const paginate::OutlineEntry& entry : plan_.outline) {
    const auto place = places_.find(entry.anchor);
    if (place == places_.end()) {
      return Failure{"a bookmark leads to \"" + entry.anchor + "\", which does not exist"};
    }
    if (IsHere(place->second)) bookmarks.push_back({entry.level, entry.title, entry.anchor});
  }
  if (plan_.with_exhibits && !plan_.exhibits.empty()) {
    bookmarks.push_back({1, plan_.exhibits_bookmark, plan_.exhibits.front().anchor});
    std::map<std::string, int> counted;
    for (const ExhibitPart& part : plan_.exhibits) {
      // A later part of an exhibit is reached through its first page, not that of the exhibit.
      int& pages = counted[part.anchor];
      const std::string anchor =
          pages == 0 ? part.anchor : part.anchor + "." + std::to_string(pages + 1);
      pages += part.pages;
      const std::string gap = part.label.empty() || part.title.empty() ? "" : " ";
      bookmarks.push_back({2, part.label + gap + part.title, anchor});
    }
  }
  writer_.SetBookmarks(bookmarks);
  expected_.bookmarks = std::move(bookmarks);
  return Done{};
}

void Assembler::AddDestinations() {
  std::vector<pdf::Destination> destinations;
  for (const auto& [name, place] : places_) {
    if (!IsHere(place)) continue;
    destinations.push_back(place);
    expected_.destinations[name] = place.page;
  }
  writer_.SetDestinations(std::move(destinations));
}

void Assembler::AddMetadata() {
  const Metadata& metadata = plan_.metadata;
  writer_.SetInformation({.title = metadata.title,
                          .author = metadata.author,
                          .subject = metadata.subject,
                          .language = metadata.language,
                          .producer = "dossier " + metadata.tool_version,
                          .date = metadata.date,
                          .archive = metadata.archive});
  expected_.manifest = WriteManifest(plan_);
  writer_.SetManifest(expected_.manifest);
}

Result<Done> Assembler::AddSignature() {
  pdf::SignatureWidget widget{
      .page = 0,
      .box = {},
      .drawing = plan_.signature_page_of_brief,
      .spoken = {.element = plan_.signature_element, .words = plan_.signature_words}};
  if (plan_.signature_box) {
    widget.page = plan_.signature_box->first.value;
    widget.box = InPoints(plan_.signature_box->second);
  }
  return writer_.ReserveSignature(widget);
}

void Assembler::AddStructure() {
  std::map<int, pdf::Rectangle> figures;
  for (const auto& [element, box] : plan_.figures) figures[element] = InPoints(box);
  writer_.SetStructure(plan_.structure, plan_.marks, std::move(figures));
}

Result<Assembled> Assembler::Run() {
  AddStructure();
  if (plan_.with_exhibits) {
    if (const Result<Done> done = AddExhibits(); !done) return done.failure();
  }
  if (const Result<Done> done = AddLinks(); !done) return done.failure();
  if (const Result<Done> done = AddBookmarks(); !done) return done.failure();
  AddDestinations();
  AddMetadata();
  if (const Result<Done> done = AddSignature(); !done) return done.failure();
  expected_.pages = writer_.page_count();
  Result<Bytes> bytes = writer_.Write();
  if (!bytes) return bytes.failure();
  constexpr char kDiffers[] = "the finished file does not say what was planned: ";
  const Result<pdf::OpenedFile> finished = pdf::OpenedFile::Open(*bytes);
  if (!finished) return Failure{kDiffers + finished.failure().reason};
  Result<pdf::SignatureHole> hole = ReadBack(*finished, expected_);
  if (!hole) return Failure{kDiffers + hole.failure().reason};
  Result<std::vector<Shortcoming>> shortcomings = FindShortcomings(*finished, plan_);
  if (!shortcomings) return Failure{"the finished file cannot be checked: " + shortcomings.failure().reason};
  return Assembled{.bytes = std::move(*bytes),
                   .hole = *hole,
                   .pages = expected_.pages,
                   .shortcomings = std::move(*shortcomings)};
}

}  // namespace

Result<Assembled> Assemble(const Plan& plan) {
  Result<std::map<std::string, pdf::Destination>> places = PlaceAnchors(plan);
  if (!places) return places.failure();
  Result<pdf::BundleWriter> writer = pdf::BundleWriter::Start(plan.brief, plan.brief_pages);
  if (!writer) return writer.failure();
  return Assembler(plan, std::move(*writer), std::move(*places)).Run();
}

}  // namespace dossier::assemble
