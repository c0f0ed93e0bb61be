// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tests/unit/evaluate/world.h"

/// Cases made from a seed, and the additions whose effect the properties of DESIGN section 5 bind.
namespace dossier::evaluate::testing {

/// A small generator of its own, so that a seed means the same case on every machine.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed * 2654435769U + 1) {}
  /// From 0 to `sides - 1`.
  int Roll(int sides);
  bool Chance(int in_a_hundred) { return Roll(100) < in_a_hundred; }

 private:
  std::uint64_t state_;
};

/// Rules of every operator, nested, with references, conditions, exceptions, transitional entries,
/// sides of a choice of law, rules that switch others off, and an objection.
model::RulePack RandomPack(Dice& dice);

/// Facts that the conditions of such rules read, some of them left open, and incidents.
void RandomCircumstances(World& world, Dice& dice);

/// Evidence for and against at random places of `world.pack`, with all that makes an item poor.
void FileAtRandom(World& world, Dice& dice, int items);

/// Adds one readable item at positive polarity. False when the pack has no need.
bool AddPositive(World& world, Dice& dice);
/// Adds one answer to an item that has none of it. False when nothing stands against anything.
bool AddAnswer(World& world, Dice& dice);
/// Adds one item at negative polarity, without an answer.
void AddNegative(World& world, Dice& dice);

}  // namespace dossier::evaluate::testing
