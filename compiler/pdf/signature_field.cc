// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/open.h"
#include "compiler/pdf/signature_slot.h"
#include "compiler/pdf/text_string.h"
#include "compiler/pdf/writer_state.h"

namespace dossier::pdf {

namespace {

std::string KeyName(std::string_view slot) { return std::string(slot.substr(0, slot.find(' '))); }

QPDFObjectHandle MakeSignatureObject(QPDF& document) {
  QPDFObjectHandle signature = QPDFObjectHandle::parse(
      "<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /ByteRange [" +
      std::string(kPreparedByteRange) + "] /M (" + std::string(kPreparedDate) +
      ") /Reference [ << /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type "
      "/TransformParams /P 1 /V /1.2 >> >> ] >>");
  signature.replaceKey("/Contents", QPDFObjectHandle::newString(std::string(kContentsBytes, '\0')));
  return document.makeIndirectObject(signature);
}

}  // namespace

Result<Done> BundleWriter::ReserveSignature(const SignatureWidget& widget) {
  if (widget.page < 0 || widget.page >= page_count()) {
    return Failure{"the signature is to stand on a page that does not exist"};
  }
  try {
    QPDF& document = *state_->document;
    QPDFObjectHandle page = state_->pages[static_cast<std::size_t>(widget.page)];
    QPDFObjectHandle signature = MakeSignatureObject(document);
    QPDFObjectHandle field = document.makeIndirectObject(QPDFObjectHandle::parse(
        "<< /Type /Annot /Subtype /Widget /FT /Sig /T (Signature1) /F 132 >>"));
    field.replaceKey("/Rect", internal::RectangleArray(widget.box));
    field.replaceKey("/P", page);
    field.replaceKey(KeyName(kPreparedValueKey), signature);
    if (widget.drawing) {
      QPDFObjectHandle form =
          internal::HelperForm(state_->brief_pages.at(static_cast<std::size_t>(*widget.drawing)));
      QPDFObjectHandle appearance = QPDFObjectHandle::newDictionary();
      appearance.replaceKey("/N", form);
      field.replaceKey("/AP", appearance);
    }
    internal::AddAnnotation(page, field);
    if (!widget.spoken.words.empty()) {
      field.replaceKey("/TU", internal::TextString(widget.spoken.words));
    }
    // Also a field that is not seen has its place in the structure.
    structure::Tree& tree = state_->structure.tree;
    const int element = widget.spoken.element >= 0 || tree.elements.empty()
                            ? widget.spoken.element
                            : tree.Add({.role = structure::Role::kForm, .parent = 0});
    state_->Own({.element = element, .words = {}}, widget.page, field);
    QPDFObjectHandle form = QPDFObjectHandle::parse("<< /SigFlags 0 >>");
    form.replaceKey("/Fields", QPDFObjectHandle::newArray({field}));
    state_->catalog["/AcroForm"] = form;
    QPDFObjectHandle permissions = QPDFObjectHandle::newDictionary();
    permissions.replaceKey("/DocMDP", signature);
    state_->catalog[KeyName(kPreparedPermissionsKey)] = permissions;
  } catch (const std::exception& error) {
    return Failure{internal::Reason(error)};
  }
  return Done{};
}

}  // namespace dossier::pdf
