// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/contents.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

namespace dossier::driver {
namespace {

using diagnostics::Arg;
using diagnostics::Finding;
using diagnostics::Id;
using diagnostics::Kind;
using diagnostics::Number;
using inspect::CaptureRecord;
using inspect::ExhibitFacts;
using inspect::MediaType;
using inspect::Oddity;
using inspect::OddityKind;

/// Kinds of files whose oddities are told here.
bool IsDocument(MediaType media) {
  return media == MediaType::kDocx || media == MediaType::kOdt || media == MediaType::kEmail ||
         media == MediaType::kMhtml || media == MediaType::kWarc || media == MediaType::kWacz ||
         media == MediaType::kHtml;
}

bool IsWebPage(MediaType media) {
  return media != MediaType::kDocx && media != MediaType::kOdt && media != MediaType::kEmail;
}

/// All oddities of one kind as one: how often, what, and what the first says.
struct Summary {
  int count = 0;
  std::string list;   // every detail, the first few
  std::string first;
};

Summary Gather(const ExhibitFacts& facts, OddityKind kind) {
  constexpr int kMostListed = 5;
  Summary summary;
  int kinds = 0;
  for (const Oddity& oddity : facts.oddities) {
    if (oddity.kind != kind) continue;
    summary.count += oddity.count;
    if (kinds == 0) summary.first = oddity.detail;
    if (++kinds <= kMostListed) {
      summary.list += (kinds == 1 ? "" : "; ") + oddity.detail;
      if (oddity.count > 1 && oddity.kind == OddityKind::kDigestDiffers) summary.list += " (" + std::to_string(oddity.count) + " times)";
    }
  }
  if (kinds > kMostListed) summary.list += "; and " + std::to_string(kinds - kMostListed) + " more";
  return summary;
}

/// Counts of one sort of captured thing by what became of its digests.
struct Proofs {
  int all = 0, hold = 0, none = 0;

  void Add(CaptureRecord::Proof proof) {
    ++all;
    hold += proof == CaptureRecord::Proof::kHolds ? 1 : 0;
    none += proof == CaptureRecord::Proof::kNone ? 1 : 0;
  }
  /// "the digests of 3 of 4 records hold, 1 states none"
  [[nodiscard]] std::string InWords(std::string_view things) const {
    std::string words = "the digests of " + std::to_string(hold) + " of " + std::to_string(all) + " " +
                        std::string(things) + " hold";
    if (none > 0) words += ", " + std::to_string(none) + (none == 1 ? " states none" : " state none");
    return words;
  }
};

bool IsAddress(std::string_view url) { return url.find(':') != std::string_view::npos; }

/// What the file can be compared with inside of itself; empty when there is nothing.
std::string OwnProofs(const ExhibitFacts& facts) {
  Proofs records, files;
  for (const CaptureRecord& capture : facts.captures) (IsAddress(capture.url) ? records : files).Add(capture.proof);
  std::string words;
  const bool archive = facts.media == MediaType::kWarc || facts.media == MediaType::kWacz;
  if (archive && records.all > 0) words = records.InWords("records");
  if (archive && files.all > 0) words += (words.empty() ? "" : "; ") + files.InWords("files of the package");
  const Summary signatures = Gather(facts, OddityKind::kUncheckedSignature);
  if (signatures.count > 0) words += (words.empty() ? "" : "; ") + signatures.list + ", not checked";
  return words;
}

/// One exhibit file and where to report.
class Reporter {
 public:
  Reporter(const model::Exhibit& exhibit, const model::Text& path, diagnostics::Sink& sink)
      : exhibit_(exhibit), path_(path), sink_(sink) {}

  void Say(Kind kind, std::vector<Arg> args, diagnostics::Text hint, std::optional<diagnostics::Level> level = {}) {
    Finding finding{.kind = kind, .args = {Id(exhibit_.id.value)}, .place = path_.span, .exhibits = {exhibit_.id.value}};
    finding.args.insert(finding.args.end(), args.begin(), args.end());
    finding.hint = std::move(hint);
    finding.level = level;
    sink_.Report(std::move(finding));
  }

 private:
  const model::Exhibit& exhibit_;
  const model::Text& path_;
  diagnostics::Sink& sink_;
};

}  // namespace

void ReportContents(const model::Exhibit& exhibit, const model::Text& path, const ExhibitFacts& facts,
                    diagnostics::Sink& sink) {
  if (!IsDocument(facts.media)) return;
  Reporter reporter(exhibit, path, sink);
  if (const Summary changes = Gather(facts, OddityKind::kTrackedChange); changes.count > 0) {
    reporter.Say(Kind::kTrackedChanges, {changes.list},
                 "accept or reject the changes in a copy and register that, or say in the title which version it is");
  }
  if (const Summary comments = Gather(facts, OddityKind::kComment); comments.count > 0) {
    reporter.Say(Kind::kCommentsLeftOut, {comments.list}, "print the comments to a PDF if they are part of the evidence");
  }
  if (const Summary hidden = Gather(facts, OddityKind::kHiddenPart); hidden.count > 0) {
    // Nearly every web page hides menus; in a document somebody did it by hand.
    const auto level = IsWebPage(facts.media) ? diagnostics::Level::kNote : diagnostics::Level::kWarning;
    reporter.Say(Kind::kHiddenText, {Number(hidden.count), hidden.first},
                 "open the file and look; quotations are compared with what is shown", level);
  }
  if (const Summary broken = Gather(facts, OddityKind::kDigestDiffers); broken.count > 0) {
    reporter.Say(Kind::kStatedDigestDiffers, {broken.list},
                 "get the file again from whoever made it; it was damaged or changed after it was captured");
  }
  if (const std::string proofs = OwnProofs(facts); !proofs.empty()) reporter.Say(Kind::kOwnProofs, {proofs}, {});
  if (const Summary unread = Gather(facts, OddityKind::kUnreadPart); unread.count > 0) {
    reporter.Say(Kind::kUnreadParts, {unread.list}, "print the file to a PDF and register that too if these parts matter");
  }
  if (const Summary outside = Gather(facts, OddityKind::kReference); outside.count > 0) {
    reporter.Say(Kind::kOutsideReferences, {Number(outside.count), outside.first}, {});
  }
}

void ReportAttachments(const std::vector<model::Exhibit>& exhibits, const Intake& intake, diagnostics::Sink& sink) {
  constexpr std::size_t kMostListed = 5;
  std::map<Digest, std::string> registered;  // exhibit of each file
  for (std::size_t i = 0; i < exhibits.size(); ++i) {
    for (const ExhibitFile& file : intake.files[i]) {
      if (file.present) registered.emplace(file.inspection.sha256, exhibits[i].id.value);
    }
  }
  for (std::size_t i = 0; i < exhibits.size(); ++i) {
    for (std::size_t j = 0; j < intake.files[i].size(); ++j) {
      const auto& facts = intake.files[i][j].inspection.facts;
      if (!facts || facts->attachments.empty()) continue;
      Reporter reporter(exhibits[i], exhibits[i].files[j].file, sink);
      std::string missing;
      std::size_t count = 0;
      for (const inspect::Attachment& attachment : facts->attachments) {
        const auto found = registered.find(attachment.sha256);
        if (found != registered.end()) {
          reporter.Say(Kind::kAttachmentRegistered, {attachment.name, Id(found->second)}, {});
        } else if (++count <= kMostListed) {
          missing += (missing.empty() ? "" : ", ") + attachment.name;
        }
      }
      if (count == 0) continue;
      if (count > kMostListed) missing += ", and " + std::to_string(count - kMostListed) + " more";
      reporter.Say(Kind::kAttachmentUnregistered,
                   {Number(static_cast<long long>(count)), Number(static_cast<long long>(facts->attachments.size())), missing},
                   "save an attachment that matters under files/ and register it as an exhibit of its own");
    }
  }
}

}  // namespace dossier::driver
