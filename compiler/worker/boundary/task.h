// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string_view>

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"

namespace dossier::worker {

/// Tells the parent how many pages the work has, before it begins, so that it waits long enough.
using AnnouncePages = std::function<void(int pages)>;

/// One thing a worker can do. The failure is shown to the user as it is.
struct Task {
  std::string_view name;
  Result<Bytes> (*run)(ByteView input, const AnnouncePages& announce) = nullptr;
};

}  // namespace dossier::worker
