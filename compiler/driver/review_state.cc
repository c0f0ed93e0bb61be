// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/review_state.h"

#include <algorithm>
#include <span>
#include <string>
#include <utility>

#include "compiler/foundation/joined.h"
#include "compiler/load/reviews.h"

namespace dossier::driver {
namespace {

using diagnostics::Finding;
using diagnostics::Id;
using diagnostics::Kind;
using diagnostics::Number;
using diagnostics::Place;

constexpr std::size_t kMostNamed = 10;

ExhibitReview ReviewOf(const model::Case& loaded, const model::Exhibit& exhibit, const std::vector<ExhibitFile>& files) {
  ExhibitReview found;
  const std::vector<Digest> now = StateOf(files);
  if (now.empty()) return {.state = ReviewState::kNothingToReview};
  for (const model::Review& review : loaded.reviews) {
    if (review.exhibit.value != exhibit.id.value) continue;
    const bool same = review.sha256 == now;
    if (!same && found.state == ReviewState::kReviewed) continue;
    found = {.state = same ? ReviewState::kReviewed : ReviewState::kChangedSince, .review = &review};
  }
  return found;
}

void ReportUnknown(const model::Case& loaded, diagnostics::Sink& sink) {
  for (const model::Review& review : loaded.reviews) {
    if (loaded.FindExhibit(review.exhibit.value) != nullptr) continue;
    sink.Report({.kind = Kind::kUnknownExhibit,
                 .args = {Id(review.exhibit.value)},
                 .place = review.exhibit.span,
                 .hint = "correct the id, or delete this review"});
  }
}

/// "e01, e02 and 3 more".
std::string Listed(const std::vector<std::string>& ids) {
  std::string words = Joined(std::span(ids).first(std::min(ids.size(), kMostNamed)));
  if (ids.size() > kMostNamed) words += " and " + std::to_string(ids.size() - kMostNamed) + " more";
  return words;
}

void ReportChangedSince(const model::Exhibit& exhibit, const model::Review& review, diagnostics::Sink& sink) {
  sink.Report({.kind = Kind::kReviewOutdated,
               .args = {Id(exhibit.id.value), review.by},
               .place = review.span,
               .exhibits = {exhibit.id.value},
               .related = {{"the exhibit is registered here", exhibit.id.span}},
               .hint = {"look at it again, then run `dossier review {0} --by NAME`", {Id(exhibit.id.value)}}});
}

}  // namespace

std::vector<Digest> StateOf(const std::vector<ExhibitFile>& files) {
  std::vector<Digest> state;
  for (const ExhibitFile& file : files) {
    if (!file.present) return {};
    state.push_back(file.inspection.sha256);
  }
  return state;
}

std::vector<ExhibitReview> ReviewsOf(const model::Case& loaded, const Intake& intake) {
  std::vector<ExhibitReview> reviews;
  for (std::size_t i = 0; i < loaded.exhibits.size(); ++i) {
    reviews.push_back(ReviewOf(loaded, loaded.exhibits[i], intake.files[i]));
  }
  return reviews;
}

void ReportReviews(Session& session, const Intake& intake) {
  const model::Case& loaded = *session.loaded;
  if (loaded.reviews.empty()) return;
  ReportUnknown(loaded, session.sink);
  const std::vector<ExhibitReview> reviews = ReviewsOf(loaded, intake);
  std::vector<std::string> unreviewed;
  std::size_t reviewable = 0;
  for (std::size_t i = 0; i < reviews.size(); ++i) {
    if (reviews[i].state == ReviewState::kNothingToReview) continue;
    ++reviewable;
    if (reviews[i].state == ReviewState::kUnreviewed) unreviewed.push_back(loaded.exhibits[i].id.value);
    if (reviews[i].state == ReviewState::kChangedSince) {
      ReportChangedSince(loaded.exhibits[i], *reviews[i].review, session.sink);
    }
  }
  if (unreviewed.empty()) return;
  session.sink.Report({.kind = Kind::kNotReviewed,
                       .args = {Number(static_cast<long long>(unreviewed.size())),
                                Number(static_cast<long long>(reviewable)), Id(Listed(unreviewed))},
                       .place = Place::InFile(std::string(load::kReviewsPath)),
                       .exhibits = unreviewed,
                       .hint = "`dossier review EXHIBIT --by NAME` records who looked"});
}

}  // namespace dossier::driver
