// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/pdf/opened_file.h"

#include <utility>

#include "compiler/pdf/open.h"

namespace dossier::pdf {

OpenedFile::OpenedFile(std::unique_ptr<State> state) : state_(std::move(state)) {}
OpenedFile::OpenedFile(OpenedFile&&) noexcept = default;
OpenedFile& OpenedFile::operator=(OpenedFile&&) noexcept = default;
OpenedFile::~OpenedFile() = default;

Result<OpenedFile> OpenedFile::Open(ByteView pdf) {
  Result<internal::Opened> opened = internal::Open(pdf, internal::Damage::kRefuse);
  if (!opened) return opened.failure();
  if (opened->encrypted) return Failure{"the file is encrypted"};
  return OpenedFile(std::make_unique<State>(State{.bytes = pdf, .document = std::move(opened->document)}));
}

ByteView OpenedFile::bytes() const { return state_->bytes; }

}  // namespace dossier::pdf
