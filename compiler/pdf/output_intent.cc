// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/colour_profile.h"
#include "compiler/pdf/import_page.h"
#include "compiler/pdf/writer_state.h"

namespace dossier::pdf::internal {

QPDFObjectHandle MakeOutputIntents(QPDF& document, Archive archive) {
  const ProfileVersion version =
      archive == Archive::kNone ? ProfileVersion::k4 : ProfileVersion::k2;
  QPDFObjectHandle profile = CompressedStream(document, SrgbProfile(version));
  profile.getDict().replaceKey("/N", QPDFObjectHandle::newInteger(3));
  QPDFObjectHandle intent = QPDFObjectHandle::parse(
      "<< /Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1) "
      "/RegistryName (http://www.color.org) /Info (sRGB IEC61966-2.1) >>");
  intent.replaceKey("/DestOutputProfile", profile);
  return QPDFObjectHandle::newArray({intent});
}

}  // namespace dossier::pdf::internal
