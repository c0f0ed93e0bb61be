// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/reviewing.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <utility>

#include "compiler/driver/filing_checks.h"
#include "compiler/driver/locate.h"
#include "compiler/driver/review_state.h"
#include "compiler/driver/showing.h"
#include "compiler/foundation/suggest.h"
#include "compiler/foundation/utf8.h"
#include "compiler/io/output_folder.h"
#include "compiler/io/standard_output.h"
#include "compiler/load/reviews.h"
#include "compiler/report/escape.h"
#include "compiler/report/text_report.h"

namespace dossier::driver {
namespace {

constexpr std::uint64_t kMostReviewBytes = std::uint64_t{16} << 20;

/// The case and the exhibits that the arguments name.
struct Arguments {
  Request of_case;
  std::vector<std::string> exhibits;
};

Arguments Split(const Request& request) {
  Arguments split{.of_case = request, .exhibits = request.arguments};
  split.of_case.arguments.clear();
  if (!split.exhibits.empty() && FindCase(split.exhibits.front())) {
    split.of_case.arguments = {split.exhibits.front()};
    split.exhibits.erase(split.exhibits.begin());
  }
  return split;
}

ExitCode ShowFindings(const Session& session, const Request& request, ExitCode code) {
  const report::TextStyle style{.color = UseColor(request, STDERR_FILENO)};
  const bool shown = io::WriteStderr(report::FindingsAsText(session.sink.findings(), session.sources, style)).ok();
  return shown ? code : ExitCode::kOutputFailed;
}

ExitCode RefuseUnknown(const std::string& id, const model::Case& loaded) {
  std::vector<std::string_view> known;
  for (const model::Exhibit& exhibit : loaded.exhibits) known.push_back(exhibit.id.value);
  const auto near = Closest(id, known);
  return Refuse(ExitCode::kUsage, "there is no exhibit \"" + report::Printable(id) + "\"" +
                                      (near ? "; did you mean \"" + std::string(*near) + "\"?" : std::string()));
}

std::string WordsOf(const ExhibitReview& review) {
  const auto by = [&] {
    std::string words = report::Printable(review.review->by);
    if (review.review->on.date) words += ", " + review.review->on.date->ToString();
    return words;
  };
  switch (review.state) {
    case ReviewState::kNothingToReview:
      return "no file to review";
    case ReviewState::kUnreviewed:
      return "unreviewed";
    case ReviewState::kChangedSince:
      return "changed since  " + by();
    case ReviewState::kReviewed:
      return "reviewed       " + by();
  }
  return {};
}

/// One exhibit a line, then the counts.
std::string Listing(const model::Case& loaded, const std::vector<ExhibitReview>& reviews) {
  std::size_t width = 0;
  for (const model::Exhibit& exhibit : loaded.exhibits) width = std::max(width, exhibit.id.value.size());
  std::string text;
  std::array<int, 4> counts{};
  for (std::size_t i = 0; i < reviews.size(); ++i) {
    const std::string& id = loaded.exhibits[i].id.value;
    text += id + std::string(width - id.size() + 2, ' ') + WordsOf(reviews[i]) + "\n";
    ++counts[static_cast<std::size_t>(reviews[i].state)];
  }
  const auto count = [&](ReviewState state) { return std::to_string(counts[static_cast<std::size_t>(state)]); };
  return text + count(ReviewState::kReviewed) + " reviewed, " + count(ReviewState::kChangedSince) + " changed since, " +
         count(ReviewState::kUnreviewed) + " unreviewed\n";
}

/// Reads, adds and writes under the lock of the folder, so that two people who review at once lose
/// nothing.
Result<Done> Append(const Session& session, const std::vector<model::Review>& added) {
  Result<io::OutputFolder> folder = io::OutputFolder::Open(session.folder);
  if (!folder) return folder.failure();
  const io::ReadResult before = session.files->Read(load::kReviewsPath, kMostReviewBytes);
  if (!before && before.error().kind != io::ReadErrorKind::kMissing) {
    return Failure{"reviews.yaml: " + before.error().reason};
  }
  const Result<std::string> text = load::WithReviews(before ? ByteView(before.value()) : ByteView(), added);
  if (!text) return text.failure();
  return folder->WriteAll({{.name = std::string(load::kReviewsPath), .bytes = *text}});
}

ExitCode Record(const Session& session, const Intake& intake, const Arguments& arguments, const Request& request) {
  std::vector<model::Review> added;
  for (const std::string& id : arguments.exhibits) {
    const model::Exhibit* exhibit = session.loaded->FindExhibit(id);
    if (exhibit == nullptr) return RefuseUnknown(id, *session.loaded);
    const auto index = static_cast<std::size_t>(exhibit - session.loaded->exhibits.data());
    model::Review review{.exhibit = {id, {}}, .by = request.by, .sha256 = StateOf(intake.files[index]), .on = {},
                         .note = request.note, .span = {}};
    if (review.sha256.empty()) {
      return Refuse(ExitCode::kFindings, "exhibit " + id + " has no file to review; nothing was written");
    }
    review.on.date = TodayOf(request);
    added.push_back(std::move(review));
  }
  if (const Result<Done> written = Append(session, added); !written) {
    return Refuse(ExitCode::kOutputFailed, written.failure().reason);
  }
  if (request.quiet) return ExitCode::kClean;
  std::string text = "recorded in reviews.yaml:";
  for (const std::string& id : arguments.exhibits) text += " " + id;
  return ShowResult(text + "\n", "");
}

}  // namespace

ExitCode ReviewCommand(const Request& request) {
  const Arguments arguments = Split(request);
  if (arguments.exhibits.empty() && !request.by.empty()) {
    return Refuse(ExitCode::kUsage, "--by wants the exhibits that were reviewed: dossier review EXHIBIT --by NAME");
  }
  if (!arguments.exhibits.empty() && request.by.empty()) {
    return Refuse(ExitCode::kUsage, "a review wants a name: dossier review EXHIBIT --by NAME");
  }
  if (!utf8::IsValid(request.by) || !utf8::IsValid(request.note)) {
    return Refuse(ExitCode::kUsage, "the name and the note must be UTF-8");
  }
  Session session = OpenSession(arguments.of_case);
  if (!session.loaded) return ShowFindings(session, request, ExitCode::kNotLoaded);
  const Intake intake = TakeIn(session, request);
  if (!arguments.exhibits.empty()) return Record(session, intake, arguments, request);
  return ShowResult(Listing(*session.loaded, ReviewsOf(*session.loaded, intake)), request.output);
}

}  // namespace dossier::driver
