// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/cli/limits.h"

namespace dossier::cli {
namespace {

using std::chrono::milliseconds;

constexpr int kMillisecondsPerSecond = 1000;
constexpr int kMebibyteShift = 20;

constexpr LimitEntry kLimits[] = {
    {"seconds", "s", "time for one file, before its pages are known", 86'400,
     [](worker::Limits& limits, int number) { limits.wall = milliseconds(number) * kMillisecondsPerSecond; },
     [](const worker::Limits& limits) { return static_cast<int>(limits.wall.count() / kMillisecondsPerSecond); }},
    {"milliseconds-per-page", "ms", "added for every page", 600'000,
     [](worker::Limits& limits, int number) { limits.wall_per_page = milliseconds(number); },
     [](const worker::Limits& limits) { return static_cast<int>(limits.wall_per_page.count()); }},
    {"memory", "MiB", "address space", 65'536,
     [](worker::Limits& limits, int number) { limits.address_space = static_cast<std::uint64_t>(number) << kMebibyteShift; },
     [](const worker::Limits& limits) { return static_cast<int>(limits.address_space >> kMebibyteShift); }},
    {"answer", "MiB", "what the reader may tell of one file", 4'096,
     [](worker::Limits& limits, int number) { limits.answer = static_cast<std::uint64_t>(number) << kMebibyteShift; },
     [](const worker::Limits& limits) { return static_cast<int>(limits.answer >> kMebibyteShift); }},
};

std::string Padded(std::string text, std::size_t width) {
  if (text.size() < width) text.append(width - text.size(), ' ');
  return text;
}

}  // namespace

std::span<const LimitEntry> Limits() { return kLimits; }

const LimitEntry* FindLimit(std::string_view name) {
  for (const LimitEntry& entry : kLimits) {
    if (entry.name == name) return &entry;
  }
  return nullptr;
}

std::string LimitsText() {
  std::string out =
      "What one exhibit may use while it is read. A file that wants more is reported (D0703), and\n"
      "the others go on.\n\n";
  const worker::Limits usual;
  for (const LimitEntry& entry : kLimits) {
    out += "  " + Padded(std::string(entry.name), 24) +
           Padded(std::to_string(entry.get(usual)) + " " + std::string(entry.unit), 10) + std::string(entry.help) + "\n";
  }
  out +=
      "\n`--limit memory=2048` changes one for a run. Not to be changed: 512 MiB a file, 10,000\n"
      "pages, 60 MiB of text, 100 million pixels a picture; the reader writes no file, opens no\n"
      "connection and starts no program.\n";
  return out;
}

}  // namespace dossier::cli
