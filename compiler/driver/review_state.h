// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "compiler/driver/intake.h"
#include "compiler/driver/session.h"
#include "compiler/foundation/digest.h"

namespace dossier::driver {

/// What reviews.yaml says of an exhibit as its files are now.
enum class ReviewState {
  kNothingToReview,  // it has no file, or one of them is not there
  kUnreviewed,
  kChangedSince,  // somebody looked at other bytes
  kReviewed,
};

struct ExhibitReview {
  ReviewState state = ReviewState::kUnreviewed;
  /// The last one that decides: of these bytes, else of others. Null without any.
  const model::Review* review = nullptr;
};

/// Digests of the files of an exhibit, in their order; empty when one is not there.
[[nodiscard]] std::vector<Digest> StateOf(const std::vector<ExhibitFile>& files);

/// In step with the register.
[[nodiscard]] std::vector<ExhibitReview> ReviewsOf(const model::Case& loaded, const Intake& intake);

/// Says nothing of a case without reviews. Reports: D0202 for a review of what is no exhibit, D0743,
/// D0744 once for all exhibits that nobody reviewed.
void ReportReviews(Session& session, const Intake& intake);

}  // namespace dossier::driver
