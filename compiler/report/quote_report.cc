// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/report/quote_report.h"

#include <algorithm>

#include "compiler/json/value.h"
#include "compiler/json/write.h"
#include "compiler/report/escape.h"

namespace dossier::report {
namespace {

using json::Value;

Value PlacesOf(const QuoteView& view, const quote::FindResult& result) {
  Value places = json::Array();
  for (const int section : result.sections) {
    Value place = json::Object();
    place.Add("file", view.file);
    if (view.by_paragraph) {
      place.Add("paragraph", std::to_string(section));
    } else {
      place.Add("page", section);
    }
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

std::string Where(const QuoteView& view, const quote::FindResult& result) {
  std::string out;
  for (const int section : result.sections) out += (out.empty() ? "" : ", ") + std::to_string(section);
  if (out.empty()) return out;
  const bool many = result.sections.size() > 1;
  return std::string(view.by_paragraph ? (many ? " in paragraphs " : " in paragraph ") : (many ? " on pages " : " on page ")) + out;
}

/// What the answers rest on, in a sentence.
std::string ComparedWith(const QuoteView& view) {
  const auto any = [&](std::string_view basis) {
    return std::any_of(view.entries.begin(), view.entries.end(),
                       [&](const QuoteView::Entry& entry) { return entry.basis == basis; });
  };
  std::string out;
  const auto add = [&](std::string_view words) { out += (out.empty() ? "" : " ") + std::string(words); };
  const auto layer_only = [](const QuoteView::Entry& entry) { return entry.basis == "text-layer" && entry.picture.empty(); };
  if (std::any_of(view.entries.begin(), view.entries.end(), layer_only)) {
    add("Compared with the text layer of the file, not with the picture of its pages.");
  } else if (any("text-layer")) {
    add("Compared with the text layer of the file; what is to be said of the picture stands with the quotation.");
  }
  if (any("rendered")) add(out.empty() ? "Compared with the text layer of the file and with the picture of its pages." : "Where it says so, with the picture too.");
  if (any("ocr")) add("Pages without a text layer: compared with what a machine read off their picture.");
  return out;
}

}  // namespace

std::string QuotationsAsJson(const QuoteView& view) {
  Value results = json::Array();
  for (const QuoteView::Entry& entry : view.entries) {
    const bool checked = entry.result.verdict != quote::Verdict::kNotCheckable;
    Value result = json::Object();
    result.Add("text", entry.text);
    result.Add("verdict", quote::ToString(entry.result.verdict));
    result.Add("basis", checked ? Value(entry.basis) : Value());
    result.Add("places", PlacesOf(view, entry.result));
    result.Add("edits", EditsOf(entry.result));
    result.Add("rules", json::Strings(entry.result.rules));
    result.Add("reason", json::StringOrNull(view.unreadable.empty() ? entry.picture : view.unreadable));
    results.Append(result);
  }
  Value answer = json::Object();
  answer.Add("format", 1);
  answer.Add("exhibit", view.file);
  answer.Add("sha256", view.sha256 ? Value(view.sha256->ToHex()) : Value());
  answer.Add("results", results);
  return json::Write(answer);
}

std::string QuotationsAsText(const QuoteView& view) {
  std::string out;
  for (const QuoteView::Entry& entry : view.entries) {
    out += std::string(quote::ToString(entry.result.verdict)) + Where(view, entry.result) + ": " + Printable(entry.text) +
           (entry.basis == "rendered" ? " (its picture says the same)\n" : "\n");
    for (const quote::Edit& edit : entry.result.edits) {
      out += "  quoted \"" + Printable(edit.quoted) + "\", the source has \"" + Printable(edit.source) + "\"\n";
    }
    if (!entry.picture.empty()) out += "  " + Printable(entry.picture) + "\n";
  }
  if (!view.unreadable.empty()) out += Printable(view.file) + ": " + Printable(view.unreadable) + "\n";
  return out + ComparedWith(view) + "\n";
}

}  // namespace dossier::report
