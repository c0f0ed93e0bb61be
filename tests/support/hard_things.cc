// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/typesetting.h"

namespace dossier::testing {
namespace {

constexpr const char* kEnglish =
    "The administrative responsibility of intergovernmental organisations was characterised as "
    "extraordinarily unsatisfactory by representatives of neighbouring municipalities, whose "
    "correspondence concerning the discontinued transportation arrangements remained unanswered "
    "notwithstanding numerous straightforward enquiries about compensation. ";
constexpr const char* kLithuanian =
    "Savivaldybės administracijos nepriklausomumas nebuvo užtikrintas, nes atsakingi darbuotojai "
    "nepateikdavo reikalaujamų paaiškinimų, o bendruomenės atstovų prieštaravimai būdavo atmetami "
    "nenagrinėjant pateiktų dokumentų ir neatsižvelgiant į besikreipiančiųjų aplinkybes. ";
constexpr const char* kRussian =
    "Административное разбирательство сопровождалось многочисленными нарушениями: представители "
    "муниципального учреждения отказывались предоставлять необходимые разъяснения, а "
    "рассматривавшиеся ходатайства оставались без удовлетворения продолжительное время. ";

compose::Inline In(std::string language, std::string text) {
  compose::TextRun run;
  run.text = std::move(text);
  run.language = std::move(language);
  return {std::move(run)};
}

compose::Block InLanguage(std::string language, std::vector<compose::Inline> content) {
  compose::Block block = Paragraph(std::move(content));
  std::get<compose::Paragraph>(block.value).language = std::move(language);
  return block;
}

compose::Block NarrowTable() {
  compose::Table table;
  table.label = "Table 1";
  table.caption = "Narrow columns in three languages";
  table.widths = {1, 1, 1, 1};
  const auto cell = [](const char* language, const char* text) {
    compose::TableCell made;
    made.content = {InLanguage(language, {Words(text)})};
    return made;
  };
  compose::TableCell wide = Cell("A head over two columns");
  wide.columns = 2;
  table.head = {{{Cell("What"), wide, Cell("Remarks")}, {}, false},
                {{Cell("English"), Cell("Lithuanian"), Cell("Russian"), Cell("Mixed")}, {}, false}};
  for (int row = 0; row < 3; ++row) {
    table.rows.push_back({{cell("en", kEnglish), cell("lt", kLithuanian), cell("ru", kRussian),
                           Cell("Jorunn Castellane, 14 March 2031, Nr. 5, §\u00A04, p. 12")},
                          {},
                          false});
  }
  return {std::move(table)};
}

void AddLanguages(std::vector<compose::Block>& blocks) {
  blocks.push_back(Heading(1, "1", "Three languages and their hyphens", "languages"));
  std::string all;
  blocks.push_back(InLanguage("en", {Words(std::string(kEnglish) + kEnglish)}));
  blocks.push_back(InLanguage(
      "lt", {Words(std::string(kLithuanian) + kLithuanian), Note({Words(kLithuanian)})}));
  blocks.push_back(InLanguage("ru", {Words(std::string(kRussian) + kRussian)}));
  blocks.push_back(NarrowTable());
}

void AddLeftward(std::vector<compose::Block>& blocks) {
  blocks.push_back(Heading(1, "2", "Names that run to the left", "leftward"));
  blocks.push_back(Paragraph(
      {Words("The statement of "), In("prs", "گلشن رحیمی (رحیمی)"),
       Words(", 12 pages, and that of "), In("ar", "محمود الشامي"),
       Words(" (2031) agree in what they say about the closing of the quay [3]; the second adds "
             "the date ٢٠٣١/٠٥/١٢ and the number 45. "),
       Words(Filler(30, 9))}));
  blocks.push_back({compose::Quotation{
      {InLanguage("prs",
                  {Words("این سند در سال ۱۴۱۰ هجری شمسی (2031) نوشته شده است و شماره ۴۵ دارد. "
                         "خانواده او در ۳ روز خانه را ترک کرد و «هیچ کس» به پرسش‌های آنان پاسخ "
                         "نداد؛ "
                         "نامه‌ای که در تاریخ 12 May 2031 فرستاده شد بی جواب "
                         "ماند.")})},
      "prs"}});
  blocks.push_back(
      InLanguage("ar", {Words("شهادة مكتوبة (النسخة الأولى) رقم 7: لم يصل الجواب [4].")}));
  blocks.push_back(Paragraph({Words("A name in Tibetan: "), In("bo", "བསྟན་འཛིན"), Words(".")}));
}

void AddNotes(std::vector<compose::Block>& blocks) {
  blocks.push_back(Heading(1, "3", "Notes", "notes"));
  for (int i = 0; i < 4; ++i) {
    blocks.push_back(Paragraph({Words(Filler(70, static_cast<unsigned>(20 + i))),
                                Note({Words(Filler(i == 1 ? 900 : 40, static_cast<unsigned>(i)))}),
                                Words(" " + Filler(40, static_cast<unsigned>(50 + i)))}));
  }
}

void AddTables(std::vector<compose::Block>& blocks) {
  blocks.push_back(Heading(1, "4", "Tables", "tables"));
  compose::Table wide;
  wide.caption = "More columns than the page can hold";
  wide.head.emplace_back();
  for (int c = 0; c < 14; ++c) {
    wide.widths.push_back(1);
    wide.head.back().cells.push_back(Cell("Column " + std::to_string(c + 1)));
  }
  for (int r = 0; r < 3; ++r) {
    wide.rows.emplace_back();
    for (int c = 0; c < 14; ++c) {
      wide.rows.back().cells.push_back(
          Cell(c % 4 == 0 ? "correspondence" : Filler(3, static_cast<unsigned>(c + r))));
    }
  }
  blocks.push_back({std::move(wide)});
  compose::Table tall;
  tall.widths = {1, 4};
  tall.head = {{{Cell("Date"), Cell("What happened")}, {}, false}};
  tall.rows = {{{Cell("12 May 2031"), Cell(Filler(900, 3))}, {}, false},
               {{Cell("13 May 2031"), Cell(Filler(12, 4))}, {}, false}};
  blocks.push_back({std::move(tall)});
  blocks.push_back(
      Paragraph("A word of three hundred letters: " + std::string(300, 'x') + " and on."));
}

void AddReferences(std::vector<compose::Block>& blocks) {
  blocks.push_back(Heading(1, "5", "Index", "index"));
  blocks.push_back(Paragraph({Words("Languages, "),
                              {compose::PagesOf{{"languages", "leftward", "notes", "tables"}}},
                              Words("; see section "),
                              {compose::NumberOf{"tables"}},
                              Words(".")}));
}

}  // namespace

compose::Document HardThings() {
  compose::Document document;
  document.title = "Hard things";
  document.language = "en";
  document.hyphenate = true;
  document.page.section_in_head = true;
  document.running = {"Hard things", "sample", "", "page {0} of {1}"};
  AddLanguages(document.blocks);
  AddLeftward(document.blocks);
  AddNotes(document.blocks);
  AddTables(document.blocks);
  AddReferences(document.blocks);
  return document;
}

}  // namespace dossier::testing
