// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/crypto/library.h"

#include <openssl/crypto.h>
#include <openssl/err.h>

namespace dossier::crypto::internal {

void StartLibrary() {
  static const int started = OPENSSL_init_crypto(OPENSSL_INIT_NO_LOAD_CONFIG, nullptr);
  static_cast<void>(started);
}

void ClearErrors() { ERR_clear_error(); }

}  // namespace dossier::crypto::internal
