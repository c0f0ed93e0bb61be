// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/report/quote_report.h"

#include <algorithm>

#include "compiler/json/value.h"
#include "compiler/json/write.h"
#include "compiler/report/escape.h"

namespace dossier::report {
namespace {

using json::Value;
using quote::Verdict;

bool Checked(const quote::FindResult& result) {
  return result.verdict != Verdict::kNotCheckable && result.verdict != Verdict::kStale;
}

QuoteView::Section SectionOf(const QuoteView& view, int number) {
  const auto index = static_cast<std::size_t>(number - 1);
  if (number >= 1 && index < view.sections.size()) return view.sections[index];
  return {.file = view.exhibit, .page = 0, .label = {}, .paragraph = {}};
}

Value PlacesOf(const QuoteView& view, const quote::FindResult& result) {
  Value places = json::Array();
  for (const quote::FoundPlace& found : result.places) {
    const QuoteView::Section section = SectionOf(view, found.section);
    Value place = json::Object();
    place.Add("file", section.file);
    if (section.page > 0) place.Add("page", section.page);
    if (!section.label.empty()) place.Add("page_label", section.label);
    if (!section.paragraph.empty()) place.Add("paragraph", section.paragraph);
    if (!found.excerpt.empty()) place.Add("excerpt", found.excerpt);
    places.Append(place);
  }
  return places;
}

Value EditsOf(const quote::FindResult& result) {
  Value edits = json::Array();
  for (const quote::Edit& edit : result.edits) {
    Value entry = json::Object();
    entry.Add("kind", quote::ToString(edit.kind));
    entry.Add("quoted", edit.quoted);
    entry.Add("source", edit.source);
    edits.Append(entry);
  }
  return edits;
}

/// " on pages 2, 3 (printed iii)"; the file where the exhibit has several.
std::string Where(const QuoteView& view, const quote::FindResult& result) {
  std::string out;
  std::string file = view.exhibit;
  for (const quote::FoundPlace& place : result.places) {
    const QuoteView::Section section = SectionOf(view, place.section);
    const std::string page = std::to_string(section.page);
    out += out.empty() ? "" : ", ";
    out += section.paragraph.empty() ? page : section.paragraph;
    if (!section.label.empty() && section.label != page) out += " (printed " + Printable(section.label) + ")";
    if (section.file != file) out += " of " + Printable(section.file);
    file = section.file;
  }
  if (out.empty()) return out;
  const bool many = result.places.size() > 1;
  const char* unit = view.by_paragraph ? (many ? " in paragraphs " : " in paragraph ") : (many ? " on pages " : " on page ");
  return unit + out;
}

/// Words that were compared, differently from what is written; formatting speaks for itself.
std::string Differences(const quote::FindResult& result) {
  std::string out;
  for (const quote::Edit& edit : result.edits) {
    if (edit.kind == quote::EditKind::kFormatting) continue;
    out += "  quoted \"" + Printable(edit.quoted) + "\", the source has \"" + Printable(edit.source) + "\"";
    out += edit.kind == quote::EditKind::kOcr ? ", which a machine may have misread\n" : "\n";
  }
  return out;
}

std::string Excerpts(const quote::FindResult& result) {
  if (result.verdict != Verdict::kAmbiguous && result.verdict != Verdict::kContentMismatch) return {};
  std::string out;
  for (const quote::FoundPlace& place : result.places) {
    if (!place.excerpt.empty()) out += "  … " + Printable(place.excerpt) + " …\n";
  }
  return out;
}

/// What the words were compared with, for whoever relies on the answer.
std::string Bases(const QuoteView& view) {
  const auto any = [&](quote::Basis basis) {
    return std::any_of(view.entries.begin(), view.entries.end(), [&](const QuoteView::Entry& entry) {
      return Checked(entry.result) && entry.result.basis == basis;
    });
  };
  std::string out;
  if (any(quote::Basis::kTextLayer)) out += "Compared with the text layer of the file, not with the picture of its pages.\n";
  if (any(quote::Basis::kOcr)) out += "Compared with what a machine read from pictures of pages: look at the pages.\n";
  if (any(quote::Basis::kTranscript)) out += "Compared with a transcript, not with the recording.\n";
  if (any(quote::Basis::kRendered)) out += "Compared with the picture of the page as well.\n";
  return out;
}

}  // namespace

std::string QuotationsAsJson(const QuoteView& view) {
  Value results = json::Array();
  for (const QuoteView::Entry& entry : view.entries) {
    Value result = json::Object();
    result.Add("text", entry.text);
    result.Add("verdict", quote::ToString(entry.result.verdict));
    result.Add("basis", Checked(entry.result) ? Value(quote::ToString(entry.result.basis)) : Value());
    result.Add("places", PlacesOf(view, entry.result));
    result.Add("edits", EditsOf(entry.result));
    result.Add("rules", json::Strings(entry.result.rules));
    result.Add("reason", json::StringOrNull(entry.reason.empty() ? view.unreadable : entry.reason));
    results.Append(result);
  }
  Value answer = json::Object();
  answer.Add("format", 1);
  answer.Add("exhibit", view.exhibit);
  answer.Add("sha256", view.sha256 ? Value(view.sha256->ToHex()) : Value());
  answer.Add("results", results);
  return json::Write(answer);
}

std::string QuotationsAsText(const QuoteView& view) {
  std::string out;
  for (const QuoteView::Entry& entry : view.entries) {
    out += std::string(quote::ToString(entry.result.verdict)) + Where(view, entry.result) + ": " + Printable(entry.text) + "\n";
    if (!entry.reason.empty()) out += "  " + Printable(entry.reason) + "\n";
    out += Differences(entry.result) + Excerpts(entry.result);
  }
  if (!view.unreadable.empty()) out += Printable(view.exhibit) + ": " + Printable(view.unreadable) + "\n";
  return out + Bases(view);
}

}  // namespace dossier::report
