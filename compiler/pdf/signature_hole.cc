// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/signature_hole.h"

#include <map>
#include <optional>
#include <stdexcept>
#include <string>

#include "compiler/pdf/open.h"
#include "compiler/pdf/signature_slot.h"

namespace dossier::pdf {

namespace {

constexpr char kTampered[] = "the reserved place of the signature is not as it was written";

/// A range of the file, found through the cross-reference table.
struct Region {
  std::size_t begin = 0;
  ByteView text;
};

std::string Trimmed(std::string_view slot) { return std::string(slot.substr(0, slot.find(' '))); }

Region RegionOf(const std::map<QPDFObjGen, QPDFXRefEntry>& table, QPDFObjectHandle object,
                ByteView pdf) {
  const auto entry = table.find(object.getObjGen());
  if (!object.isIndirect() || entry == table.end() || entry->second.getType() != 1) {
    throw std::runtime_error(kTampered);
  }
  const auto begin = static_cast<std::size_t>(entry->second.getOffset());
  const QPDFObjGen id = object.getObjGen();
  const std::string head =
      std::to_string(id.getObj()) + " " + std::to_string(id.getGen()) + " obj\n";
  if (begin > pdf.size() || pdf.substr(begin, head.size()) != head) {
    throw std::runtime_error(kTampered);
  }
  const std::size_t end = pdf.find("\nendobj\n", begin);
  if (end == ByteView::npos) throw std::runtime_error(kTampered);
  return {.begin = begin, .text = pdf.substr(begin, end - begin)};
}

/// Offset in the file of the only occurrence of `text` in `region`.
std::size_t Only(const Region& region, const std::string& text) {
  const std::size_t at = region.text.find(text);
  if (at == ByteView::npos || region.text.find(text, at + 1) != ByteView::npos) {
    throw std::runtime_error(kTampered);
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

SignatureHole MeasurePrepared(const Regions& regions) {
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

SignatureHole MeasureFilled(const Regions& regions) {
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

}  // namespace

Result<SignatureHole> FindHole(ByteView pdf) {
  Result<internal::Opened> opened = internal::Open(pdf, internal::Damage::kRefuse);
  if (!opened) return opened.failure();
  if (opened->encrypted) return Failure{"the file is encrypted"};
  try {
    QPDF& document = *opened->document;
    QPDFObjectHandle catalog = document.getRoot();
    QPDFObjectHandle fields = catalog.getKey("/AcroForm").isDictionary()
                                  ? catalog.getKey("/AcroForm").getKey("/Fields")
                                  : QPDFObjectHandle::newNull();
    if (!fields.isArray() || fields.getArrayNItems() == 0) {
      return Failure{"this file was not prepared for a signature"};
    }
    QPDFObjectHandle field = fields.getArrayItem(0);
    if (!field.isDictionary()) return Failure{"this file was not prepared for a signature"};
    if (field.hasKey("/V") || catalog.hasKey("/Perms")) {
      return Failure{"this file is signed already"};
    }
    QPDFObjectHandle signature = field.getKey(Trimmed(kPreparedValueKey));
    QPDFObjectHandle permissions = catalog.getKey(Trimmed(kPreparedPermissionsKey));
    if (!signature.isDictionary() || !permissions.isDictionary()) {
      return Failure{"this file was not prepared for a signature"};
    }
    if (fields.getArrayNItems() != 1 ||
        permissions.getKey("/DocMDP").getObjGen() != signature.getObjGen()) {
      return Failure{kTampered};
    }
    SignatureHole hole = MeasurePrepared(RegionsOf(document, field, signature, pdf));
    if (document.anyWarnings()) return Failure{"the file is damaged"};
    return hole;
  } catch (const std::exception& error) {
    return Failure{internal::Reason(error)};
  }
}

Result<SignatureHole> FindFilledHole(ByteView pdf) {
  Result<internal::Opened> opened = internal::Open(pdf, internal::Damage::kRefuse);
  if (!opened) return opened.failure();
  if (opened->encrypted) return Failure{"the file is encrypted"};
  const Failure no_signature{"the form of the file does not lead to a signature"};
  try {
    QPDF& document = *opened->document;
    QPDFObjectHandle form = document.getRoot().getKey("/AcroForm");
    if (!form.isDictionary()) return no_signature;
    QPDFObjectHandle fields = form.getKey("/Fields");
    if (!fields.isArray() || fields.getArrayNItems() != 1) return no_signature;
    QPDFObjectHandle field = fields.getArrayItem(0);
    if (!field.isDictionary() || !field.getKey("/V").isDictionary()) return no_signature;
    return MeasureFilled(RegionsOf(document, field, field.getKey("/V"), pdf));
  } catch (const std::exception& error) {
    return Failure{internal::Reason(error)};
  }
}

}  // namespace dossier::pdf
