// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/signature_hole.h"

#include "compiler/pdf/finished_file.h"
#include "compiler/pdf/signature_place.h"

namespace dossier::pdf {

Result<SignatureHole> FindHole(ByteView pdf) {
  const Result<FinishedFile> file = ReadFinished(pdf);
  if (!file) return file.failure();
  const FinishedFile::Signature& signature = file->signature;
  if (signature.is_signed) return Failure{"this file is signed already"};
  if (!signature.prepared) return Failure{"this file was not prepared for a signature"};
  if (!signature.place) return Failure{signature.place_fault};
  if (!signature.certifies || !signature.on_a_page || file->widgets != 1) {
    return Failure{internal::kPlaceTampered};
  }
  if (!file->layout_fault.empty()) return Failure{file->layout_fault};
  if (!file->forbidden.empty()) {
    return Failure{"the file carries something that can act or hide: " + file->forbidden.front()};
  }
  return *signature.place;
}

}  // namespace dossier::pdf
