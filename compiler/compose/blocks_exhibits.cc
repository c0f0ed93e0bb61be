// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>
#include <utility>

#include "compiler/compose/blocks.h"
#include "compiler/compose/case_view.h"
#include "compiler/compose/citations.h"
#include "compiler/compose/exhibit_provenance.h"

namespace dossier::compose {
namespace {

using model::Exhibit;
using resolve::BoundExhibit;

/// Publisher, date and language on one line.
std::string Particulars(const Context& context, const Exhibit& exhibit) {
  std::string out;
  const auto add = [&](const std::string& words) {
    if (!words.empty()) out += (out.empty() ? "" : ", ") + words;
  };
  if (!exhibit.publisher.value.empty()) add(context.NameOf(exhibit.publisher.value));
  const model::CaseDate& date = exhibit.published.date ? exhibit.published : exhibit.event;
  add(context.strings.DateInWords(date));
  std::vector<std::string> languages;
  for (const model::PageLanguage& language : exhibit.languages) {
    // "und" is the tag of a language that nobody has stated.
    if (language.language == "und" || language.language == "zxx") continue;
    const std::string word = context.strings.Word("language", language.language);
    if (std::find(languages.begin(), languages.end(), word) == languages.end()) {
      languages.push_back(word);
      add(word);
    }
  }
  return out;
}

/// That it is a note, a translation, or not in the bundle, and the address of the original.
Inlines Remarks(const Context& context, const Exhibit& exhibit, const BoundExhibit& bound) {
  Inlines out;
  const auto sentence = [&](std::string text) {
    out.push_back(Words((out.empty() ? "" : " ") + std::move(text)));
  };
  if (exhibit.translation) {
    const Exhibit* of = context.source.FindExhibit(exhibit.translation->of.value);
    if (of != nullptr) {
      const auto index = static_cast<std::size_t>(of - context.source.exhibits.data());
      sentence(
          context.strings.Fill("exhibit.translation", {context.resolved.exhibits[index].label}));
    }
  }
  if (bound.pages == 0) {
    sentence(std::string(context.strings.Get("exhibit.elsewhere")));
  } else if (exhibit.surrogate) {
    sentence(std::string(context.strings.Get("exhibit.source-note")));
  }
  if (bound.read_by_machine) sentence(std::string(context.strings.Get("exhibit.read-by-machine")));
  if (!exhibit.url.empty()) {
    const bool original = exhibit.surrogate || bound.pages == 0;
    sentence(std::string(context.strings.Get(original ? "exhibit.original-at" : "exhibit.at")) +
             " ");
    out.push_back(Address(exhibit.url));
  }
  if (!exhibit.archived.empty()) {
    sentence(std::string(context.strings.Get("exhibit.archived-at")) + " ");
    out.push_back(Address(exhibit.archived));
  }
  return out;
}

TableCell DescriptionCell(const Context& context, const Exhibit& exhibit,
                          const BoundExhibit& bound) {
  Blocks content;
  content.push_back(Para(context.Say(exhibit.title)));
  const std::string particulars = Particulars(context, exhibit);
  if (!particulars.empty()) content.push_back(Para(particulars, ParagraphStyle::kSmall));
  Inlines remarks = Remarks(context, exhibit, bound);
  if (!remarks.empty()) content.push_back(Para(std::move(remarks), ParagraphStyle::kSmall));
  const std::string provenance = ProvenanceOf(context, exhibit);
  if (!provenance.empty()) content.push_back(Para(provenance, ParagraphStyle::kSmall));
  return Cell(std::move(content));
}

/// Labels of exhibits in the order of the list of exhibits; three and more that follow one another
/// there as a range.
Inlines LabelRanges(const Context& context, const std::vector<std::size_t>& order,
                    const std::vector<std::size_t>& exhibits) {
  constexpr std::size_t kShortestRange = 3;
  const auto is_among = [&](std::size_t index) {
    return std::find(exhibits.begin(), exhibits.end(), index) != exhibits.end();
  };
  Inlines content;
  const auto put = [&](std::size_t index, std::string_view between) {
    if (!content.empty()) content.push_back(Words(std::string(between)));
    content.push_back(LabelLink(context, index));
  };
  for (std::size_t at = 0; at < order.size();) {
    std::size_t end = at;
    while (end < order.size() && is_among(order[end])) ++end;
    if (end - at >= kShortestRange) {
      put(order[at], ", ");
      put(order[end - 1], " – ");
    } else {
      for (std::size_t i = at; i < end; ++i) put(order[i], ", ");
    }
    at = end + 1;
  }
  return content;
}

void AddStatement(const Context& context, std::string_view key, const std::vector<std::size_t>& order,
                  const std::vector<std::size_t>& exhibits, Blocks& out) {
  if (exhibits.empty()) return;
  Inlines content = {Words(std::string(context.strings.Get(key)) + " ")};
  Append(content, LabelRanges(context, order, exhibits));
  content.push_back(Words("."));
  out.push_back(Para(std::move(content)));
}

TableRow DigestRow(std::string_view label, const Digest& sha256) {
  TableRow row;
  row.cells.push_back(Cell(Inlines{SmallWords(label)}));
  row.cells.push_back(Cell(Inlines{SmallWords(sha256.ToHex())}));
  return row;
}

}  // namespace

Blocks ComposeExhibitList(const Context& context) {
  if (context.resolved.exhibits.empty()) return {};
  Table table;
  table.widths = {2, 11, 2};
  table.head.push_back(
      HeadRow({context.strings.Get("column.label"), context.strings.Get("column.exhibit"),
               context.strings.Get("column.pages")}));
  for (const std::size_t index : ByLabel(context)) {
    const BoundExhibit& bound = context.resolved.exhibits[index];
    const Exhibit& exhibit = context.source.exhibits[bound.index];
    const std::string& id = exhibit.id.value;
    TableRow row;
    row.anchor = ListAnchor(id);
    row.cells.push_back(bound.pages > 0
                            ? Cell(Inlines{LinkTo(PageAnchor(id, 1), {Words(bound.label)})})
                            : Cell(bound.label));
    row.cells.push_back(DescriptionCell(context, exhibit, bound));
    row.cells.push_back(Cell(ExhibitPages(id, bound)));
    table.rows.push_back(std::move(row));
  }
  return {{std::move(table)}};
}

Blocks ComposeSourceNotes(const Context& context) {
  std::vector<std::size_t> notes;
  std::vector<std::size_t> elsewhere;
  const std::vector<std::size_t> order = ByLabel(context);
  for (const std::size_t index : order) {
    const BoundExhibit& bound = context.resolved.exhibits[index];
    if (bound.pages == 0) {
      elsewhere.push_back(index);
    } else if (context.source.exhibits[bound.index].surrogate) {
      notes.push_back(index);
    }
  }
  Blocks out;
  AddStatement(context, "statement.source-notes", order, notes, out);
  AddStatement(context, "statement.elsewhere", order, elsewhere, out);
  return out;
}

Blocks ComposeDigests(const Context& context) {
  Table table;
  table.widths = {2, 13};
  table.head.push_back(HeadRow({context.strings.Get("column.label"), "SHA-256"}));
  for (const std::size_t index : ByLabel(context)) {
    const BoundExhibit& bound = context.resolved.exhibits[index];
    if (!bound.sha256 || bound.pages == 0) continue;
    table.rows.push_back(DigestRow(bound.label, *bound.sha256));
    const auto shown = context.provenance.find(context.source.exhibits[bound.index].id.value);
    if (shown == context.provenance.end() || !shown->second.original) continue;
    table.rows.push_back(DigestRow(context.strings.Fill("exhibit.original-digest", {bound.label}), *shown->second.original));
  }
  if (table.rows.empty()) return {};
  return {{std::move(table)}};
}

}  // namespace dossier::compose
