// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/signature_place.h"

#include <map>
#include <stdexcept>
#include <string>

#include "compiler/pdf/signature_slot.h"

namespace dossier::pdf::internal {

namespace {

/// A range of the file, found through the cross-reference table.
struct Region {
  std::size_t begin = 0;
  ByteView text;
};

Region RegionOf(const std::map<QPDFObjGen, QPDFXRefEntry>& table, QPDFObjectHandle object,
                ByteView pdf) {
  const auto entry = table.find(object.getObjGen());
  if (!object.isIndirect() || entry == table.end() || entry->second.getType() != 1) {
    throw std::runtime_error(kPlaceTampered);
  }
  const auto begin = static_cast<std::size_t>(entry->second.getOffset());
  const QPDFObjGen id = object.getObjGen();
  const std::string head =
      std::to_string(id.getObj()) + " " + std::to_string(id.getGen()) + " obj\n";
  if (begin > pdf.size() || pdf.substr(begin, head.size()) != head) {
    throw std::runtime_error(kPlaceTampered);
  }
  const std::size_t end = pdf.find("\nendobj\n", begin);
  if (end == ByteView::npos) throw std::runtime_error(kPlaceTampered);
  return {.begin = begin, .text = pdf.substr(begin, end - begin)};
}

/// Offset in the file of the only occurrence of `text` in `region`.
std::size_t Only(const Region& region, const std::string& text) {
  const std::size_t at = region.text.find(text);
  if (at == ByteView::npos || region.text.find(text, at + 1) != ByteView::npos) {
    throw std::runtime_error(kPlaceTampered);
  }
  return region.begin + at;
}

/// The text of the three objects that change when a file is signed.
struct Regions {
  Region signature, field, catalog;
};

Regions RegionsOf(QPDF& document, QPDFObjectHandle field, QPDFObjectHandle signature,
                  ByteView pdf) {
  const std::map<QPDFObjGen, QPDFXRefEntry> table = document.getXRefTable();
  return {.signature = RegionOf(table, signature, pdf),
          .field = RegionOf(table, field, pdf),
          .catalog = RegionOf(table, document.getRoot(), pdf)};
}

}  // namespace

SignatureHole MeasurePrepared(QPDF& document, QPDFObjectHandle field, QPDFObjectHandle signature,
                              ByteView pdf) {
  const Regions regions = RegionsOf(document, field, signature, pdf);
  const Region& signature_text = regions.signature;
  const Region& field_text = regions.field;
  const Region& catalog_text = regions.catalog;
  SignatureHole hole;
  const std::string byte_range = "/ByteRange [";
  hole.byte_range =
      Only(signature_text, byte_range + std::string(kPreparedByteRange) + "]") + byte_range.size();
  hole.byte_range_size = kPreparedByteRange.size();
  const std::string contents = "/Contents ";
  hole.contents_size = 2 * kContentsBytes + 2;
  hole.contents =
      Only(signature_text, contents + "<" + std::string(2 * kContentsBytes, '0') + ">") +
      contents.size();
  hole.date = Only(signature_text, "/M (" + std::string(kPreparedDate) + ")") + 4;
  hole.value_key = Only(field_text, std::string(kPreparedValueKey));
  hole.permissions_key = Only(catalog_text, std::string(kPreparedPermissionsKey));
  hole.flags = Only(catalog_text, std::string(kPreparedFlags) + " ");
  return hole;
}

SignatureHole MeasureFilled(QPDF& document, QPDFObjectHandle field, QPDFObjectHandle signature,
                            ByteView pdf) {
  const Regions regions = RegionsOf(document, field, signature, pdf);
  SignatureHole hole;
  const std::string byte_range = "/ByteRange [";
  hole.byte_range = Only(regions.signature, byte_range) + byte_range.size();
  hole.byte_range_size = kPreparedByteRange.size();
  const std::string contents = "/Contents <";
  hole.contents = Only(regions.signature, contents) + contents.size() - 1;
  hole.contents_size = 2 * kContentsBytes + 2;
  hole.date = Only(regions.signature, "/M (") + 4;
  hole.value_key = Only(regions.field, std::string(kSignedValueKey));
  hole.permissions_key = Only(regions.catalog, std::string(kSignedPermissionsKey));
  hole.flags = Only(regions.catalog, std::string(kSignedFlags) + " ");
  return hole;
}

}  // namespace dossier::pdf::internal
