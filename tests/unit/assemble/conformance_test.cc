// SPDX-License-Identifier: GPL-3.0-or-later
// A good file has no faults; for every rule there is one change that breaks it, and the rule sees it.
#include "compiler/pdf/conformance/conformance.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <qpdf/Buffer.hh>
#include <qpdf/Pl_String.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include "tests/unit/assemble/finished_brief.h"
#include "tests/unit/pdf/small_pdf.h"

namespace dossier::pdf {
namespace {

using Rule = ConformanceRule;
using Break = std::function<void(QPDF&)>;

std::string Listed(const std::vector<ConformanceFault>& faults) {
  std::string text;
  for (const ConformanceFault& fault : faults) {
    text += std::to_string(fault.page) + " " + std::string(SourceOf(fault.rule)) + " " +
            std::string(SentenceOf(fault.rule)) + ": " + fault.detail + "\n";
  }
  return text;
}

const Bytes& GoodFile() {
  static const Bytes file = [] {
    const assemble::Plan plan = assemble::testing_support::PlanOfBrief(assemble::testing_support::BriefWithEverything());
    Result<assemble::Assembled> made = assemble::Assemble(plan);
    EXPECT_TRUE(made.ok()) << (made.ok() ? "" : made.failure().reason);
    return made.ok() ? made->bytes : Bytes();
  }();
  return file;
}

/// `file` with a change; streams stay as they are.
Bytes Changed(const Bytes& file, const Break& change) {
  QPDF document;
  document.setSuppressWarnings(true);
  document.processMemoryFile("good", file.data(), file.size());
  change(document);
  Bytes bytes;
  Pl_String sink("output", nullptr, bytes);
  QPDFWriter writer(document);
  writer.setOutputPipeline(&sink);
  writer.setStreamDataMode(qpdf_s_preserve);
  writer.setObjectStreamMode(qpdf_o_disable);
  writer.setStaticID(true);
  writer.write();
  return bytes;
}

QPDFObjectHandle Parse(const std::string& text) { return QPDFObjectHandle::parse(text); }
QPDFObjectHandle Page(QPDF& pdf) { return pdf.getAllPages().at(0); }
QPDFObjectHandle Root(QPDF& pdf) { return pdf.getRoot(); }

/// The first element of a type.
QPDFObjectHandle Element(QPDF& pdf, const std::string& type, int skip = 0) {
  for (QPDFObjectHandle object : pdf.getAllObjects()) {
    if (object.isDictionary() && object.hasKey("/P") && object.getKey("/S").isNameAndEquals("/" + type) && skip-- == 0) {
      return object;
    }
  }
  throw std::runtime_error("no element " + type);
}

/// The first dictionary (or that of a stream) with this value under this key.
QPDFObjectHandle Dictionary(QPDF& pdf, const std::string& key, const std::string& value) {
  for (QPDFObjectHandle object : pdf.getAllObjects()) {
    QPDFObjectHandle dictionary = object.isStream() ? object.getDict() : object;
    if (dictionary.isDictionary() && dictionary.getKey(key).isNameAndEquals(value)) return object;
  }
  throw std::runtime_error("nothing with " + value);
}

/// Replaces the first `from` in the content of the first page.
Break InContent(const std::string& from, const std::string& to) {
  return [=](QPDF& pdf) {
    QPDFObjectHandle stream = Page(pdf).getKey("/Contents");
    if (stream.isArray()) stream = stream.getArrayItem(0);
    const std::shared_ptr<Buffer> data = stream.getStreamData();
    std::string content(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
    const std::size_t at = content.find(from);
    if (at == content.npos) throw std::runtime_error("no " + from);
    content.replace(at, from.size(), to);
    stream.replaceStreamData(content, QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
  };
}

Break AfterContent(const std::string& more) { return InContent("BT\n", more + " BT\n"); }

Break InRoot(const std::string& key, const std::string& value) {
  return [=](QPDF& pdf) { Root(pdf).replaceKey(key, Parse(value)); };
}

Break InElement(const std::string& type, const std::string& key, const std::string& value, int skip = 0) {
  return [=](QPDF& pdf) { Element(pdf, type, skip).replaceKey(key, Parse(value)); };
}

Break InAnnotation(const std::string& kind, const std::string& key, const std::string& value) {
  return [=](QPDF& pdf) { Dictionary(pdf, "/Subtype", "/" + kind).replaceKey(key, Parse(value)); };
}

Break InResources(const std::string& kind, const std::string& value) {
  return [=](QPDF& pdf) {
    QPDFObjectHandle resources = Page(pdf).getKey("/Resources");
    QPDFObjectHandle named = resources.getKey(kind);
    if (!named.isDictionary()) named = resources.replaceKeyAndGetNew(kind, Parse("<< >>"));
    named.replaceKey("/New", Parse(value));
  };
}

Break InFont(const std::string& key, const std::string& value) {
  return [=](QPDF& pdf) { Dictionary(pdf, "/Subtype", "/CIDFontType2").replaceKey(key, Parse(value)); };
}

void ReplaceText(QPDFObjectHandle stream, const std::string& from, const std::string& to) {
  const std::shared_ptr<Buffer> data = stream.getStreamData();
  std::string text(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
  const std::size_t at = text.find(from);
  if (at == text.npos) throw std::runtime_error("no " + from);
  text.replace(at, from.size(), to);
  stream.replaceStreamData(text, QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
}

Break InXmp(const std::string& from, const std::string& to) {
  return [=](QPDF& pdf) { ReplaceText(Root(pdf).getKey("/Metadata"), from, to); };
}

void AddStream(QPDF& pdf, const std::string& keys) {
  QPDFObjectHandle stream = QPDFObjectHandle::newStream(&pdf, std::string("q Q"));
  stream.replaceDict(Parse(keys));
  Root(pdf).replaceKey("/More", stream);
}

struct Breakage {
  Rule rule;
  Break change;
  Archive archive = Archive::kNone;
};

std::vector<Breakage> Breakages() {
  const Archive kept = Archive::kPdfA1b;
  return {
      {Rule::kUnmarkedContent, AfterContent("0 0 m 9 9 l S")},
      {Rule::kUnmarkedContent, AfterContent("BI /W 1 /H 1 /BPC 8 /CS /G ID x EI")},
      {Rule::kArtifactInside, InContent("ET\n", "/P<</MCID 90>>BDC /Artifact BMC EMC EMC ET\n")},
      {Rule::kTaggedInArtifact, InContent("ET\n", "/Artifact BMC /P<</MCID 90>>BDC EMC EMC ET\n")},
      {Rule::kMarkRepeated, InContent("ET\n", "/P<</MCID 0>>BDC EMC ET\n")},
      {Rule::kMarksNotDense, InContent("ET\n", "/P<</MCID 9000>>BDC EMC ET\n")},
      {Rule::kMarkUnbalanced, InContent("ET\n", "EMC ET\n")},
      {Rule::kMarkUnbalanced, InContent("ET\n", "ET /Span BMC\n")},
      {Rule::kMarkInForm,
       [](QPDF& pdf) {
         QPDFObjectHandle form = QPDFObjectHandle::newStream(&pdf, std::string("/P<</MCID 0>>BDC EMC"));
         form.getDict().replaceKey("/Subtype", Parse("/Form"));
         Page(pdf).getKey("/Resources").getKey("/XObject").replaceKey("/New", form);
         AfterContent("/Artifact BMC /New Do EMC")(pdf);
       }},
      {Rule::kNotdefShown, InContent("[<", "[<0000")},
      {Rule::kContentUnreadable,
       [](QPDF& pdf) {
         QPDFObjectHandle stream = QPDFObjectHandle::newStream(&pdf, std::string("no deflate"));
         stream.getDict().replaceKey("/Filter", Parse("/FlateDecode"));
         Page(pdf).replaceKey("/Contents", stream);
       }},
      {Rule::kNoStructure, [](QPDF& pdf) { Root(pdf).removeKey("/StructTreeRoot"); }},
      {Rule::kNotMarked, InRoot("/MarkInfo", "<< /Marked false >>")},
      {Rule::kSuspects, InRoot("/MarkInfo", "<< /Marked true /Suspects true >>")},
      {Rule::kElementType, InElement("P", "/S", "/Clause")},
      {Rule::kElementParent, InElement("P", "/P", "null")},
      {Rule::kElementParent,
       [](QPDF& pdf) {
         QPDFObjectHandle list = Element(pdf, "L");
         list.replaceKey("/K", QPDFObjectHandle::newArray({list}));
       }},
      {Rule::kMarkWithoutElement, InElement("H2", "/K", "null")},
      {Rule::kElementWithoutMark, InElement("H2", "/K", "777")},
      {Rule::kElementWithoutMark, [](QPDF& pdf) { Element(pdf, "H3").replaceKey("/K", Element(pdf, "H2").getKey("/K")); }},
      {Rule::kParentTree, [](QPDF& pdf) { Page(pdf).replaceKey("/StructParents", Parse("7000")); }},
      {Rule::kParentTree, InAnnotation("Link", "/StructParent", "0")},
      {Rule::kHeadingFirst, InElement("H1", "/S", "/H2")},
      {Rule::kHeadingSkipped, InElement("H3", "/S", "/H5")},
      {Rule::kFigureWithoutWords, InElement("Figure", "/Alt", "()")},
      {Rule::kFigureWithoutBox, InElement("Figure", "/A", "null")},
      {Rule::kTablePart, InElement("TR", "/S", "/P")},
      {Rule::kTablePart, InElement("P", "/S", "/TD")},
      {Rule::kListPart, InElement("LI", "/S", "/P")},
      {Rule::kListPart, InElement("P", "/S", "/LBody")},
      {Rule::kContentsPart, InElement("TOCI", "/S", "/P")},
      {Rule::kTableIrregular, InElement("TD", "/A", "<< /O /Table /ColSpan 3 >>")},
      {Rule::kTableIrregular, InElement("TD", "/A", "<< /O /Table /RowSpan 2 >>")},
      {Rule::kHeadWithoutScope, InElement("TH", "/A", "null")},
      {Rule::kNoteWithoutId, InElement("Note", "/ID", "null")},
      {Rule::kNoteIdTwice, [](QPDF& pdf) {
         QPDFObjectHandle paragraph = Element(pdf, "P");
         paragraph.replaceKey("/S", Parse("/Note"));
         paragraph.replaceKey("/ID", Element(pdf, "Note", 1).getKey("/ID"));
       }},
      {Rule::kLanguageMissing, InRoot("/Lang", "()")},
      {Rule::kLanguageMalformed, InRoot("/Lang", "(in English)")},
      {Rule::kLanguageMalformed, InElement("Span", "/Lang", "(russian_)")},
      {Rule::kTabOrder, [](QPDF& pdf) { Page(pdf).replaceKey("/Tabs", Parse("/R")); }},
      {Rule::kAnnotationOutside, [](QPDF& pdf) {
         Page(pdf).getKey("/Annots").appendItem(
             pdf.makeIndirectObject(Parse("<< /Type /Annot /Subtype /Highlight /Rect [0 0 9 9] /F 4 >>")));
       }},
      {Rule::kLinkOutside, InElement("Link", "/S", "/Span")},
      {Rule::kWidgetOutside, InElement("Form", "/S", "/P")},
      {Rule::kLinkWithoutWords, InAnnotation("Link", "/Contents", "null")},
      {Rule::kFieldWithoutWords, InAnnotation("Widget", "/TU", "null")},
      {Rule::kAnnotationFlags, InAnnotation("Link", "/F", "0")},
      {Rule::kAnnotationFlags, InAnnotation("Widget", "/F", "6")},
      {Rule::kAnnotationAppearance, InAnnotation("Widget", "/AP", "null")},
      {Rule::kFontNotEmbedded, [](QPDF& pdf) { Dictionary(pdf, "/Type", "/FontDescriptor").removeKey("/FontFile2"); }},
      {Rule::kFontNotEmbedded, InResources("/Font", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")},
      {Rule::kFontWithoutUnicode, [](QPDF& pdf) { Dictionary(pdf, "/Subtype", "/Type0").removeKey("/ToUnicode"); }},
      {Rule::kUnicodeUseless, [](QPDF& pdf) {
         ReplaceText(Dictionary(pdf, "/Subtype", "/Type0").getKey("/ToUnicode"), "<0001> <", "<0001> <FEFF");
       }},
      {Rule::kUnicodeUseless, [](QPDF& pdf) {
         ReplaceText(Dictionary(pdf, "/Subtype", "/Type0").getKey("/ToUnicode"), "endcmap",
                     "1 beginbfrange <0001> <0002> [<0041> <0000>] endbfrange endcmap");
       }},
      {Rule::kFontWithoutGlyphMap, InFont("/CIDToGIDMap", "null")},
      {Rule::kFontWithoutCidSet, [](QPDF&) {}, kept},
      {Rule::kOutputIntent, InRoot("/OutputIntents", "null")},
      {Rule::kOutputIntent, [](QPDF& pdf) {
         Root(pdf).getKey("/OutputIntents").getArrayItem(0).getKey("/DestOutputProfile").getDict().replaceKey("/N", Parse("4"));
       }},
      {Rule::kColourOutsideIntent, AfterContent("/Artifact BMC 0 0 0 1 k 0 0 9 9 re f EMC")},
      {Rule::kColourOutsideIntent, AfterContent("/Artifact BMC /DeviceCMYK cs 0 0 9 9 re f EMC")},
      {Rule::kColourOutsideIntent, InResources("/ColorSpace", "[ /Indexed /DeviceCMYK 0 <00000000> ]")},
      {Rule::kBlendMode, InResources("/ExtGState", "<< /BM /Sepia >>")},
      {Rule::kTransparency, InResources("/ExtGState", "<< /ca 0.5 >>"), kept},
      {Rule::kTransparency, InResources("/ExtGState", "<< /BM /Multiply >>"), kept},
      {Rule::kTransparency, [](QPDF& pdf) { Page(pdf).replaceKey("/Group", Parse("<< /S /Transparency >>")); }, kept},
      {Rule::kInterpolate, [](QPDF& pdf) { Dictionary(pdf, "/Subtype", "/Image").getDict().replaceKey("/Interpolate", Parse("true")); }},
      {Rule::kNoXmp, InRoot("/Metadata", "null")},
      {Rule::kXmpWithoutTitle, InXmp("dc:title>", "dc:titel>")},
      {Rule::kTitleNotShown, InRoot("/ViewerPreferences", "<< /DisplayDocTitle false >>")},
      {Rule::kXmpDiffers, InXmp("Brief &amp; answer", "Another title")},
      {Rule::kXmpDiffers, InXmp("2026-01-31</xmp:CreateDate>", "2026-02-01</xmp:CreateDate>")},
      {Rule::kXmpDiffers, [](QPDF& pdf) { pdf.getTrailer().getKey("/Info").removeKey("/Author"); }},
      {Rule::kClaimMissing, [](QPDF&) {}, kept},
      {Rule::kLzw, [](QPDF& pdf) { AddStream(pdf, "<< /Filter [ /LZWDecode ] >>"); }},
      {Rule::kExternalStream, [](QPDF& pdf) { AddStream(pdf, "<< /F (data.bin) >>"); }},
      {Rule::kActiveContent, InRoot("/OpenAction", "<< /S /JavaScript /JS (x) >>")},
      {Rule::kActiveContent, InAnnotation("Link", "/A", "<< /S /Launch /F (a.exe) >>")},
      {Rule::kFieldAction, InAnnotation("Widget", "/AA", "<< >>")},
      {Rule::kFieldAction, [](QPDF& pdf) { Root(pdf).getKey("/AcroForm").replaceKey("/NeedAppearances", Parse("true")); }},
      {Rule::kAttachment, InRoot("/More", "<< /Type /Filespec /F (a) /EF << >> >>"), kept},
      {Rule::kVersion, [](QPDF&) {}, kept},
  };
}

std::vector<ConformanceFault> FaultsOf(const Bytes& file, Archive archive = Archive::kNone) {
  Result<std::vector<ConformanceFault>> faults = CheckConformance(file, archive);
  EXPECT_TRUE(faults.ok()) << (faults.ok() ? "" : faults.failure().reason);
  return faults.ok() ? std::move(faults).value() : std::vector<ConformanceFault>();
}

bool Has(const std::vector<ConformanceFault>& faults, Rule rule) {
  return std::any_of(faults.begin(), faults.end(), [&](const ConformanceFault& fault) { return fault.rule == rule; });
}

TEST(ConformanceTest, AGoodFileHasNoFaults) {
  EXPECT_EQ(Listed(FaultsOf(GoodFile())), "");
  EXPECT_EQ(Listed(FaultsOf(Changed(GoodFile(), [](QPDF&) {}))), "");
}

TEST(ConformanceTest, ABriefForAnArchiveHasNoFaults) {
  assemble::Plan plan = assemble::testing_support::PlanOfBrief(assemble::testing_support::BriefWithEverything());
  plan.metadata.archive = Archive::kPdfA1b;
  const Result<assemble::Assembled> made = assemble::Assemble(plan);
  ASSERT_TRUE(made.ok()) << made.failure().reason;
  EXPECT_TRUE(made->shortcomings.empty());
  EXPECT_TRUE(made->bytes.starts_with("%PDF-1.4"));
  EXPECT_EQ(Listed(FaultsOf(made->bytes, Archive::kPdfA1b)), "");
}

TEST(ConformanceTest, EveryRuleSeesWhatBreaksIt) {
  for (const Breakage& breakage : Breakages()) {
    const std::string name(SentenceOf(breakage.rule));
    Bytes broken;
    ASSERT_NO_THROW(broken = Changed(GoodFile(), breakage.change)) << name;
    const std::vector<ConformanceFault> faults = FaultsOf(broken, breakage.archive);
    EXPECT_TRUE(Has(faults, breakage.rule)) << name << "\nfound:\n" << Listed(faults);
  }
}

TEST(ConformanceTest, EveryRuleIsBrokenByATest) {
  std::set<Rule> broken = {Rule::kNoFileId, Rule::kEncrypted};  // below
  for (const Breakage& breakage : Breakages()) broken.insert(breakage.rule);
  EXPECT_EQ(static_cast<int>(broken.size()), ConformanceRules());
}

TEST(ConformanceTest, IdentifierAndEncryptionAreSeen) {
  const Bytes plain = testing_support::MakePdf({.pages = 1, .text = "x"});
  EXPECT_TRUE(Has(FaultsOf(plain), Rule::kNoFileId));
  QPDF document;
  document.processMemoryFile("good", GoodFile().data(), GoodFile().size());
  Bytes bytes;
  Pl_String sink("output", nullptr, bytes);
  QPDFWriter writer(document);
  writer.setOutputPipeline(&sink);
  writer.setR6EncryptionParameters("", "owner", true, true, true, true, true, true, qpdf_r3p_full, true);
  writer.write();
  EXPECT_TRUE(Has(FaultsOf(bytes), Rule::kEncrypted));
}

TEST(ConformanceTest, FaultsNameTheirPages) {
  const Bytes broken = Changed(GoodFile(), AfterContent("0 0 m 9 9 l S"));
  const std::vector<ConformanceFault> faults = FaultsOf(broken);
  ASSERT_EQ(faults.size(), 1u) << Listed(faults);
  EXPECT_EQ(faults[0].page, 0);
}

TEST(ConformanceTest, AnyFileCanBeChecked) {
  EXPECT_FALSE(CheckConformance("no PDF at all").ok());
  EXPECT_FALSE(FaultsOf(testing_support::MakePdf({.pages = 3, .text = "x"})).empty());
  const std::string loop = "<< /Type /StructTreeRoot /K 6 0 R /ParentTree 7 0 R >>";
  const Bytes circles = testing_support::MakePdf(
      {.pages = 1, .text = "x", .catalog_keys = "/StructTreeRoot " + loop,
       .more = {"<< /S /P /P 6 0 R /K [ 6 0 R 6 0 R << >> 1 ] >>", "<< /Kids [ 7 0 R ] >>"}});
  const Result<std::vector<ConformanceFault>> faults = CheckConformance(circles);
  EXPECT_TRUE(!faults.ok() || Has(*faults, Rule::kElementParent));
}

}  // namespace
}  // namespace dossier::pdf
