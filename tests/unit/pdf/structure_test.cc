// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <qpdf/QPDF.hh>

#include "compiler/pdf/bundle_writer.h"
#include "tests/unit/pdf/small_pdf.h"

namespace dossier::pdf {
namespace {

using structure::Role;
using testing_support::MakePdf;

/// The elements of a file as text: "Document(H1[0] P[0.1 1.0 Link(*)])"; a mark of the element's own
/// page is a number, of another one page.mark; * is an annotation.
std::string Text(QPDFObjectHandle element) {
  const auto kid = [](QPDFObjectHandle k) -> std::string {
    if (k.isInteger()) return std::to_string(k.getIntValue());
    if (k.getKey("/Type").isNameAndEquals("/MCR")) {
      return "page." + std::to_string(k.getKey("/MCID").getIntValue());
    }
    return k.getKey("/Type").isNameAndEquals("/OBJR") ? "*" : Text(k);
  };
  std::string text = element.getKey("/S").getName().substr(1);
  QPDFObjectHandle kids = element.getKey("/K");
  if (kids.isNull()) return text;
  text += "(";
  if (kids.isArray()) {
    for (int i = 0; i < kids.getArrayNItems(); ++i) text += (i > 0 ? " " : "") + kid(kids.getArrayItem(i));
  } else {
    text += kid(kids);
  }
  return text + ")";
}

struct Written {
  Bytes bytes;
  std::shared_ptr<QPDF> document = QPDF::create();

  explicit Written(Bytes content) : bytes(std::move(content)) {
    document->processMemoryFile("test", bytes.data(), bytes.size());
  }
  QPDFObjectHandle Root() { return document->getRoot().getKey("/StructTreeRoot"); }
};

class StructureTest : public ::testing::Test {
 protected:
  int Add(Role role, int parent) { return tree_.Add({.role = role, .parent = parent}); }

  std::unique_ptr<Written> Write() {
    writer_->SetStructure(tree_, marks_, figures_);
    for (const int element : links_) {
      writer_->AddLink(0, {10, 10, 20, 20}, "x", "", {.element = element, .words = "there"});
    }
    EXPECT_TRUE(writer_->ReserveSignature({.page = 0, .box = {}, .drawing = {}, .spoken = {}}).ok());
    return std::make_unique<Written>(std::move(writer_->Write()).value());
  }

  Bytes brief_ = MakePdf({.pages = 3, .text = "brief", .media_box = "[ 0 0 595 24 ]"});
  std::unique_ptr<BundleWriter> writer_ =
      std::make_unique<BundleWriter>(std::move(BundleWriter::Start(brief_, 2)).value());
  structure::Tree tree_{{{.role = Role::kDocument}}};
  std::vector<std::vector<int>> marks_ = std::vector<std::vector<int>>(2);
  std::map<int, Rectangle> figures_;
  std::vector<int> links_;
};

TEST_F(StructureTest, WordsAndPartsStandInTheirOrder) {
  const int heading = tree_.Add({.role = Role::kHeading, .parent = 0, .level = 1});
  const int paragraph = Add(Role::kParagraph, 0);
  const int link = Add(Role::kLink, paragraph);
  Add(Role::kParagraph, 0);  // without content
  marks_ = {{heading, paragraph, link, paragraph}, {paragraph}};
  links_ = {link};
  const auto file = Write();
  EXPECT_EQ(Text(file->Root().getKey("/K")), "Document(H1(0) P(1 Link(2 *) 3 page.0) Form(*))");
}

TEST_F(StructureTest, LinkThatLeadsNowhereIsASpan) {
  const int paragraph = Add(Role::kParagraph, 0);
  const int link = Add(Role::kLink, paragraph);
  marks_ = {{paragraph, link}, {}};
  EXPECT_EQ(Text(Write()->Root().getKey("/K")), "Document(P(0 Span(1)) Form(*))");
}

TEST_F(StructureTest, LabelReadBeforeItsItemWhereverItIsDrawn) {
  const int item = Add(Role::kListItem, Add(Role::kList, 0));
  const int label = Add(Role::kLabel, item);
  const int body = Add(Role::kListBody, item);
  marks_ = {{body, label}, {}};
  EXPECT_EQ(Text(Write()->Root().getKey("/K")), "Document(L(LI(Lbl(1) LBody(0))) Form(*))");
}

TEST_F(StructureTest, EmptyCellsStay) {
  const int row = Add(Role::kTableRow, Add(Role::kTable, 0));
  Add(Role::kTableCell, row);
  const int cell = Add(Role::kTableCell, row);
  marks_ = {{cell}, {}};
  EXPECT_EQ(Text(Write()->Root().getKey("/K")), "Document(Table(TR(TD TD(0))) Form(*))");
}

TEST_F(StructureTest, ParentTreeLeadsBackFromMarksAndAnnotations) {
  const int paragraph = Add(Role::kParagraph, 0);
  const int link = Add(Role::kLink, paragraph);
  marks_ = {{paragraph, link}, {paragraph}};
  links_ = {link};
  const auto file = Write();
  QPDFObjectHandle page = file->document->getAllPages().at(0);
  EXPECT_TRUE(page.getKey("/Tabs").isNameAndEquals("/S"));
  QPDFObjectHandle numbers = file->Root().getKey("/ParentTree").getKey("/Kids").getArrayItem(0).getKey("/Nums");
  std::map<long long, QPDFObjectHandle> parents;
  for (int i = 0; i < numbers.getArrayNItems(); i += 2) {
    parents[numbers.getArrayItem(i).getIntValue()] = numbers.getArrayItem(i + 1);
  }
  QPDFObjectHandle of_page = parents.at(page.getKey("/StructParents").getIntValue());
  ASSERT_EQ(of_page.getArrayNItems(), 2);
  EXPECT_TRUE(of_page.getArrayItem(0).getKey("/S").isNameAndEquals("/P"));
  EXPECT_TRUE(of_page.getArrayItem(1).getKey("/S").isNameAndEquals("/Link"));
  QPDFObjectHandle annotation = page.getKey("/Annots").getArrayItem(0);
  EXPECT_EQ(annotation.getKey("/Contents").getUTF8Value(), "there");
  QPDFObjectHandle owner = parents.at(annotation.getKey("/StructParent").getIntValue());
  EXPECT_EQ(owner.getObjGen(), of_page.getArrayItem(1).getObjGen());
  EXPECT_EQ(file->Root().getKey("/ParentTreeNextKey").getIntValue(), static_cast<long long>(parents.size()));
}

TEST_F(StructureTest, PagesOfExhibitsAreFigures) {
  writer_->SetStructure(tree_, marks_, figures_);
  const Bytes exhibit = MakePdf({.pages = 2, .text = "exhibit"});
  const StampedPage stamped{.stamp = 2, .link = "x", .alternative = "Exhibit A-1, page 1", .link_words = "List"};
  ASSERT_TRUE(writer_->AddExhibit("exhibit x", exhibit, {stamped, stamped}).ok());
  Written file(std::move(writer_->Write()).value());
  EXPECT_EQ(Text(file.Root().getKey("/K")), "Document(Part(Figure(0) Link(*) Figure(0) Link(*)))");
  QPDFObjectHandle figure = file.Root().getKey("/K").getKey("/K").getKey("/K").getArrayItem(0);
  EXPECT_EQ(figure.getKey("/Alt").getUTF8Value(), "Exhibit A-1, page 1");
  EXPECT_EQ(figure.getKey("/A").getKey("/BBox").getArrayNItems(), 4);
}

TEST_F(StructureTest, AttributesOfCellsListsAndNotes) {
  const int row = Add(Role::kTableRow, Add(Role::kTable, 0));
  const int head = tree_.Add({.role = Role::kTableHeading, .parent = row, .scope = structure::Scope::kColumn, .columns = 2});
  const int note = tree_.Add({.role = Role::kNote, .parent = 0, .language = "ru", .id = "note-1"});
  marks_ = {{head, note}, {}};
  const auto file = Write();
  QPDFObjectHandle kids = file->Root().getKey("/K").getKey("/K");
  QPDFObjectHandle cell = kids.getArrayItem(0).getKey("/K").getKey("/K");
  EXPECT_TRUE(cell.getKey("/A").getKey("/Scope").isNameAndEquals("/Column"));
  EXPECT_EQ(cell.getKey("/A").getKey("/ColSpan").getIntValue(), 2);
  EXPECT_EQ(kids.getArrayItem(1).getKey("/ID").getStringValue(), "note-1");
  EXPECT_EQ(kids.getArrayItem(1).getKey("/Lang").getUTF8Value(), "ru");
  QPDFObjectHandle names = file->Root().getKey("/IDTree").getKey("/Kids").getArrayItem(0).getKey("/Names");
  EXPECT_EQ(names.getArrayItem(0).getStringValue(), "note-1");
}

}  // namespace
}  // namespace dossier::pdf
