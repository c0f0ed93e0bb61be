// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/inspect/read_transcript.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>
#include <utility>

#include "compiler/foundation/utf8.h"
#include "compiler/inspect/cue_time.h"

namespace dossier::inspect {
namespace {

constexpr std::size_t kMostCues = 1'000'000;

std::string_view Trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\f\v");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\f\v") - begin + 1);
}

std::string_view WithoutMark(std::string_view text) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  if (text.substr(0, kMark.size()) == kMark) text.remove_prefix(kMark.size());
  return text;
}

/// Trimmed lines, at most `most`; ended by \n, \r\n or \r.
std::vector<std::string_view> Lines(std::string_view text, std::size_t most) {
  std::vector<std::string_view> lines;
  text = WithoutMark(text);
  while (!text.empty() && lines.size() < most) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    lines.push_back(Trim(text.substr(0, end)));
    const bool pair = text.substr(end, 2) == "\r\n";
    text.remove_prefix(std::min(end + (pair ? 2 : 1), text.size()));
  }
  return lines;
}

bool IsWebVtt(std::string_view first_line) {
  constexpr std::string_view kMagic = "WEBVTT";
  if (first_line.substr(0, kMagic.size()) != kMagic) return false;
  return first_line.size() == kMagic.size() || first_line[kMagic.size()] == ' ' || first_line[kMagic.size()] == '\t';
}

bool IsNumber(std::string_view line) {
  return !line.empty() && line.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Gathers cues.
class Cues {
 public:
  void Start(std::int64_t at_ms, std::string_view words) {
    Close();
    open_ = {.kind = BlockKind::kParagraph, .level = 0, .number = 0, .text = std::string(words), .at_ms = at_ms};
  }
  void Add(std::string_view words) {
    if (!open_.text.empty() && !words.empty()) open_.text += ' ';
    open_.text += words;
  }
  void Close() {
    if (!Trim(open_.text).empty()) blocks_.push_back(std::move(open_));
    open_ = {};
  }
  [[nodiscard]] bool TooMany() const { return blocks_.size() > kMostCues; }
  std::vector<TextBlock> Take() {
    Close();
    return std::move(blocks_);
  }

 private:
  std::vector<TextBlock> blocks_;
  TextBlock open_;
};

/// WebVTT and SubRip. A line directly above a timing is the name or number of its cue when an empty
/// line stands above it.
void ReadCues(const std::vector<std::string_view>& lines, bool webvtt, Cues& cues, int& left_out) {
  bool skipping = webvtt;  // the head of the file, down to the first empty line
  bool after_blank = true;
  for (std::size_t i = 0; i < lines.size() && !cues.TooMany(); ++i) {
    const std::string_view line = lines[i];
    if (const auto begin = CueBegin(line)) {
      skipping = after_blank = false;
      cues.Start(*begin, "");
      continue;
    }
    if (line.empty()) {
      skipping = false;
      after_blank = true;
      continue;
    }
    const bool names_next = after_blank && i + 1 < lines.size() && CueBegin(lines[i + 1]);
    const std::string_view word = line.substr(0, std::min(line.find(' '), line.size()));
    if (webvtt && after_blank && !names_next && (word == "NOTE" || word == "STYLE" || word == "REGION")) {
      skipping = true;
      left_out += word == "NOTE" ? 1 : 0;
    }
    if (!skipping && !(names_next && (webvtt || IsNumber(line)))) cues.Add(PlainCue(line, webvtt));
    after_blank = false;
  }
}

/// A time at the beginning of a line, in brackets or bare.
std::optional<LeadingTime> TimeOfLine(std::string_view line) {
  const char open = line.empty() ? ' ' : line[0];
  const bool bracket = open == '[' || open == '(';
  auto time = TakeTime(bracket ? line.substr(1) : line);
  if (!time) return std::nullopt;
  if (bracket) {
    if (time->rest.empty() || time->rest[0] != (open == '[' ? ']' : ')')) return std::nullopt;
    time->rest.remove_prefix(1);
  } else if (!time->rest.empty() && time->rest[0] != ' ' && time->rest[0] != '\t') {
    return std::nullopt;
  }
  time->rest = Trim(time->rest);
  return time;
}

void ReadTimedLines(const std::vector<std::string_view>& lines, Cues& cues) {
  for (std::size_t i = 0; i < lines.size() && !cues.TooMany(); ++i) {
    if (const auto time = TimeOfLine(lines[i])) {
      cues.Start(time->at_ms, time->rest);
    } else {
      cues.Add(lines[i]);
    }
  }
}

bool Later(const TextBlock& a, const TextBlock& b) { return a.at_ms < b.at_ms; }

}  // namespace

bool LooksLikeTranscript(ByteView text) {
  constexpr std::size_t kHead = 4096;
  const std::vector<std::string_view> lines = Lines(text.substr(0, kHead), 20);
  if (!lines.empty() && IsWebVtt(lines[0])) return true;
  const auto first = std::find_if(lines.begin(), lines.end(), [](std::string_view line) { return !line.empty(); });
  return first != lines.end() && first + 1 < lines.end() && IsNumber(*first) && CueBegin(first[1]);
}

Result<Transcript> ReadTranscript(ByteView text) {
  if (!utf8::IsValid(text)) return Failure{"it is not text in UTF-8"};
  const std::vector<std::string_view> lines = Lines(text, text.size() + 1);
  const bool webvtt = !lines.empty() && IsWebVtt(lines[0]);
  const bool cued = webvtt || std::any_of(lines.begin(), lines.end(), [](std::string_view line) { return CueBegin(line).has_value(); });
  Cues cues;
  int left_out = 0;
  cued ? ReadCues(lines, webvtt, cues, left_out) : ReadTimedLines(lines, cues);
  if (cues.TooMany()) return Failure{"it has more than " + std::to_string(kMostCues) + " cues"};
  Transcript transcript;
  transcript.blocks = cues.Take();
  const bool timed = std::any_of(transcript.blocks.begin(), transcript.blocks.end(), [](const TextBlock& block) { return block.at_ms >= 0; });
  if (!timed) return Failure{"no time stands in it: neither cues of WebVTT or SubRip nor lines that begin with [hh:mm:ss]"};
  if (!std::is_sorted(transcript.blocks.begin(), transcript.blocks.end(), Later)) {
    std::stable_sort(transcript.blocks.begin(), transcript.blocks.end(), Later);
    transcript.warnings.emplace_back("its cues are not in order of time and were put in order");
  }
  if (left_out > 0) transcript.warnings.push_back("notes that nobody hears were left out: " + std::to_string(left_out));
  return transcript;
}

std::string TimeInWords(std::int64_t milliseconds) {
  const std::int64_t seconds = milliseconds < 0 ? 0 : milliseconds / 1000;
  std::array<char, 40> text{};
  std::snprintf(text.data(), text.size(), "%02lld:%02d:%02d", static_cast<long long>(seconds / 3600),
                static_cast<int>(seconds / 60 % 60), static_cast<int>(seconds % 60));
  return text.data();
}

}  // namespace dossier::inspect
