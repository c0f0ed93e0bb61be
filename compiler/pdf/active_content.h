// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qpdf/QPDFObjectHandle.hh>
#include <set>
#include <string>

/// What in a PDF acts, hides or reaches out. For the sources of this folder only.
namespace dossier::pdf::internal {

/// Adds the kinds of active or hidden content in `object` itself and in what is directly inside
/// it; indirect references are not followed. Kinds are named as in ISO 32000-1:2008 (12.6.4,
/// 12.5.6, 8.11, 7.11), for example "JavaScript", "Launch", "AA", "EmbeddedFile", "OCG".
///
/// Goes by the type of a dictionary, not by the mere name of a key: a font may be called /JS.
void AddActiveContent(QPDFObjectHandle object, std::set<std::string>& kinds);

/// True when `object` is itself of such a kind, as a dictionary or as a stream.
[[nodiscard]] bool IsActive(QPDFObjectHandle object);

}  // namespace dossier::pdf::internal
