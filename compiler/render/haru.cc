// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/render/haru.h"

#include <hpdf.h>
// The order matters: these lean on what hpdf.h declares.
#include <hpdf_doc.h>
#include <hpdf_objects.h>
#include <hpdf_pages.h>
#include <hpdf_utils.h>

#include <cstdio>
#include <map>

static_assert(HPDF_VERSION_ID == 20300, "the private structures used here are those of 2.3.0");
static_assert(sizeof(HPDF_REAL) == 4 && sizeof(HPDF_UINT) == 4, "libharu's numbers are 32 bits");

namespace dossier::render {
namespace {

constexpr HPDF_UINT kPagesPerNode = 64;
constexpr std::size_t kWidthsPerArray = 4000;  // libharu refuses arrays above 8191

/// Called by the library for every error; the exception passes through its frames.
void ThrowOnError(HPDF_STATUS code, HPDF_STATUS detail, void*) {
  char text[80];
  std::snprintf(text, sizeof text, "libharu error 0x%04X, detail %u", static_cast<unsigned>(code),
                static_cast<unsigned>(detail));
  throw HaruError{text};
}

/// Not every failure of the library reaches the callback.
template <typename Pointer>
Pointer Must(Pointer pointer) {
  if (pointer == nullptr) {
    throw HaruError{"libharu could not make an object"};
  }
  return pointer;
}

void Must(HPDF_STATUS status) {
  if (status != HPDF_OK) {
    ThrowOnError(status, 0, nullptr);
  }
}

struct FreeDoc {
  void operator()(HPDF_Doc_Rec* doc) const { HPDF_Free(doc); }
};

const HPDF_BYTE* Octets(const std::string& bytes) {
  return reinterpret_cast<const HPDF_BYTE*>(bytes.data());
}

/// Six letters that differ when the glyphs differ (ISO 32000-1:2008, 9.6.4).
std::string SubsetTag(const FontUse& use) {
  std::uint64_t hash = 1469598103934665603u + static_cast<std::uint64_t>(use.font);
  for (const std::uint32_t glyph : use.originals) {
    hash = (hash ^ glyph) * 1099511628211u;
  }
  std::string tag;
  for (int i = 0; i < 6; ++i) {
    tag.push_back(static_cast<char>('A' + hash % 26));
    hash /= 26;
  }
  return tag;
}

}  // namespace

struct Haru::State {
  std::unique_ptr<HPDF_Doc_Rec, FreeDoc> doc;
  HPDF_Dict resources = nullptr;
  HPDF_Dict fonts = nullptr;
  HPDF_Dict images = nullptr;
  std::map<const std::string*, std::string> image_names;  // by the pixels they share
  bool compress = true;

  [[nodiscard]] HPDF_Dict NewDict() const { return Must(HPDF_Dict_New(doc->mmgr)); }

  [[nodiscard]] HPDF_Dict NewIndirectDict() const {
    HPDF_Dict dict = NewDict();
    Must(HPDF_Xref_Add(doc->xref, dict));
    return dict;
  }

  [[nodiscard]] HPDF_Dict NewStream(const std::string& bytes) const {
    HPDF_Dict dict = Must(HPDF_DictStream_New(doc->mmgr, doc->xref));
    dict->filter = compress ? HPDF_STREAM_FILTER_FLATE_DECODE : HPDF_STREAM_FILTER_NONE;
    Must(HPDF_Stream_Write(dict->stream, Octets(bytes), static_cast<HPDF_UINT>(bytes.size())));
    return dict;
  }

  HPDF_Dict NewDescriptor(const FontUse& use, const fonts::FaceMetrics& metrics,
                          const std::string& name) const;
  HPDF_Dict NewDescendant(const FontUse& use, const fonts::FaceMetrics& metrics,
                          const std::string& name) const;
};

namespace {

/// Guards against a library of another build: the fields read below hold what they should.
void CheckLayout(HPDF_Doc_Rec* doc) {
  if (std::string_view(HPDF_GetVersion()) != HPDF_VERSION_TEXT ||
      doc->sig_bytes != HPDF_SIG_BYTES || doc->mmgr == nullptr || doc->xref == nullptr ||
      doc->xref->mmgr != doc->mmgr) {
    throw HaruError{"libharu is not version 2.3.0 as Debian 12 builds it"};
  }
}

void CheckPage(HPDF_Page page) {
  const auto* attributes = static_cast<HPDF_PageAttr_Rec*>(page->attr);
  const bool sound = page->header.obj_class == (HPDF_OCLASS_DICT | HPDF_OSUBCLASS_PAGE) &&
                     attributes != nullptr && attributes->contents != nullptr &&
                     attributes->stream == attributes->contents->stream &&
                     attributes->stream->sig_bytes == HPDF_STREAM_SIG_BYTES;
  if (!sound) {
    throw HaruError{"libharu's pages are not built as in version 2.3.0"};
  }
}

}  // namespace

Haru::Haru(bool compress) : state_(std::make_unique<State>()) {
  state_->compress = compress;
  state_->doc.reset(Must(HPDF_New(ThrowOnError, nullptr)));
  HPDF_Doc_Rec* doc = state_->doc.get();
  CheckLayout(doc);
  Must(HPDF_SetCompressionMode(doc, compress ? HPDF_COMP_ALL : HPDF_COMP_NONE));
  Must(HPDF_SetPagesConfiguration(doc, kPagesPerNode));
  state_->resources = state_->NewIndirectDict();
  state_->fonts = state_->NewDict();
  Must(HPDF_Dict_Add(state_->resources, "Font", state_->fonts));
}

Haru::~Haru() = default;

HPDF_Dict Haru::State::NewDescriptor(const FontUse& use, const fonts::FaceMetrics& metrics,
                                     const std::string& name) const {
  const auto scaled = [&](int units) { return units * 1000 / metrics.units_per_em; };
  constexpr int kSymbolic = 4, kItalic = 64;
  HPDF_Dict descriptor = NewIndirectDict();
  Must(HPDF_Dict_AddName(descriptor, "Type", "FontDescriptor"));
  Must(HPDF_Dict_AddName(descriptor, "FontName", name.c_str()));
  Must(HPDF_Dict_AddNumber(descriptor, "Flags",
                           kSymbolic | (metrics.italic_angle != 0 ? kItalic : 0)));
  HPDF_Array box = Must(HPDF_Array_New(doc->mmgr));
  Must(HPDF_Dict_Add(descriptor, "FontBBox", box));
  for (const int edge : {metrics.x_min, metrics.y_min, metrics.x_max, metrics.y_max}) {
    Must(HPDF_Array_AddNumber(box, scaled(edge)));
  }
  Must(HPDF_Dict_AddNumber(descriptor, "ItalicAngle", metrics.italic_angle));
  Must(HPDF_Dict_AddNumber(descriptor, "Ascent", scaled(metrics.ascent)));
  Must(HPDF_Dict_AddNumber(descriptor, "Descent", scaled(metrics.descent)));
  Must(HPDF_Dict_AddNumber(descriptor, "CapHeight", scaled(metrics.cap_height)));
  Must(HPDF_Dict_AddNumber(descriptor, "StemV", metrics.weight >= 600 ? 140 : 80));
  HPDF_Dict file = NewStream(use.file);
  Must(HPDF_Dict_AddNumber(file, "Length1", static_cast<HPDF_INT32>(use.file.size())));
  Must(HPDF_Dict_Add(descriptor, "FontFile2", file));
  return descriptor;
}

HPDF_Dict Haru::State::NewDescendant(const FontUse& use, const fonts::FaceMetrics& metrics,
                                     const std::string& name) const {
  HPDF_Dict font = NewIndirectDict();
  Must(HPDF_Dict_AddName(font, "Type", "Font"));
  Must(HPDF_Dict_AddName(font, "Subtype", "CIDFontType2"));
  Must(HPDF_Dict_AddName(font, "BaseFont", name.c_str()));
  HPDF_Dict system = NewDict();
  Must(HPDF_Dict_Add(font, "CIDSystemInfo", system));
  Must(HPDF_Dict_Add(system, "Registry", Must(HPDF_String_New(doc->mmgr, "Adobe", nullptr))));
  Must(HPDF_Dict_Add(system, "Ordering", Must(HPDF_String_New(doc->mmgr, "Identity", nullptr))));
  Must(HPDF_Dict_AddNumber(system, "Supplement", 0));
  Must(HPDF_Dict_AddName(font, "CIDToGIDMap", "Identity"));
  HPDF_Array widths = Must(HPDF_Array_New(doc->mmgr));
  Must(HPDF_Dict_Add(font, "W", widths));
  for (std::size_t begin = 0; begin < use.widths.size(); begin += kWidthsPerArray) {
    HPDF_Array part = Must(HPDF_Array_New(doc->mmgr));
    Must(HPDF_Array_AddNumber(widths, static_cast<HPDF_INT32>(begin)));
    Must(HPDF_Array_Add(widths, part));
    for (std::size_t i = begin; i < use.widths.size() && i < begin + kWidthsPerArray; ++i) {
      Must(HPDF_Array_AddNumber(part, use.widths[i]));
    }
  }
  Must(HPDF_Dict_Add(font, "FontDescriptor", NewDescriptor(use, metrics, name)));
  return font;
}

std::string Haru::AddFont(const FontUse& use, const fonts::FaceMetrics& metrics) {
  const std::string name = SubsetTag(use) + "+" + metrics.postscript_name;
  HPDF_Dict font = state_->NewIndirectDict();
  Must(HPDF_Dict_AddName(font, "Type", "Font"));
  Must(HPDF_Dict_AddName(font, "Subtype", "Type0"));
  Must(HPDF_Dict_AddName(font, "BaseFont", name.c_str()));
  Must(HPDF_Dict_AddName(font, "Encoding", "Identity-H"));
  HPDF_Array descendants = Must(HPDF_Array_New(state_->doc->mmgr));
  Must(HPDF_Dict_Add(font, "DescendantFonts", descendants));
  Must(HPDF_Array_Add(descendants, state_->NewDescendant(use, metrics, name)));
  Must(HPDF_Dict_Add(font, "ToUnicode", state_->NewStream(ToUnicodeMap(use))));
  std::string resource(1, 'F');
  resource += std::to_string(use.font);
  Must(HPDF_Dict_Add(state_->fonts, resource.c_str(), font));
  return name;
}

std::string Haru::AddImage(const paginate::PlacedImage& image) {
  if (const auto found = state_->image_names.find(image.rgb.get());
      found != state_->image_names.end()) {
    return found->second;
  }
  if (state_->images == nullptr) {
    state_->images = state_->NewDict();
    Must(HPDF_Dict_Add(state_->resources, "XObject", state_->images));
  }
  const bool grey = image.rgb->size() ==
                    static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height);
  HPDF_Image object = Must(HPDF_LoadRawImageFromMem(
      state_->doc.get(), Octets(*image.rgb), static_cast<HPDF_UINT>(image.width),
      static_cast<HPDF_UINT>(image.height), grey ? HPDF_CS_DEVICE_GRAY : HPDF_CS_DEVICE_RGB, 8));
  std::string name(1, 'X');
  name += std::to_string(state_->image_names.size());
  Must(HPDF_Dict_Add(state_->images, name.c_str(), object));
  state_->image_names.emplace(image.rgb.get(), name);
  return name;
}

void Haru::AddPage(Length width, Length height, const std::string& content, bool compress) {
  HPDF_Page page = Must(HPDF_AddPage(state_->doc.get()));
  CheckPage(page);
  Must(HPDF_Page_SetWidth(page, static_cast<HPDF_REAL>(width.ToPoints())));
  Must(HPDF_Page_SetHeight(page, static_cast<HPDF_REAL>(height.ToPoints())));
  Must(HPDF_Dict_Add(page, "Resources", state_->resources));
  HPDF_Dict contents = static_cast<HPDF_PageAttr_Rec*>(page->attr)->contents;
  contents->filter =
      compress && state_->compress ? HPDF_STREAM_FILTER_FLATE_DECODE : HPDF_STREAM_FILTER_NONE;
  Must(
      HPDF_Stream_Write(contents->stream, Octets(content), static_cast<HPDF_UINT>(content.size())));
}

Bytes Haru::Save() {
  HPDF_Doc doc = state_->doc.get();
  Must(HPDF_SaveToStream(doc));
  Must(HPDF_ResetStream(doc));
  HPDF_UINT32 size = HPDF_GetStreamSize(doc);
  Bytes out(size, '\0');
  if (size == 0) {
    throw HaruError{"libharu wrote an empty file"};
  }
  Must(HPDF_ReadFromStream(doc, reinterpret_cast<HPDF_BYTE*>(out.data()), &size));
  if (size != out.size()) {
    throw HaruError{"libharu gave back less than it wrote"};
  }
  return out;
}

}  // namespace dossier::render
