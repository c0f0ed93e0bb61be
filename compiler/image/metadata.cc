// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/image/metadata.h"

#include <algorithm>
#include <exiv2/exiv2.hpp>
#include <set>
#include <string_view>
#include <utility>

#include "compiler/image/metadata_values.h"

namespace dossier::image {
namespace {

/// Exif keys whose mere presence leads to a device or a person, and what they are in words.
constexpr std::pair<std::string_view, std::string_view> kIdentifyingExif[] = {
    {"Exif.Photo.BodySerialNumber", "the serial number of a camera"},
    {"Exif.Image.CameraSerialNumber", "the serial number of a camera"},
    {"Exif.Photo.LensSerialNumber", "the serial number of a lens"},
    {"Exif.Photo.CameraOwnerName", "the name of the owner of a camera"},
    {"Exif.Photo.ImageUniqueID", "an id that only this picture has"},
    {"Exif.Photo.MakerNote", "notes of the maker of the camera"}};
constexpr std::pair<std::string_view, std::string_view> kIdentifyingXmp[] = {
    {"Xmp.aux.SerialNumber", "the serial number of a camera"},
    {"Xmp.exifEX.BodySerialNumber", "the serial number of a camera"},
    {"Xmp.aux.LensSerialNumber", "the serial number of a lens"},
    {"Xmp.aux.OwnerName", "the name of the owner of a camera"},
    {"Xmp.xmpMM.DocumentID", "ids of an editing program"},
    {"Xmp.xmpMM.OriginalDocumentID", "ids of an editing program"}};

/// The first of the keys that the container has, as text; empty when it has none.
template <typename Data>
std::string First(const Data& data, std::initializer_list<std::string_view> keys) {
  for (const std::string_view key : keys) {
    for (const auto& entry : data) {
      if (entry.key() != key || entry.count() == 0) continue;
      if (std::string text = Trimmed(entry.toString()); !text.empty()) return text;
    }
  }
  return {};
}

/// Every item of a list, or the one value. `x-default` is what XMP puts before a text.
std::vector<std::string> Items(const Exiv2::XmpData& data, std::string_view key) {
  std::vector<std::string> items;
  for (const auto& entry : data) {
    if (entry.key() != key) continue;
    for (long i = 0; i < entry.count(); ++i) items.push_back(WithoutLanguage(Trimmed(entry.toString(i))));
  }
  return items;
}

void AddNew(std::string text, std::vector<std::string>& list) {
  if (!text.empty() && std::find(list.begin(), list.end(), text) == list.end()) {
    list.push_back(std::move(text));
  }
}

void Take(std::string text, std::string& into) {
  if (into.empty()) into = std::move(text);
}

void ReadExif(const Exiv2::ExifData& exif, Metadata& out, std::set<std::string>& identifying) {
  Take(First(exif, {"Exif.Image.ImageDescription"}), out.title);
  AddNew(First(exif, {"Exif.Image.Artist"}), out.authors);
  AddNew(Camera(First(exif, {"Exif.Image.Make"}), First(exif, {"Exif.Image.Model"})), out.tools);
  AddNew(First(exif, {"Exif.Image.Software", "Exif.Image.ProcessingSoftware"}), out.tools);
  AddNew(First(exif, {"Exif.Image.HostComputer"}), out.tools);
  Take(IsoTime(First(exif, {"Exif.Photo.DateTimeOriginal"}),
               First(exif, {"Exif.Photo.OffsetTimeOriginal", "Exif.Photo.0x9011"})),
       out.taken);
  Take(IsoTime(First(exif, {"Exif.Photo.DateTimeDigitized"}),
               First(exif, {"Exif.Photo.OffsetTimeDigitized", "Exif.Photo.0x9012"})),
       out.taken);
  Take(IsoTime(First(exif, {"Exif.Image.DateTimeOriginal"}), ""), out.taken);
  Take(IsoTime(First(exif, {"Exif.Image.DateTime"}), First(exif, {"Exif.Photo.OffsetTime", "Exif.Photo.0x9010"})),
       out.modified);
  Take(Position(First(exif, {"Exif.GPSInfo.GPSLatitude"}), First(exif, {"Exif.GPSInfo.GPSLatitudeRef"}),
                First(exif, {"Exif.GPSInfo.GPSLongitude"}), First(exif, {"Exif.GPSInfo.GPSLongitudeRef"})),
       out.position);
  const std::string turned = First(exif, {"Exif.Image.Orientation"});
  if (turned.size() == 1 && turned[0] >= '1' && turned[0] <= '8') out.orientation = turned[0] - '0';
  for (const auto& [key, words] : kIdentifyingExif) {
    if (!First(exif, {key}).empty()) identifying.emplace(words);
  }
}

void ReadXmp(const Exiv2::XmpData& xmp, Metadata& out, std::set<std::string>& identifying) {
  Take(WithoutLanguage(First(xmp, {"Xmp.dc.title", "Xmp.dc.description"})), out.title);
  for (std::string& author : Items(xmp, "Xmp.dc.creator")) AddNew(std::move(author), out.authors);
  AddNew(Camera(First(xmp, {"Xmp.tiff.Make"}), First(xmp, {"Xmp.tiff.Model"})), out.tools);
  AddNew(First(xmp, {"Xmp.xmp.CreatorTool"}), out.tools);
  Take(First(xmp, {"Xmp.exif.DateTimeOriginal", "Xmp.photoshop.DateCreated", "Xmp.xmp.CreateDate"}), out.taken);
  Take(First(xmp, {"Xmp.xmp.ModifyDate"}), out.modified);
  Take(PositionOfXmp(First(xmp, {"Xmp.exif.GPSLatitude"}), First(xmp, {"Xmp.exif.GPSLongitude"})), out.position);
  Take(First(xmp, {"Xmp.photoshop.City", "Xmp.iptc.Location"}), out.position);
  for (const auto& [key, words] : kIdentifyingXmp) {
    if (!First(xmp, {key}).empty()) identifying.emplace(words);
  }
}

void ReadIptc(const Exiv2::IptcData& iptc, Metadata& out) {
  Take(First(iptc, {"Iptc.Application2.Headline", "Iptc.Application2.Caption"}), out.title);
  AddNew(First(iptc, {"Iptc.Application2.Byline"}), out.authors);
  AddNew(First(iptc, {"Iptc.Application2.Program"}), out.tools);
  Take(First(iptc, {"Iptc.Application2.DateCreated"}), out.taken);
  Take(First(iptc, {"Iptc.Application2.City", "Iptc.Application2.SubLocation"}), out.position);
}

void AddCopyright(const Exiv2::Image& image, Metadata& out) {
  AddNew(First(image.exifData(), {"Exif.Image.Copyright"}), out.authors);
  AddNew(WithoutLanguage(First(image.xmpData(), {"Xmp.dc.rights"})), out.authors);
  AddNew(First(image.iptcData(), {"Iptc.Application2.Copyright"}), out.authors);
}

Bytes Thumbnail(const Exiv2::ExifData& exif) {
  const Exiv2::DataBuf data = Exiv2::ExifThumbC(exif).copy();
  if (data.pData_ == nullptr || data.size_ <= 0) return {};
  return {reinterpret_cast<const char*>(data.pData_), static_cast<std::size_t>(data.size_)};
}

void Read(ByteView file, Metadata& out) {
  const auto* bytes = reinterpret_cast<const Exiv2::byte*>(file.data());
  const auto image = Exiv2::ImageFactory::open(bytes, static_cast<long>(file.size()));
  image->readMetadata();
  if (const ByteView exif = ExifOfPng(file); !exif.empty() && image->exifData().empty()) {
    Exiv2::ExifParser::decode(image->exifData(), reinterpret_cast<const Exiv2::byte*>(exif.data()),
                              static_cast<std::uint32_t>(exif.size()));
  }
  std::set<std::string> identifying;
  ReadExif(image->exifData(), out, identifying);
  ReadXmp(image->xmpData(), out, identifying);
  ReadIptc(image->iptcData(), out);
  AddCopyright(*image, out);
  out.identifying.assign(identifying.begin(), identifying.end());
  out.thumbnail = Thumbnail(image->exifData());
}

}  // namespace

Metadata ReadMetadata(ByteView file) {
  Metadata out;
  Exiv2::LogMsg::setLevel(Exiv2::LogMsg::mute);
  try {
    Read(file, out);
  } catch (const std::exception& error) {
    out.problem = error.what();
  }
  return out;
}

}  // namespace dossier::image
