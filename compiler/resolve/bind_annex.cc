// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <utility>

#include "compiler/foundation/joined.h"
#include "compiler/resolve/bind.h"

namespace dossier::resolve {

using diagnostics::Finding;
using diagnostics::Id;
using diagnostics::Kind;
using model::PinpointRange;

namespace {

std::string Lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

/// A registered part with this label; false when there is none.
bool NarrowToPart(std::string_view wanted, Target& target, BoundPinpoint& out) {
  for (std::size_t i = 0; i < target.exhibit.files.size() && i < target.bound.parts.size(); ++i) {
    const std::string label = Lower(target.exhibit.files[i].label);
    if (label.empty() || (label != wanted && label != "annex " + std::string(wanted))) continue;
    const BoundPart& part = target.bound.parts[i];
    NarrowToPages(part.first_page, part.first_page + part.pages, target);
    std::erase_if(target.scopes, [&](const Scope& scope) { return scope.part != &part; });
    if (target.scopes.empty())
      target.scopes.push_back({&part, {0, part.pages + part.paragraphs + 1}});
    out.has_page = part.pages > 0;
    out.first_page = PageIndex{part.first_page};
    out.last_page = PageIndex{std::max(part.first_page, part.first_page + part.pages - 1)};
    return true;
  }
  return false;
}

}  // namespace

bool Binder::NarrowToAnnex(Target& target, const PinpointRange& range, BoundPinpoint& out) {
  const std::string wanted = Lower(range.first);
  target.pages_before.reset();  // a page before the annex is another place
  if (NarrowToPart(wanted, target, out)) return true;
  const std::string known = Joined(target.exhibit.files, ", ", &model::ExhibitPart::label);
  // Parts that the register names are all there are; else the annexes are inside the file.
  if (known.empty() && target.bound.paged) {
    if (!BindNumber(target,
                    identifiers::ParseNumber(wanted).value_or(identifiers::Number{{wanted}}),
                    out)) {
      return false;
    }
    if (!out.has_page) {
      target.unsure = true;
      return true;
    }
    NarrowToPages(out.first_page.value, out.last_page.value + 1, target);
    return true;
  }
  Finding finding = About(target, Kind::kDanglingAnnex);
  finding.args = {Id(target.exhibit.id.value), Id(range.first)};
  finding.hint = known.empty() ? diagnostics::Text(
                                     "this exhibit has no parts: add `parts:` with "
                                     "labels, or cite its pages")
                               : diagnostics::Text("its parts are: {0}", {known});
  sink_.Report(std::move(finding));
  return false;
}

}  // namespace dossier::resolve
