// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <openssl/ts.h>

#include "compiler/crypto/openssl_types.h"
#include "compiler/crypto/time_stamp.h"

/// The signature of a time-stamp token. For the sources of this folder only.
namespace dossier::crypto::internal {

/// Fills what `stamp` says of its signature and its signer.
void CheckTokenSignature(CMS_ContentInfo* cms, TimeStamp& stamp);

}  // namespace dossier::crypto::internal
