// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "compiler/worker/boundary/task.h"

namespace dossier::worker {

/// The tasks of compiler/inspect/tasks.h whose `SuffixOf` is "-rare". Each reads one kind of file and
/// answers `EncodeFacts`.
Result<Bytes> InspectPng(ByteView input, const AnnouncePages& announce);
Result<Bytes> InspectJpeg(ByteView input, const AnnouncePages& announce);
Result<Bytes> InspectTiff(ByteView input, const AnnouncePages& announce);

/// One page of a PNG, JPEG or TIFF (`inspect::PictureWish`): width, height, rows.
Result<Bytes> MakePicture(ByteView input, const AnnouncePages& announce);

/// Documents without pages: office files, mail, saved pages, web archives.
Result<Bytes> InspectDocx(ByteView input, const AnnouncePages& announce);
Result<Bytes> InspectOdt(ByteView input, const AnnouncePages& announce);
Result<Bytes> InspectEmail(ByteView input, const AnnouncePages& announce);
Result<Bytes> InspectMhtml(ByteView input, const AnnouncePages& announce);
Result<Bytes> InspectWarc(ByteView input, const AnnouncePages& announce);
Result<Bytes> InspectWacz(ByteView input, const AnnouncePages& announce);

/// `kSelfTestText`, converted from UTF-16 by the tables that mail and office files need.
Result<Bytes> RareSelfTest(ByteView input, const AnnouncePages& announce);

}  // namespace dossier::worker
