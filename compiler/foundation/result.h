// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>
#include <variant>

#include "compiler/foundation/check.h"

namespace dossier {

/// Why the world said no: a file that cannot be read, a library that refused, a key that is locked.
///
/// One sentence in lower case without a final stop, for a person. The caller turns it into a
/// diagnostic; a failure is never shown by itself.
struct Failure {
  std::string reason;
};

/// A value, or the reason why there is none.
///
/// For answers of the outside world and of libraries. Findings about the user's input travel in a
/// `diagnostics::Sink` instead.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}             // NOLINT: implicit by design
  Result(Failure failure) : state_(std::move(failure)) {}   // NOLINT: implicit by design

  [[nodiscard]] bool ok() const { return std::holds_alternative<T>(state_); }
  explicit operator bool() const { return ok(); }

  /// Needs: `ok()`.
  [[nodiscard]] T& value() & { Demand(); return std::get<T>(state_); }
  [[nodiscard]] const T& value() const& { Demand(); return std::get<T>(state_); }
  [[nodiscard]] T&& value() && { Demand(); return std::get<T>(std::move(state_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  /// Needs: not `ok()`.
  [[nodiscard]] const Failure& failure() const {
    DOSSIER_CHECK(!ok(), "a result has a failure when it has no value");
    return std::get<Failure>(state_);
  }

 private:
  void Demand() const { DOSSIER_CHECK(ok(), "the value of a failed result was used"); }

  std::variant<T, Failure> state_;
};

/// Success without a value.
struct Done {};

}  // namespace dossier
