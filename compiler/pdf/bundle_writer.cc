// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/bundle_writer.h"

#include <algorithm>
#include <qpdf/Pl_String.hh>
#include <qpdf/QPDFWriter.hh>

#include "compiler/pdf/file_tokens.h"
#include "compiler/pdf/import_page.h"
#include "compiler/pdf/open.h"
#include "compiler/pdf/page_geometry.h"
#include "compiler/pdf/signature_slot.h"
#include "compiler/pdf/text_string.h"
#include "compiler/pdf/writer_state.h"

namespace dossier::pdf {

namespace {

// ISO 216 A4 in points, as libharu writes it.
constexpr double kA4Short = 595.276;
constexpr double kA4Long = 841.89;
// A stamp may take this much of the height of a page.
constexpr double kMaxStampHeight = 100;

}  // namespace

namespace internal {

void AddAnnotation(QPDFObjectHandle page, QPDFObjectHandle annotation) {
  QPDFObjectHandle annotations = page.getKey("/Annots");
  if (!annotations.isArray()) {
    annotations = page.replaceKeyAndGetNew("/Annots", QPDFObjectHandle::newArray());
  }
  annotations.appendItem(annotation);
}

QPDFObjectHandle RectangleArray(const Rectangle& box) {
  const auto number = [](double value) { return QPDFObjectHandle::newReal(Number(value)); };
  return QPDFObjectHandle::newArray(
      {number(box.left), number(box.bottom), number(box.right), number(box.top)});
}

QPDFObjectHandle HelperForm(QPDFObjectHandle page) {
  const PageGeometry geometry = GeometryOf(page);
  QPDFObjectHandle content = page.getKey("/Contents");
  if (content.isArray() && content.getArrayNItems() == 1) content = content.getArrayItem(0);
  if (!content.isStream()) throw std::runtime_error("a helper page of the brief has no drawing");
  QPDFObjectHandle keys = content.getDict();
  keys.replaceKey("/Type", QPDFObjectHandle::newName("/XObject"));
  keys.replaceKey("/Subtype", QPDFObjectHandle::newName("/Form"));
  keys.replaceKey("/BBox",
                  RectangleArray({geometry.left, geometry.bottom, geometry.right, geometry.top}));
  keys.replaceKey("/Resources", Inherited(page, "/Resources"));
  return content;
}

}  // namespace internal

BundleWriter::BundleWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
BundleWriter::~BundleWriter() = default;
BundleWriter::BundleWriter(BundleWriter&&) noexcept = default;
BundleWriter& BundleWriter::operator=(BundleWriter&&) noexcept = default;

/// The fonts of a helper page, as one object that all stamped pages share.
QPDFObjectHandle BundleWriter::State::StampFonts(QPDFObjectHandle helper) {
  QPDFObjectHandle resources = internal::Inherited(helper, "/Resources");
  QPDFObjectHandle fonts =
      resources.isDictionary() ? resources.getKey("/Font") : QPDFObjectHandle::newNull();
  if (!fonts.isDictionary() || fonts.isIndirect()) return fonts;
  if (!resources.isIndirect()) return document->makeIndirectObject(fonts);
  const auto [known, is_new] = stamp_fonts.try_emplace(resources.getObjGen(), fonts);
  if (is_new) known->second = document->makeIndirectObject(fonts);
  return known->second;
}

void BundleWriter::State::Own(const Spoken& spoken, int page, QPDFObjectHandle annotation) {
  if (!spoken.words.empty()) {
    annotation.replaceKey("/Contents", internal::TextString(spoken.words));
  }
  if (spoken.element < 0) return;
  structure.annotations.push_back(
      {.element = spoken.element, .page = page, .object = annotation});
}

int BundleWriter::page_count() const { return static_cast<int>(state_->pages.size()); }

Result<BundleWriter> BundleWriter::Start(ByteView brief, int pages) {
  Result<internal::Opened> opened = internal::Open(brief, internal::Damage::kRefuse);
  if (!opened) return Failure{"the rendered brief cannot be read: " + opened.failure().reason};
  if (opened->needs_password) return Failure{"the rendered brief is encrypted"};
  auto state = std::make_unique<State>();
  try {
    state->document = opened->document;
    QPDF& document = *state->document;
    document.pushInheritedAttributesToPage();
    state->brief_pages = internal::PagesOf(document);
    if (pages < 1 || static_cast<std::size_t>(pages) > state->brief_pages.size()) {
      return Failure{"the rendered brief has " + std::to_string(state->brief_pages.size()) +
                     " pages, " + std::to_string(pages) + " are its own"};
    }
    state->pages.assign(state->brief_pages.begin(), state->brief_pages.begin() + pages);
    state->page_tree = document.makeIndirectObject(
        QPDFObjectHandle::parse("<< /Type /Pages /Count 0 /Kids [ ] >>"));
    for (QPDFObjectHandle& page : state->pages) page.replaceKey("/Parent", state->page_tree);
  } catch (const std::exception& error) {
    return Failure{"the rendered brief cannot be read: " + internal::Reason(error)};
  }
  return BundleWriter(std::move(state));
}

namespace {

/// A link annotation without its target. Built, not parsed: a bundle has thousands of them.
QPDFObjectHandle MakeLink(const Rectangle& box) {
  std::map<std::string, QPDFObjectHandle> entries;
  entries["/Type"] = QPDFObjectHandle::newName("/Annot");
  entries["/Subtype"] = QPDFObjectHandle::newName("/Link");
  const QPDFObjectHandle zero = QPDFObjectHandle::newInteger(0);
  entries["/Border"] = QPDFObjectHandle::newArray({zero, zero, zero});
  entries["/F"] = QPDFObjectHandle::newInteger(4);  // printed; ISO 32000-1:2008, table 165
  entries["/Rect"] = internal::RectangleArray(box);
  return QPDFObjectHandle::newDictionary(entries);
}

/// A stamp as it was drawn on a helper page of the brief.
struct Stamp {
  double width = 0, height = 0;
  std::string content;
};

Stamp StampOf(QPDFObjectHandle page) {
  const internal::PageGeometry geometry = internal::GeometryOf(page);
  QPDFObjectHandle content = page.getKey("/Contents");
  if (content.isArray() && content.getArrayNItems() == 1) content = content.getArrayItem(0);
  if (!content.isStream()) throw std::runtime_error("the stamp has no drawing");
  if (geometry.Width() > kA4Short || geometry.Height() > kMaxStampHeight) {
    throw std::runtime_error("the stamp is too large");
  }
  const std::shared_ptr<Buffer> data = content.getStreamData(qpdf_dl_generalized);
  return {
      .width = geometry.Width(),
      .height = geometry.Height(),
      .content = std::string(reinterpret_cast<const char*>(data->getBuffer()), data->getSize())};
}

/// What a stamped page draws with: the fonts of the brief, and the exhibit's page as /E. The stamp
/// goes into the page's own content: a form of its own for each would be a quarter more objects.
QPDFObjectHandle StampedResources(QPDFObjectHandle fonts, QPDFObjectHandle exhibit_page) {
  std::map<std::string, QPDFObjectHandle> entries;
  entries["/XObject"] = QPDFObjectHandle::newDictionary({{"/E", exhibit_page}});
  if (!fonts.isNull()) entries["/Font"] = fonts;
  return QPDFObjectHandle::newDictionary(entries);
}

/// A fresh page with the exhibit's page below the stamp.
QPDFObjectHandle MakePage(QPDF& document, const internal::PageImporter::Form& form,
                          const Stamp& stamp, const std::string& link) {
  constexpr char kArtifact[] = "EMC\n/Artifact<</Type/Pagination>>BDC q 1 0 0 1 ";
  const bool wide = form.geometry.Width() > form.geometry.Height();
  const double width = wide ? kA4Long : kA4Short;
  const double height = wide ? kA4Short : kA4Long;
  const Rectangle place{
      .left = width - stamp.width, .bottom = height - stamp.height, .right = width, .top = height};
  std::string content = "/Figure<</MCID 0>>BDC ";
  content += internal::Placement(form.geometry, 0, 0, width, place.bottom, "/E");
  content += kArtifact + internal::Number(place.left) + " " + internal::Number(place.bottom) +
             " cm\n" + stamp.content + "\nQ EMC\n";
  std::map<std::string, QPDFObjectHandle> entries;
  entries["/Type"] = QPDFObjectHandle::newName("/Page");
  entries["/MediaBox"] = internal::RectangleArray({0, 0, width, height});
  entries["/Contents"] = QPDFObjectHandle::newStream(&document, content);
  if (!link.empty()) {
    QPDFObjectHandle annotation = MakeLink(place);
    annotation.replaceKey("/Dest", QPDFObjectHandle::newString(link));
    entries["/Annots"] = QPDFObjectHandle::newArray({annotation});
  }
  return QPDFObjectHandle::newDictionary(entries);
}

Failure Named(const std::string& name, const std::string& reason) { return {name + ": " + reason}; }

bool IsWebAddress(const std::string& url) {
  for (const char* scheme : {"http://", "https://", "mailto:"}) {
    if (url.rfind(scheme, 0) == 0) return true;
  }
  return false;
}

/// URIs are ASCII (ISO 32000-1:2008, 12.6.4.7); other bytes are percent-encoded (RFC 3986, 2.1).
std::string AsciiUrl(const std::string& url) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string ascii;
  for (const char c : url) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte < 0x7F) {
      ascii += c;
    } else {
      ascii += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
    }
  }
  return ascii;
}

}  // namespace

Result<Done> BundleWriter::AddExhibit(const std::string& name, ByteView pdf,
                                      const std::vector<StampedPage>& stamps) {
  Result<internal::Opened> opened = internal::Open(pdf, internal::Damage::kRepair, name);
  if (!opened) return Named(name, opened.failure().reason);
  if (opened->needs_password) return Named(name, "the file needs a password");
  int number = 0;
  try {
    QPDF& source = *opened->document;
    QPDF& document = *state_->document;
    internal::PageImporter importer(source, document);
    const std::vector<QPDFObjectHandle> pages = internal::PagesOf(source);
    if (pages.size() != stamps.size()) {
      return Named(name, "it has " + std::to_string(pages.size()) + " pages, not " +
                             std::to_string(stamps.size()) + " as before");
    }
    structure::Tree& tree = state_->structure.tree;
    const int part =
        tree.elements.empty() ? -1 : tree.Add({.role = structure::Role::kPart, .parent = 0});
    for (const StampedPage& stamped : stamps) {
      const internal::PageImporter::Form form =
          importer.Import(pages[static_cast<std::size_t>(number++)]);
      QPDFObjectHandle helper = state_->brief_pages.at(static_cast<std::size_t>(stamped.stamp));
      QPDFObjectHandle page = MakePage(document, form, StampOf(helper), stamped.link);
      page.replaceKey("/Parent", state_->page_tree);
      page.replaceKey("/Resources", StampedResources(state_->StampFonts(helper), form.object));
      state_->TagExhibitPage(part, stamped, page);
      state_->pages.push_back(document.makeIndirectObject(page));
    }
    state_->exhibits.push_back(opened->document);
  } catch (const std::exception& error) {
    std::string reason = internal::Reason(error);
    if (reason.rfind(name + ": ", 0) == 0) reason.erase(0, name.size() + 2);
    const std::string page = number == 0 ? "" : "page " + std::to_string(number) + ": ";
    return Named(name, page + reason);
  }
  return Done{};
}

void BundleWriter::SetStructure(structure::Tree tree, std::vector<std::vector<int>> marks,
                                std::map<int, Rectangle> figures) {
  internal::StructureInput& structure = state_->structure;
  structure.tree = std::move(tree);
  structure.marks = std::move(marks);
  structure.figures = std::move(figures);
  if (structure.tree.elements.empty()) structure.tree.Add({.role = structure::Role::kDocument});
  structure.marks.resize(state_->pages.size());
}

/// The page as a figure of `part`, and the way back from its stamp.
void BundleWriter::State::TagExhibitPage(int part, const StampedPage& stamped,
                                         QPDFObjectHandle page) {
  if (part < 0) return;
  const int index = static_cast<int>(pages.size());
  const int figure = structure.tree.Add({.role = structure::Role::kFigure,
                                         .parent = part,
                                         .alternative = stamped.alternative});
  structure.marks.resize(pages.size());
  structure.marks.push_back({figure});
  const internal::PageGeometry geometry = internal::GeometryOf(page);
  structure.figures[figure] = {0, 0, geometry.Width(), geometry.Height()};
  QPDFObjectHandle annotations = page.getKey("/Annots");
  if (!annotations.isArray()) return;
  const int link = structure.tree.Add({.role = structure::Role::kLink, .parent = part});
  QPDFObjectHandle annotation = document->makeIndirectObject(annotations.getArrayItem(0));
  annotations.setArrayItem(0, annotation);
  Own({.element = link, .words = stamped.link_words}, index, annotation);
}

void BundleWriter::AddLink(int page, const Rectangle& box, const std::string& destination,
                           const std::string& url, const Spoken& spoken) {
  if (page < 0 || page >= page_count()) return;
  if (!url.empty() && !IsWebAddress(url)) return;
  QPDFObjectHandle annotation = MakeLink(box);
  if (url.empty()) {
    annotation.replaceKey("/Dest", QPDFObjectHandle::newString(destination));
  } else {
    QPDFObjectHandle action = QPDFObjectHandle::parse("<< /S /URI >>");
    action.replaceKey("/URI", QPDFObjectHandle::newString(AsciiUrl(url)));
    annotation.replaceKey("/A", action);
  }
  if (spoken.element >= 0) annotation = state_->document->makeIndirectObject(annotation);
  state_->Own(spoken, page, annotation);
  internal::AddAnnotation(state_->pages[static_cast<std::size_t>(page)], annotation);
}

void BundleWriter::SetDestinations(std::vector<Destination> destinations) {
  QPDFObjectHandle names = QPDFObjectHandle::newDictionary();
  names.replaceKey("/Dests", internal::MakeDestinations(*state_->document, state_->pages,
                                                        std::move(destinations)));
  state_->catalog["/Names"] = names;
}

void BundleWriter::SetBookmarks(const std::vector<Bookmark>& bookmarks) {
  state_->catalog["/Outlines"] = internal::MakeOutline(*state_->document, bookmarks);
  state_->catalog["/PageMode"] = QPDFObjectHandle::newName("/UseOutlines");
}

void BundleWriter::SetInformation(const Information& information) {
  QPDF& document = *state_->document;
  state_->information = internal::MakeInformation(document, information);
  state_->catalog["/Metadata"] = internal::MakeXmp(document, information);
  state_->catalog["/OutputIntents"] = internal::MakeOutputIntents(document, information.archive);
  state_->archive = information.archive;
  if (!information.language.empty()) {
    state_->catalog["/Lang"] = internal::TextString(information.language);
  }
}

void BundleWriter::SetManifest(const std::string& manifest) {
  state_->catalog[std::string(kManifestKey)] =
      QPDFObjectHandle::newStream(state_->document.get(), manifest);
}

namespace {

Bytes Serialise(QPDF& document, Archive archive) {
  Bytes bytes;
  Pl_String sink("output", nullptr, bytes);
  QPDFWriter writer(document);
  writer.setOutputPipeline(&sink);
  writer.setStreamDataMode(qpdf_s_preserve);
  writer.setObjectStreamMode(qpdf_o_disable);
  writer.setNewlineBeforeEndstream(true);
  writer.setDeterministicID(true);
  writer.forcePDFVersion(archive == Archive::kNone ? "1.7" : "1.4");
  writer.write();
  return bytes;
}

}  // namespace

Result<Bytes> BundleWriter::Write() {
  try {
    QPDF& document = *state_->document;
    state_->page_tree.replaceKey("/Kids", QPDFObjectHandle::newArray(state_->pages));
    state_->page_tree.replaceKey("/Count", QPDFObjectHandle::newInteger(page_count()));
    QPDFObjectHandle catalog = document.getRoot();
    for (const std::string& key : catalog.getKeys()) catalog.removeKey(key);
    catalog.replaceKey("/Type", QPDFObjectHandle::newName("/Catalog"));
    catalog.replaceKey("/Pages", state_->page_tree);
    catalog.replaceKey("/PageLabels", QPDFObjectHandle::parse("<< /Nums [ 0 << /S /D >> ] >>"));
    catalog.replaceKey("/ViewerPreferences",
                       QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));
    for (const auto& [key, value] : state_->catalog) catalog.replaceKey(key, value);
    if (!state_->structure.tree.elements.empty()) {
      catalog.replaceKey("/StructTreeRoot", internal::MakeStructure(document, state_->pages,
                                                                    std::move(state_->structure)));
      catalog.replaceKey("/MarkInfo", QPDFObjectHandle::parse("<< /Marked true >>"));
    }
    if (state_->information.isInitialized()) {
      document.getTrailer().replaceKey("/Info", state_->information);
    }
    if (state_->archive == Archive::kPdfA1b) internal::AddCidSets(document);
    document.updateAllPagesCache();

    Bytes bytes = Serialise(document, state_->archive);
    if (!internal::FramedOnce(bytes)) {
      internal::HideFrameWords(document);
      bytes = Serialise(document, state_->archive);
      if (!internal::FramedOnce(bytes)) {
        return Failure{"an exhibit carries file structure inside its objects"};
      }
    }
    // qpdf leaves unreadable stream data out and warns; a page that went blank is no page.
    if (document.anyWarnings()) return Failure{internal::Reason(document.getWarnings().front())};
    if (bytes.size() > kMaxSignedFile) return Failure{"the file would be larger than 999 MB"};
    return bytes;
  } catch (const std::exception& error) {
    return Failure{internal::Reason(error)};
  }
}

}  // namespace dossier::pdf
