// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

/// The exact text of a reserved and of a filled signature. `pdf` reserves, `sign` fills, `verify`
/// demands; the three agree because they read this page.
///
/// A prepared file carries the signature object under a private key of its field, and the same
/// object under a private key of the catalog, so that readers see an empty signature field and not
/// a broken signature. Filling changes bytes in place and none of their number.
namespace dossier::pdf {

// A name and, after it, as many blanks as keep the length.
inline constexpr std::string_view kPreparedValueKey = "/DsrV ";
inline constexpr std::string_view kSignedValueKey = "/V    ";
inline constexpr std::string_view kPreparedPermissionsKey = "/DsrPm ";
inline constexpr std::string_view kSignedPermissionsKey = "/Perms ";
inline constexpr std::string_view kPreparedFlags = "/SigFlags 0";
inline constexpr std::string_view kSignedFlags = "/SigFlags 3";

/// Inside the brackets of /ByteRange, as qpdf writes it; filled with numbers and trailing blanks.
inline constexpr std::string_view kPreparedByteRange = " 0 999999999 999999999 999999999 ";
/// Inside the parentheses of /M: room for D:YYYYMMDDHHMMSSZ and its sign (ISO 32000-1, 7.9.4).
inline constexpr std::string_view kPreparedDate = "                 ";
/// Bytes reserved for the CMS; /Contents has two hexadecimal digits for each, and < and >.
inline constexpr std::size_t kContentsBytes = std::size_t{32} * 1024;
/// Nine digits must be able to say every offset.
inline constexpr std::size_t kMaxSignedFile = 999'999'999;

/// Key of the catalog under which the manifest stream is kept.
inline constexpr std::string_view kManifestKey = "/DsrManifest";

}  // namespace dossier::pdf
