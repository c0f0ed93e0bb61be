// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/assemble/codec.h"

#include <array>
#include <limits>

#include "compiler/assemble/structure_codec.h"
#include "compiler/foundation/wire.h"

namespace dossier::assemble {

namespace {

constexpr std::int64_t kPlanFormat = 0x444F53504C414E32;       // "DOSPLAN2"
constexpr std::int64_t kAssembledFormat = 0x444F534153454D32;  // "DOSASEM2"

void PutExhibits(WireWriter& out, const Plan& plan) {
  out.Count(plan.exhibits.size());
  for (const ExhibitPart& part : plan.exhibits) {
    for (const std::string* text :
         {&part.anchor, &part.exhibit, &part.label, &part.title, &part.list_anchor, &part.pdf}) {
      out.Text(*text);
    }
    out.Number(part.pages);
  }
  out.Count(plan.stamps.size());
  for (const Stamp& stamp : plan.stamps) {
    out.Number(stamp.page_of_brief);
    out.Text(stamp.alternative);
  }
}

void GetExhibits(WireReader& in, Plan& plan) {
  plan.exhibits.resize(in.Count(7 * kWireNumberSize));
  for (ExhibitPart& part : plan.exhibits) {
    for (std::string* text :
         {&part.anchor, &part.exhibit, &part.label, &part.title, &part.list_anchor, &part.pdf}) {
      *text = in.Text();
    }
    part.pages = in.Small();
  }
  plan.stamps.resize(in.Count(kWireNumberSize + kWireTextSize));
  for (Stamp& stamp : plan.stamps) {
    stamp.page_of_brief = in.Small();
    stamp.alternative = in.Text();
  }
}

void PutNavigation(WireWriter& out, const Plan& plan) {
  out.Count(plan.anchors.size());
  for (const auto& [name, place] : plan.anchors) {
    out.Text(name);
    out.Number(place.page.value);
    out.Number(place.top.raw());
  }
  out.Count(plan.links.size());
  for (const paginate::LinkArea& link : plan.links) {
    out.Number(link.page.value);
    PutBox(out, link.box);
    out.Text(link.anchor);
    out.Text(link.url);
    out.Text(link.words);
    out.Number(link.element);
  }
  out.Count(plan.outline.size());
  for (const paginate::OutlineEntry& entry : plan.outline) {
    out.Number(entry.level);
    out.Text(entry.title);
    out.Text(entry.anchor);
  }
}

void GetNavigation(WireReader& in, Plan& plan) {
  for (std::size_t count = in.Count(3 * kWireNumberSize); count > 0 && in.ok(); --count) {
    const std::string name = in.Text();
    paginate::AnchorPlace& place = plan.anchors[name];
    place.page.value = in.Small();
    place.top = Length::FromRaw(in.Number());
  }
  plan.links.resize(in.Count(9 * kWireNumberSize));
  for (paginate::LinkArea& link : plan.links) {
    link.page.value = in.Small();
    link.box = GetBox(in);
    link.anchor = in.Text();
    link.url = in.Text();
    link.words = in.Text();
    link.element = in.Small();
  }
  plan.outline.resize(in.Count(3 * kWireNumberSize));
  for (paginate::OutlineEntry& entry : plan.outline) {
    entry.level = in.Small();
    entry.title = in.Text();
    entry.anchor = in.Text();
  }
}

void PutSignature(WireWriter& out, const Plan& plan) {
  out.Flag(plan.signature_page_of_brief.has_value());
  out.Number(plan.signature_page_of_brief.value_or(0));
  out.Flag(plan.signature_box.has_value());
  const auto box = plan.signature_box.value_or(std::pair<PageIndex, paginate::Box>{});
  out.Number(box.first.value);
  PutBox(out, box.second);
}

void GetSignature(WireReader& in, Plan& plan) {
  const bool has_drawing = in.Flag();
  const int drawing = in.Small();
  if (has_drawing) plan.signature_page_of_brief = drawing;
  const bool has_box = in.Flag();
  const PageIndex page{in.Small()};
  const paginate::Box box = GetBox(in);
  if (has_box) plan.signature_box = {page, box};
}

template <typename M>
auto MetadataTexts(M& metadata) {
  return std::array{&metadata.title,    &metadata.author,       &metadata.subject,
                    &metadata.language, &metadata.tool_version, &metadata.date};
}

template <typename H>
auto HoleNumbers(H& hole) {
  return std::array{
      &hole.byte_range, &hole.byte_range_size, &hole.contents,        &hole.contents_size,
      &hole.date,       &hole.value_key,       &hole.permissions_key, &hole.flags};
}

}  // namespace

Bytes Encode(const Plan& plan) {
  WireWriter out;
  out.Number(kPlanFormat);
  out.Text(plan.brief);
  out.Number(plan.brief_pages);
  PutExhibits(out, plan);
  PutNavigation(out, plan);
  PutSignature(out, plan);
  PutStructure(out, plan);
  out.Text(plan.exhibits_bookmark);
  out.Count(plan.manifest.size());
  for (const ManifestEntry& entry : plan.manifest) {
    out.Text(entry.kind);
    out.Text(entry.id);
    out.Digest(entry.sha256);
  }
  for (const std::string* text : MetadataTexts(plan.metadata)) out.Text(*text);
  out.Flag(plan.metadata.archive == pdf::Archive::kPdfA1b);
  out.Flag(plan.with_exhibits);
  return std::move(out).Take();
}

Result<Plan> DecodePlan(ByteView bytes) {
  WireReader in(bytes);
  Plan plan;
  if (in.Number() != kPlanFormat) return Failure{"these bytes are not a plan"};
  plan.brief = in.Text();
  plan.brief_pages = in.Small();
  GetExhibits(in, plan);
  GetNavigation(in, plan);
  GetSignature(in, plan);
  GetStructure(in, plan);
  plan.exhibits_bookmark = in.Text();
  plan.manifest.resize(in.Count(2 * kWireTextSize + kWireDigestSize));
  for (ManifestEntry& entry : plan.manifest) {
    entry.kind = in.Text();
    entry.id = in.Text();
    entry.sha256 = in.Digest();
  }
  for (std::string* text : MetadataTexts(plan.metadata)) *text = in.Text();
  plan.metadata.archive = in.Flag() ? pdf::Archive::kPdfA1b : pdf::Archive::kNone;
  plan.with_exhibits = in.Flag();
  if (!in.Finished()) return Failure{"these bytes are not a plan"};
  return plan;
}

Bytes Encode(const Assembled& assembled) {
  WireWriter out;
  out.Number(kAssembledFormat);
  out.Text(assembled.bytes);
  for (const std::size_t* number : HoleNumbers(assembled.hole)) {
    out.Count(*number);
  }
  out.Number(assembled.pages);
  PutShortcomings(out, assembled.shortcomings);
  return std::move(out).Take();
}

Result<Assembled> DecodeAssembled(ByteView bytes) {
  WireReader in(bytes);
  Assembled assembled;
  const bool good = in.Number() == kAssembledFormat;
  assembled.bytes = in.Text();
  for (std::size_t* number : HoleNumbers(assembled.hole)) {
    *number = static_cast<std::size_t>(
        in.NumberWithin(0, std::numeric_limits<std::int64_t>::max()));
  }
  assembled.pages = in.Small();
  GetShortcomings(in, assembled.shortcomings);
  if (!good || !in.Finished()) return Failure{"these bytes are not an assembled file"};
  return assembled;
}

}  // namespace dossier::assemble
