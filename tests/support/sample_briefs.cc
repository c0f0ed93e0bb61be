// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/typesetting.h"

namespace dossier::testing {
namespace {

using compose::Block;
using compose::Face;

compose::Paragraph Styled(compose::ParagraphStyle style, std::string text) {
  compose::Paragraph paragraph;
  paragraph.style = style;
  paragraph.content = {Words(std::move(text))};
  return paragraph;
}

void AddTitlePage(std::vector<Block>& out) {
  using compose::ParagraphStyle;
  out.push_back({compose::Space{90}});
  out.push_back(
      {Styled(ParagraphStyle::kTitle, "Support brief in the matter of the ferry at Aldmoor")});
  out.push_back({Styled(ParagraphStyle::kSubtitle, "Second application of Ilse Varnholt")});
  out.push_back({compose::Space{40}});
  out.push_back(
      {Styled(ParagraphStyle::kCentred, "Submitted by the Harbour Law Clinic, 12 May 2031")});
  out.push_back({compose::PageBreak{}});
  out.push_back({compose::Contents{"Contents", 2}});
  out.push_back({compose::PageBreak{}});
}

Block SampleTable() {
  compose::Table table;
  table.widths = {2, 6, 2, 1};
  table.caption = "Exhibits and where they stand in the bundle";
  table.head = {{{Cell("Label"), Cell("Title"), Cell("Date"), Cell("Page")}, {}}};
  for (int i = 1; i <= 34; ++i) {
    const std::string id = "exhibit.e" + std::to_string(i);
    compose::TableCell page;
    page.content = {Paragraph({LinkTo(id, {PageOf(id)})})};
    compose::TableRow row;
    row.cells = {
        Cell("A-" + std::to_string(i)),
        Cell("Letter of the district office, " + Filler(3 + i % 14, static_cast<unsigned>(i))),
        Cell("2030-0" + std::to_string(1 + i % 9) + "-14"), page};
    row.anchor = "list." + std::to_string(i);
    table.rows.push_back(std::move(row));
  }
  return {std::move(table)};
}

Block SampleList() {
  compose::List list;
  for (const char* label : {"(a)", "(b)", "(c)"}) {
    compose::ListItem item;
    item.label = label;
    item.content = {Paragraph(Filler(22, static_cast<unsigned>(label[1])))};
    list.items.push_back(std::move(item));
  }
  return {std::move(list)};
}

Block SampleSignature() {
  compose::SignatureBlock signature;
  signature.content = {Paragraph("Aldmoor, 12 May 2031"),
                       Paragraph("Jorunn Castellane, counsel for the applicant")};
  signature.caption = "Electronic signature";
  return {std::move(signature)};
}

}  // namespace

compose::Document SampleBrief() {
  compose::Document document;
  document.title = "Support brief";
  document.language = "en";
  document.running = {"Support brief: Varnholt", "Harbour Law Clinic", "DRAFT", "page {0} of {1}"};
  std::vector<Block>& out = document.blocks;
  AddTitlePage(out);
  out.push_back(Heading(1, "1", "What is asked and why", "s1"));
  out.push_back(Paragraph(
      {Words("The applicant asks the office to look at the "), Words("whole record", Face::kItalic),
       Words(", not at a part of it. " + Filler(70, 1)),
       Note({Words("Harbour Council, "), Words("Minutes", Face::kItalic),
             Words(" (2030), pp. 4–9, "),
             Address("https://council.example.org/archive/2030/"
                     "minutes-of-the-second_session.html?part=4&lang=en"),
             Words(".")}),
       Words(" " + Filler(40, 2)), Note({Words(Filler(30, 3))}), Words(" " + Filler(30, 4))}));
  for (int i = 1; i <= 6; ++i) {
    out.push_back(Numbered(
        std::to_string(i) + ".",
        {Words(Filler(50 + i * 9, static_cast<unsigned>(10 + i))),
         Note({Words(Filler(12 + i * 6, static_cast<unsigned>(30 + i)))}), Words(" See "),
         LinkTo("exhibit.e3", {Words("Exhibit A-3, page 2, bundle page "), PageOf("exhibit.e3")}),
         Words(".")}));
  }
  out.push_back(Heading(2, "1.1", "Letters of all the languages in the file", "s11"));
  out.push_back(Paragraph(
      "Lithuanian: Ąžuolas čežėjo, ėjo įsakęs šįryt ūkų žvėris, Žemaičių ąčęėįšųūž ĄČĘĖĮŠŲŪŽ. "
      "Russian: съёмка, Ёлкина Алёна, подъезд, объявление. "
      "Kazakh: әділдік, ғылым, қоғам, өңір, ұлт, үкімет, һәм, іс ӘҒҚҢӨҰҮҺІ. "
      "Quotes: “double” „low” ‘single’ «angle»; dashes – — ; signs § № † € ½ → ☐ ✓."));
  out.push_back({compose::Quotation{{Paragraph("“" + Filler(60, 50) + "”")}}});
  out.push_back(SampleList());
  out.push_back(Heading(
      1, "2", "The chronology, with a heading that is long enough to need a second line", "s2"));
  out.push_back(Paragraph(
      {Words(Filler(45, 60)), Note({Words(Filler(260, 61))}), Words(" " + Filler(60, 62))}));
  out.push_back(SampleTable());
  out.push_back(Heading(1, "3", "Closing", "s3"));
  for (int i = 0; i < 5; ++i) {
    out.push_back(Paragraph(Filler(80, static_cast<unsigned>(70 + i))));
  }
  out.push_back({compose::Rule{}});
  out.push_back(SampleSignature());
  return document;
}

compose::Document LongBrief(int pages) {
  compose::Document document;
  document.title = "Long brief";
  document.language = "en";
  document.running = {"Long brief", "Harbour Law Clinic", "", "page {0} of {1}"};
  document.blocks.push_back({compose::Contents{"Contents", 2}});
  unsigned seed = 1;
  for (int page = 0; page < pages; ++page) {
    const std::string number = std::to_string(page + 1);
    document.blocks.push_back(Heading(page % 4 == 0 ? 1 : 2, number,
                                      "Section " + number + " " + Filler(3, seed), "s" + number));
    for (int i = 0; i < 6; ++i) {
      ++seed;
      document.blocks.push_back(
          Paragraph({Words(Filler(38, seed * 3)), Note({Words(Filler(12, seed * 5))}),
                     Words(" " + Filler(14, seed * 7))}));
    }
  }
  return document;
}

}  // namespace dossier::testing
