// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/typesetting.h"

#include <string>
#include <utility>
#include <vector>

#include "compiler/driver/font_files.h"
#include "compiler/driver/manifest.h"
#include "compiler/fonts/font_set.h"
#include "compiler/foundation/result.h"
#include "compiler/paginate/paginate.h"
#include "compiler/text/hyphenate.h"

namespace dossier::driver {
namespace {

using diagnostics::Kind;

/// "A-14 · page 3 of 12", and the running number of the page in the bundle.
std::vector<render::StampText> Stamps(const CheckedCase& checked, int brief_pages, int total) {
  std::vector<render::StampText> stamps;
  int running = brief_pages;
  for (const std::size_t index : checked.resolved.bundle_order) {
    const resolve::BoundExhibit& exhibit = checked.resolved.exhibits[index];
    for (int page = 1; page <= exhibit.pages; ++page) {
      ++running;
      stamps.push_back({.left = exhibit.label + " · " + std::to_string(page) + " / " + std::to_string(exhibit.pages),
                        .right = std::to_string(running) + " / " + std::to_string(total)});
    }
  }
  return stamps;
}

std::optional<render::SignatureDrawing> Drawing(const CheckedCase& checked, const paginate::Pages& pages) {
  if (!pages.signature_box) return std::nullopt;
  const paginate::Box& box = pages.signature_box->second;
  render::SignatureDrawing drawing{.width = box.right - box.left, .height = box.top - box.bottom, .lines = {}};
  const model::Case& source = *checked.resolved.source;
  // A box holds a few lines that can be read; the brief names everyone above it.
  if (source.header.submitted_by.size() == 1) {
    const model::Person* person = source.FindPerson(source.header.submitted_by.front().value);
    if (person != nullptr) drawing.lines.emplace_back(person->name.In(source.header.language.value));
  }
  drawing.lines.emplace_back(source.header.title.In(source.header.language.value));
  if (std::string date = FilingDate(source); !date.empty()) drawing.lines.push_back(std::move(date));
  return drawing;
}

}  // namespace

paginate::FollowingPages PagesBehind(const CheckedCase& checked) {
  paginate::FollowingPages following;
  for (const std::size_t index : checked.resolved.bundle_order) {
    const resolve::BoundExhibit& exhibit = checked.resolved.exhibits[index];
    const std::string anchor = "exhibit." + checked.resolved.source->exhibits[index].id.value;
    following.anchors[anchor] = following.total;
    for (int page = 1; page <= exhibit.pages; ++page) {
      following.anchors[anchor + "." + std::to_string(page)] = following.total++;
    }
  }
  return following;
}

namespace {

Result<TypesetBrief> Draw(CheckedCase& checked, const compose::Document& document, const fonts::FontSet& fonts,
                          text::Hyphenation* hyphenation) {
  const paginate::FollowingPages following = PagesBehind(checked);
  TypesetBrief brief;
  brief.pages = paginate::Paginate(document, fonts, following, checked.session->sink, hyphenation);
  const int brief_pages = static_cast<int>(brief.pages.pages.size());
  render::RenderInput input{.brief = &brief.pages,
                            .stamps = Stamps(checked, brief_pages, brief_pages + following.total),
                            .signature = Drawing(checked, brief.pages)};
  Result<render::Rendered> rendered = render::Render(input, fonts);
  if (!rendered) return rendered.failure();
  brief.rendered = std::move(rendered).value();
  if (following.total > 2 * brief_pages) {
    input.stamps.clear();
    Result<render::Rendered> alone = render::Render(input, fonts);
    if (!alone) return alone.failure();
    brief.alone = std::move(alone).value();
  }
  return brief;
}

diagnostics::Finding Failed(Kind kind, std::vector<diagnostics::Arg> args, const std::string& what) {
  return {.kind = kind, .args = std::move(args), .place = diagnostics::Place::InFile(what)};
}

}  // namespace

TypesetOrFinding Typeset(CheckedCase& checked, const compose::Document& document) {
  const Result<fonts::FontSet> fonts = LoadFonts(document.page.family);
  if (!fonts) return Failed(Kind::kFontMissing, {fonts.failure().reason}, "fonts");
  std::optional<Result<text::Hyphenation>> dictionaries;
  if (document.hyphenate) {
    dictionaries = LoadHyphenation();
    if (!*dictionaries) return Failed(Kind::kDictionaryMissing, {dictionaries->failure().reason}, "dictionaries");
  }
  text::Hyphenation* hyphenation = dictionaries ? &**dictionaries : nullptr;
  Result<TypesetBrief> brief = Draw(checked, document, *fonts, hyphenation);
  if (!brief) return Failed(Kind::kOutputFailed, {"brief.pdf", brief.failure().reason}, "brief.pdf");
  return std::move(brief).value();
}

}  // namespace dossier::driver
