// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/bundle_writer.h"

#include <algorithm>
#include <qpdf/Pl_String.hh>
#include <qpdf/QPDFWriter.hh>

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

}  // namespace

namespace internal {

void AddAnnotation(QPDFObjectHandle page, QPDFObjectHandle annotation) {
  QPDFObjectHandle annotations = page.getKey("/Annots");
  if (!annotations.isArray()) {
    annotations = page.replaceKeyAndGetNew("/Annots", QPDFObjectHandle::newArray());
  }
  annotations.appendItem(annotation);
}

std::string RectangleText(const Rectangle& box) {
  return "[ " + Number(box.left) + " " + Number(box.bottom) + " " + Number(box.right) + " " +
         Number(box.top) + " ]";
}

QPDFObjectHandle HelperForm(QPDFObjectHandle page) {
  const PageGeometry geometry = GeometryOf(page);
  QPDFObjectHandle content = page.getKey("/Contents");
  if (content.isArray() && content.getArrayNItems() == 1) content = content.getArrayItem(0);
  if (!content.isStream()) throw std::runtime_error("a helper page of the brief has no drawing");
  QPDFObjectHandle keys = content.getDict();
  keys.replaceKey("/Type", QPDFObjectHandle::newName("/XObject"));
  keys.replaceKey("/Subtype", QPDFObjectHandle::newName("/Form"));
  keys.replaceKey("/BBox", QPDFObjectHandle::parse(RectangleText(
                               {geometry.left, geometry.bottom, geometry.right, geometry.top})));
  keys.replaceKey("/Resources", Inherited(page, "/Resources"));
  return content;
}

}  // namespace internal

BundleWriter::BundleWriter(std::unique_ptr<State> state) : state_(std::move(state)) {}
BundleWriter::~BundleWriter() = default;
BundleWriter::BundleWriter(BundleWriter&&) noexcept = default;
BundleWriter& BundleWriter::operator=(BundleWriter&&) noexcept = default;

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

/// A fresh page with the exhibit's page below the stamp.
QPDFObjectHandle MakePage(QPDF& document, const internal::PageImporter::Form& form,
                          QPDFObjectHandle stamp, QPDFObjectHandle parent,
                          const std::string& link) {
  const bool wide = form.geometry.Width() > form.geometry.Height();
  const double width = wide ? kA4Long : kA4Short;
  const double height = wide ? kA4Short : kA4Long;
  QPDFObjectHandle box = stamp.getDict().getKey("/BBox");
  const double stamp_width = box.getArrayItem(2).getNumericValue();
  const double stamp_height = box.getArrayItem(3).getNumericValue();
  const Rectangle place{
      .left = width - stamp_width, .bottom = height - stamp_height, .right = width, .top = height};
  std::string content = internal::Placement(form.geometry, 0, 0, width, place.bottom, "/E");
  content += "/Artifact BMC q 1 0 0 1 " + internal::Number(place.left) + " " +
             internal::Number(place.bottom) + " cm /S Do Q EMC\n";
  QPDFObjectHandle page =
      QPDFObjectHandle::parse("<< /Type /Page /MediaBox [ 0 0 " + internal::Number(width) + " " +
                              internal::Number(height) + " ] /Resources << /XObject << >> >> >>");
  QPDFObjectHandle drawings = page.getKey("/Resources").getKey("/XObject");
  drawings.replaceKey("/E", form.object);
  drawings.replaceKey("/S", stamp);
  page.replaceKey("/Parent", parent);
  page.replaceKey("/Contents", QPDFObjectHandle::newStream(&document, content));
  if (!link.empty()) {
    QPDFObjectHandle annotation =
        QPDFObjectHandle::parse("<< /Type /Annot /Subtype /Link /Border [ 0 0 0 ] /F 4 /Rect " +
                                internal::RectangleText(place) + " >>");
    annotation.replaceKey("/Dest", QPDFObjectHandle::newString(link));
    internal::AddAnnotation(page, annotation);
  }
  return document.makeIndirectObject(page);
}

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

Result<Done> BundleWriter::AddExhibit(ByteView pdf, const std::vector<StampedPage>& stamps) {
  Result<internal::Opened> opened = internal::Open(pdf, internal::Damage::kRepair);
  if (!opened) return opened.failure();
  if (opened->needs_password) return Failure{"the file needs a password"};
  int number = 0;
  try {
    QPDF& source = *opened->document;
    QPDF& document = *state_->document;
    internal::PageImporter importer(source, document);
    const std::vector<QPDFObjectHandle> pages = internal::PagesOf(source);
    if (pages.size() != stamps.size()) {
      return Failure{"it has " + std::to_string(pages.size()) + " pages, not " +
                     std::to_string(stamps.size()) + " as before"};
    }
    for (const StampedPage& stamped : stamps) {
      const internal::PageImporter::Form form =
          importer.Import(pages[static_cast<std::size_t>(number++)]);
      QPDFObjectHandle stamp =
          internal::HelperForm(state_->brief_pages.at(static_cast<std::size_t>(stamped.stamp)));
      state_->pages.push_back(MakePage(document, form, stamp, state_->page_tree, stamped.link));
    }
    state_->exhibits.push_back(opened->document);
  } catch (const std::exception& error) {
    const std::string page = number == 0 ? "" : "page " + std::to_string(number) + ": ";
    return Failure{page + internal::Reason(error)};
  }
  return Done{};
}

void BundleWriter::AddLink(int page, const Rectangle& box, const std::string& destination,
                           const std::string& url) {
  if (page < 0 || page >= page_count()) return;
  if (!url.empty() && !IsWebAddress(url)) return;
  QPDFObjectHandle annotation =
      QPDFObjectHandle::parse("<< /Type /Annot /Subtype /Link /Border [ 0 0 0 ] /F 4 /Rect " +
                              internal::RectangleText(box) + " >>");
  if (url.empty()) {
    annotation.replaceKey("/Dest", QPDFObjectHandle::newString(destination));
  } else {
    QPDFObjectHandle action = QPDFObjectHandle::parse("<< /S /URI >>");
    action.replaceKey("/URI", QPDFObjectHandle::newString(AsciiUrl(url)));
    annotation.replaceKey("/A", action);
  }
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
  if (!information.language.empty()) {
    state_->catalog["/Lang"] = internal::TextString(information.language);
  }
}

void BundleWriter::SetManifest(const std::string& manifest) {
  state_->catalog[std::string(kManifestKey)] =
      QPDFObjectHandle::newStream(state_->document.get(), manifest);
}

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
    if (state_->information.isInitialized()) {
      document.getTrailer().replaceKey("/Info", state_->information);
    }
    document.updateAllPagesCache();

    Bytes bytes;
    Pl_String sink("output", nullptr, bytes);
    QPDFWriter writer(document);
    writer.setOutputPipeline(&sink);
    writer.setStreamDataMode(qpdf_s_preserve);
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.setNewlineBeforeEndstream(true);
    writer.setDeterministicID(true);
    writer.forcePDFVersion("1.7");
    writer.write();
    if (bytes.size() > kMaxSignedFile) return Failure{"the file would be larger than 999 MB"};
    return bytes;
  } catch (const std::exception& error) {
    return Failure{internal::Reason(error)};
  }
}

}  // namespace dossier::pdf
