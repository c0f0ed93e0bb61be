// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include "compiler/pdf/text_string.h"
#include "compiler/pdf/writer_state.h"

namespace dossier::pdf::internal {

namespace {

/// "D:20260131" (ISO 32000-1:2008, 7.9.4) of "2026-01-31".
std::string PdfDate(std::string date) {
  date.erase(std::remove(date.begin(), date.end(), '-'), date.end());
  return "D:" + date;
}

std::string Element(const std::string& name, const std::string& text) {
  return text.empty() ? "" : "   <" + name + ">" + XmlText(text) + "</" + name + ">\n";
}

std::string ListElement(const std::string& name, const std::string& kind, const std::string& text) {
  if (text.empty()) return "";
  const std::string item = kind == "Alt" ? "<rdf:li xml:lang=\"x-default\">" : "<rdf:li>";
  return "   <" + name + "><rdf:" + kind + ">" + item + XmlText(text) + "</rdf:li></rdf:" + kind +
         "></" + name + ">\n";
}

}  // namespace

QPDFObjectHandle MakeInformation(QPDF& document, const Information& information) {
  QPDFObjectHandle info = document.makeIndirectObject(QPDFObjectHandle::newDictionary());
  const auto set = [&](const char* key, const std::string& text) {
    if (!text.empty()) info.replaceKey(key, TextString(text));
  };
  set("/Title", information.title);
  set("/Author", information.author);
  set("/Subject", information.subject);
  set("/Producer", information.producer);
  if (!information.date.empty()) {
    info.replaceKey("/CreationDate", QPDFObjectHandle::newString(PdfDate(information.date)));
    info.replaceKey("/ModDate", QPDFObjectHandle::newString(PdfDate(information.date)));
  }
  return info;
}

QPDFObjectHandle MakeXmp(QPDF& document, const Information& information) {
  std::string xmp =
      "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
      " <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
      "  <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
      " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
      " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n";
  xmp += "   <dc:format>application/pdf</dc:format>\n";
  xmp += ListElement("dc:title", "Alt", information.title);
  xmp += ListElement("dc:creator", "Seq", information.author);
  xmp += ListElement("dc:description", "Alt", information.subject);
  xmp += ListElement("dc:language", "Bag", information.language);
  xmp += Element("xmp:CreateDate", information.date);
  xmp += Element("xmp:ModifyDate", information.date);
  xmp += Element("pdf:Producer", information.producer);
  xmp += "  </rdf:Description>\n";
  if (information.archive == Archive::kPdfA1b) {
    // The one claim that is made: the file is refused unless it was checked (`conformance`).
    xmp +=
        "  <rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n"
        "   <pdfaid:part>1</pdfaid:part>\n   <pdfaid:conformance>B</pdfaid:conformance>\n"
        "  </rdf:Description>\n";
  }
  xmp += " </rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>\n";
  QPDFObjectHandle stream = QPDFObjectHandle::newStream(&document, xmp);
  stream.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/Metadata"));
  stream.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/XML"));
  return stream;
}

}  // namespace dossier::pdf::internal
