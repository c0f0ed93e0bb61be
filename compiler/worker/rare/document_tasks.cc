// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include "compiler/capture/warc.h"
#include "compiler/inspect/facts_codec.h"
#include "compiler/inspect/read_text.h"
#include "compiler/mail/email.h"
#include "compiler/mail/mhtml.h"
#include "compiler/office/docx.h"
#include "compiler/office/odt.h"
#include "compiler/worker/rare/rare_tasks.h"

namespace dossier::worker {
namespace {

Result<Bytes> Answer(Result<inspect::ExhibitFacts> facts) {
  if (!facts) return facts.failure();
  facts->paragraphs = inspect::NumberBlocks(facts->blocks);
  return inspect::EncodeFacts(*facts);
}

}  // namespace

Result<Bytes> InspectDocx(ByteView input, const AnnouncePages&) { return Answer(office::ReadDocx(input)); }
Result<Bytes> InspectOdt(ByteView input, const AnnouncePages&) { return Answer(office::ReadOdt(input)); }
Result<Bytes> InspectEmail(ByteView input, const AnnouncePages&) { return Answer(mail::ReadEmail(input)); }
Result<Bytes> InspectMhtml(ByteView input, const AnnouncePages&) { return Answer(mail::ReadMhtml(input)); }
Result<Bytes> InspectWarc(ByteView input, const AnnouncePages&) { return Answer(capture::ReadWarc(input)); }
Result<Bytes> InspectWacz(ByteView input, const AnnouncePages&) { return Answer(capture::ReadWacz(input)); }

}  // namespace dossier::worker
