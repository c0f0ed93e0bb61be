// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/convert/recording_sheet.h"

#include <string>
#include <utility>

#include "compiler/convert/as_document.h"
#include "compiler/foundation/check.h"
#include "compiler/foundation/date.h"
#include "compiler/inspect/read_transcript.h"

namespace dossier::convert {
namespace {

using compose::Strings;

compose::Inline Words(std::string words) {
  compose::TextRun run;
  run.text = std::move(words);
  return {std::move(run)};
}

compose::Block Paragraph(std::string words, compose::ParagraphStyle style = compose::ParagraphStyle::kBody) {
  compose::Paragraph paragraph;
  paragraph.style = style;
  paragraph.content.push_back(Words(Visible(words)));
  return {std::move(paragraph)};
}

void AddRow(std::string_view name, std::string value, compose::Table& table) {
  if (value.empty()) return;
  compose::TableRow row;
  row.cells.push_back({.content = {Paragraph(std::string(name))}});
  row.cells.push_back({.content = {Paragraph(std::move(value))}});
  table.rows.push_back(std::move(row));
}

/// "14 November 2023, 22:13:20 UTC"; as it stands when it is no date.
std::string TimeOfFile(const std::string& iso, const Strings& strings) {
  const auto date = Date::Parse(iso.substr(0, 10));
  constexpr std::size_t kTime = 11;
  if (!date || iso.size() <= kTime) return date ? strings.DateInWords(*date) : iso;
  std::string time = iso.substr(kTime);
  if (time.back() == 'Z') time.replace(time.size() - 1, 1, " UTC");
  return strings.DateInWords(*date) + ", " + time;
}

compose::Block Particulars(const Request& request, const Strings& strings) {
  const inspect::ExhibitFacts& facts = *request.facts;
  compose::Table table;
  table.widths = {4, 11};
  AddRow(strings.Get("recording.file"), request.path, table);
  AddRow("SHA-256", facts.sha256.ToHex(), table);
  const bool video = facts.media == inspect::MediaType::kVideo;
  AddRow(strings.Get("recording.kind"),
         std::string(strings.Get(video ? "recording.video" : "recording.sound")) + ", " + facts.description.form, table);
  AddRow(strings.Get("recording.duration"), inspect::TimeInWords(facts.duration_ms), table);
  AddRow(strings.Get("recording.created"), TimeOfFile(facts.description.created, strings), table);
  AddRow(strings.Get("recording.modified"), TimeOfFile(facts.description.modified, strings), table);
  return {std::move(table)};
}

compose::Block Title(std::string_view words) {
  compose::Heading heading;
  heading.level = 2;
  heading.content.push_back(Words(std::string(words)));
  heading.anchor = "transcript";
  heading.in_contents = false;
  return {std::move(heading)};
}

}  // namespace

compose::Document RecordingSheet(const Request& request) {
  DOSSIER_CHECK(request.strings != nullptr, "the sheet of a recording has words");
  const Strings& strings = *request.strings;
  compose::Document document = EmptyDocument(request);
  document.blocks.push_back(Paragraph(std::string(strings.Get("recording.stands-for"))));
  document.blocks.push_back(Particulars(request, strings));
  if (request.transcript == nullptr) {
    document.blocks.push_back(Paragraph(std::string(strings.Get("recording.no-transcript"))));
    return document;
  }
  document.blocks.push_back(Title(strings.Get("recording.transcript")));
  document.blocks.push_back(Paragraph(strings.Fill("recording.transcript-by", {request.transcript->by})));
  document.blocks.push_back(Paragraph(request.transcript->path + " · SHA-256 " + request.transcript->sha256.ToHex(),
                                      compose::ParagraphStyle::kSmall));
  AddBlocks(request, document);
  return document;
}

}  // namespace dossier::convert
