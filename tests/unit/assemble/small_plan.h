// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "compiler/assemble/plan.h"
#include "tests/unit/pdf/small_pdf.h"

namespace dossier::assemble::testing_support {

/// A rendered brief, its pages sharing one object of resources as `render` makes them: `pages` own pages, then `stamps` stamp pages and one drawing of a signature.
inline Bytes RenderedBrief(int pages, int stamps) {
  std::vector<std::string> objects(4);
  std::string kids;
  const auto add = [&](const std::string& box, const std::string& text) {
    const std::string page = std::to_string(objects.size() + 1);
    const std::string content = std::to_string(objects.size() + 2);
    kids += page + " 0 R ";
    objects.push_back("<< /Type /Page /Parent 2 0 R /MediaBox " + box +
                      " /Resources 4 0 R /Contents " + content + " 0 R >>");
    objects.push_back(pdf::testing_support::Stream("BT /F1 12 Tf 20 8 Td (" + text + ") Tj ET"));
  };
  for (int i = 1; i <= pages; ++i) add("[0 0 595.276 841.89]", "brief page " + std::to_string(i));
  for (int i = 1; i <= stamps; ++i) add("[0 0 595 24]", "stamp " + std::to_string(i));
  add("[0 0 200 50]", "signature");
  objects[0] = "<< /Type /Catalog /Pages 2 0 R /OpenAction [ 5 0 R /Fit ] >>";
  objects[1] =
      "<< /Type /Pages /Kids [ " + kids + "] /Count " + std::to_string(pages + stamps + 1) + " >>";
  objects[2] = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";
  objects[3] = "<< /Font << /F1 3 0 R >> >>";
  return pdf::testing_support::JoinObjects(objects);
}

inline Digest FakeDigest(int number) {
  Digest digest;
  digest.bytes[0] = static_cast<std::uint8_t>(number);
  return digest;
}

inline paginate::Box BoxOf(double left, double bottom, double right, double top) {
  return {Length::FromPoints(left), Length::FromPoints(bottom), Length::FromPoints(right),
          Length::FromPoints(top)};
}

/// A brief of two pages that lists `exhibits` files of `pages` pages each.
inline Plan MakePlan(int exhibits = 2, int pages = 3) {
  Plan plan;
  plan.brief_pages = 2;
  plan.brief = RenderedBrief(2, exhibits * pages);
  plan.anchors["intro"] = {.page = {0}, .top = Length::FromPoints(800)};
  plan.outline.push_back({.level = 1, .title = "Introduction", .anchor = "intro"});
  for (int i = 1; i <= exhibits; ++i) {
    const std::string id = "e0" + std::to_string(i);
    ExhibitPart part;
    part.anchor = "exhibit." + id;
    part.exhibit = id;
    part.label = "A-" + std::to_string(i);
    part.title = "Report " + std::to_string(i) + " on <things> & 100 %";
    part.pages = pages;
    part.pdf = pdf::testing_support::MakePdf({.pages = pages, .text = "exhibit " + id + " page"});
    part.list_anchor = "list." + id;
    plan.anchors[part.list_anchor] = {.page = {1}, .top = Length::FromPoints(700 - 20 * i)};
    plan.links.push_back({.page = {0},
                          .box = BoxOf(72, 700 - 20 * i, 200, 714 - 20 * i),
                          .anchor = part.anchor + ".2",
                          .url = ""});
    plan.manifest.push_back({.kind = "exhibit", .id = id, .sha256 = FakeDigest(i)});
    plan.exhibits.push_back(std::move(part));
    for (int page = 0; page < pages; ++page) {
      plan.stamps.push_back({.page_of_brief = plan.brief_pages + (i - 1) * pages + page});
    }
  }
  plan.links.push_back(
      {.page = {0}, .box = BoxOf(72, 100, 200, 114), .anchor = "list.e01", .url = ""});
  plan.links.push_back(
      {.page = {0}, .box = BoxOf(72, 80, 200, 94), .anchor = "", .url = "https://example.org/a b"});
  plan.manifest.push_back({.kind = "report", .id = "check.json", .sha256 = FakeDigest(200)});
  plan.signature_page_of_brief = plan.brief_pages + exhibits * pages;
  plan.signature_box = {PageIndex{1}, BoxOf(300, 100, 500, 150)};
  plan.exhibits_bookmark = "Exhibits";
  plan.metadata = {.title = "Brief of <Ona> & Šarūnas %%EOF",
                   .author = "An Invented Office",
                   .subject = "Second application",
                   .language = "en",
                   .tool_version = "0.1.0",
                   .date = "2026-01-31"};
  return plan;
}

}  // namespace dossier::assemble::testing_support
