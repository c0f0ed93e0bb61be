// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/report/text_report.h"

#include <algorithm>
#include <string_view>

#include "compiler/foundation/utf8.h"
#include "compiler/report/escape.h"

namespace dossier::report {
namespace {

using diagnostics::Finding;
using diagnostics::Level;
using diagnostics::Position;
using diagnostics::Sources;

constexpr std::size_t kMaxExcerpt = 160;  // code points shown of one line
constexpr std::size_t kMaxRelated = 12;   // places shown of one finding; the JSON has all

std::string Paint(const TextStyle& style, std::string_view sequence, std::string_view words) {
  if (!style.color) return std::string(words);
  return "\x1b[" + std::string(sequence) + "m" + std::string(words) + "\x1b[0m";
}

std::string_view ColorOf(Level level) {
  switch (level) {
    case Level::kError:
      return "1;31";
    case Level::kWarning:
      return "1;33";
    case Level::kNote:
      return "1;36";
  }
  return "0";
}

/// At most `kMaxExcerpt` code points of `text`.
std::string_view Shortened(std::string_view text) {
  std::size_t at = 0;
  for (std::size_t n = 0; n < kMaxExcerpt && at < text.size(); ++n) {
    at += utf8::DecodeAt(text, at).size;
  }
  return text.substr(0, at);
}

/// The line of the source with its place underlined.
std::string Excerpt(const Span& span, const Sources& sources, const TextStyle& style) {
  const Position begin = sources.PositionOf(span.file, span.begin);
  const Position end = sources.PositionOf(span.file, span.end);
  const std::string_view line = sources.LineText(span.file, begin.line);
  const std::string_view shown = Shortened(line);
  const std::size_t before = static_cast<std::size_t>(begin.column - 1);
  if (before >= kMaxExcerpt) return {};
  const std::size_t line_points = utf8::CountCodePoints(shown);
  const std::size_t last = end.line == begin.line ? static_cast<std::size_t>(end.column - 1) : line_points;
  const std::size_t width = std::max<std::size_t>(1, std::min(last, line_points) - std::min(before, std::min(last, line_points)));
  const std::string number = std::to_string(begin.line);
  const std::string margin(number.size() < 5 ? 5 - number.size() : 0, ' ');
  // A tab would move the marks; the excerpt shows it as one space.
  std::string text = Printable(shown);
  std::replace(text.begin(), text.end(), '\t', ' ');
  return margin + number + " | " + text + "\n" + std::string(margin.size() + number.size(), ' ') + " | " +
         std::string(before, ' ') + Paint(style, ColorOf(Level::kError), std::string(width, '^')) + "\n";
}

/// One place fewer than the limit would save nothing, so "1 more" is never said.
std::string RelatedPlaces(const Finding& finding, const Sources& sources, const TextStyle& style) {
  const std::size_t count = finding.related.size();
  const std::size_t shown = count <= kMaxRelated + 1 ? count : kMaxRelated;
  std::string out;
  for (std::size_t i = 0; i < shown; ++i) {
    const diagnostics::Related& related = finding.related[i];
    out += PlaceAsText(related.place, sources) + ": note: " +
           Printable(style.redact ? related.message.Redacted() : related.message.Full()) + "\n";
  }
  if (shown < count) out += "note: and " + std::to_string(count - shown) + " more places; `--format json` has them all\n";
  return out;
}

std::string OneFinding(const Finding& finding, const Sources& sources, const TextStyle& style) {
  const Level level = finding.EffectiveLevel();
  const std::string head =
      std::string(ToString(level)) + "[" + std::string(Describe(finding.kind).code) + "]";
  const std::string message = style.redact ? finding.RedactedMessage() : finding.Message();
  std::string out = PlaceAsText(finding.place, sources) + ": " + Paint(style, ColorOf(level), head) +
                    ": " + Printable(message) + "\n";
  if (finding.place.span.known() && !style.redact) out += Excerpt(finding.place.span, sources, style);
  if (style.subjects && !finding.subject.empty()) out += "about: " + Printable(finding.subject) + "\n";
  out += RelatedPlaces(finding, sources, style);
  if (!finding.why.empty()) out += "why: " + Printable(finding.why) + "\n";
  if (!finding.hint.empty()) {
    out += "help: " + Printable(style.redact ? finding.hint.Redacted() : finding.hint.Full()) + "\n";
  }
  if (finding.waiver) {
    out += "waived until " + Printable(finding.waiver->until);
    if (!style.redact) out += " by " + Printable(finding.waiver->by) + ": " + Printable(finding.waiver->reason);
    out += "\n";
  }
  return out;
}

}  // namespace

std::string PlaceAsText(const diagnostics::Place& place, const Sources& sources) {
  if (place.span.known()) {
    const Position at = sources.PositionOf(place.span.file, place.span.begin);
    return Printable(sources.PathOf(place.span.file)) + ":" + std::to_string(at.line) + ":" +
           std::to_string(at.column);
  }
  std::string out = Printable(place.path.empty() ? "dossier.yaml" : place.path);
  if (place.page > 0) out += ", page " + std::to_string(place.page);
  return out;
}

std::string FindingsAsText(const std::vector<Finding>& findings, const Sources& sources,
                           const TextStyle& style) {
  std::string out;
  for (const Finding& finding : findings) out += FindingAsText(finding, sources, style);
  return out;
}

std::string FindingAsText(const Finding& finding, const Sources& sources, const TextStyle& style) {
  return OneFinding(finding, sources, style) + "\n";
}

}  // namespace dossier::report
