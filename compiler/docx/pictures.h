// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "compiler/archive/pack.h"
#include "compiler/compose/document.h"
#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"

namespace dossier::docx {

/// Whether the image holds as many pixels as it says.
[[nodiscard]] bool IsSound(const compose::Image& image);

/// The image as PNG (ISO/IEC 15948), eight bits a sample, grey where it is. Needs `IsSound`.
[[nodiscard]] Result<Bytes> PngOf(const compose::Image& image);

/// The pictures of a file, each kept once.
class Pictures {
 public:
  /// The name of its member, "media/image1.png", relative to word/.
  Result<std::string> Add(const compose::Image& image);
  /// A number that no other drawing of the file has.
  [[nodiscard]] int NextDrawing() { return ++drawings_; }
  [[nodiscard]] std::vector<archive::NewMember> Take() { return std::move(members_); }

 private:
  std::vector<std::shared_ptr<const std::string>> known_;
  std::vector<archive::NewMember> members_;
  int drawings_ = 0;
};

}  // namespace dossier::docx
