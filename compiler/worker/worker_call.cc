// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/worker/worker_call.h"

#include <charconv>
#include <vector>

namespace dossier::worker {
namespace {

template <typename T>
bool ReadNumber(std::string_view text, T& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size();
}

std::vector<std::string_view> Words(std::string_view message) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < message.size();) {
    const std::size_t end = message.find('\0', at);
    if (end == std::string_view::npos) return {};
    words.push_back(message.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

}  // namespace

std::string WriteCall(const WorkerCall& call) {
  std::string message;
  for (const std::string& word :
       {call.task, std::to_string(call.address_space), std::to_string(call.cpu_seconds),
        std::to_string(call.milliseconds_per_page), std::string(call.may_stay_open ? "1" : "0")}) {
    message.append(word).push_back('\0');
  }
  return message;
}

Result<WorkerCall> ReadCall(std::string_view message) {
  const auto words = Words(message);
  WorkerCall call;
  if (words.size() != 5 || !ReadNumber(words[1], call.address_space) ||
      !ReadNumber(words[2], call.cpu_seconds) || !ReadNumber(words[3], call.milliseconds_per_page) ||
      call.cpu_seconds < 1) {
    return Failure{"no call that dossier makes"};
  }
  call.task = words[0];
  call.may_stay_open = words[4] == "1";
  return call;
}

std::array<char, Ending::kSize> Ending::Write() const {
  std::array<char, kSize> bytes{started ? 'E' : 'F'};
  for (std::size_t i = 1; i < kSize; ++i) {
    bytes[i] = static_cast<char>(static_cast<std::uint32_t>(value) >> (8 * (i - 1)));
  }
  return bytes;
}

Ending Ending::Read(const std::array<char, kSize>& bytes) {
  std::uint32_t value = 0;
  for (std::size_t i = kSize; i-- > 1;) value = value << 8 | static_cast<unsigned char>(bytes[i]);
  return {.started = bytes[0] == 'E', .value = static_cast<std::int32_t>(value)};
}

}  // namespace dossier::worker
