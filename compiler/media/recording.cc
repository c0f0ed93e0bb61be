// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/media/recording.h"

#include <MediaInfo/MediaInfo.h>

#include <algorithm>
#include <charconv>
#include <exception>
#include <initializer_list>
#include <string_view>

#include "compiler/foundation/utf8.h"
#include "compiler/media/stated_values.h"

namespace dossier::media {
namespace {

using MediaInfoLib::MediaInfo;
using MediaInfoLib::stream_t;

std::string Narrow(const std::wstring& wide) {
  std::string text;
  for (const wchar_t c : wide) utf8::Append(static_cast<char32_t>(c), text);
  return text;
}

/// The first of the names under which the track says something.
std::string First(MediaInfo& info, stream_t kind, std::size_t track, std::initializer_list<const wchar_t*> names) {
  for (const wchar_t* name : names) {
    if (std::string value = Narrow(info.Get(kind, track, name)); !value.empty()) return value;
  }
  return {};
}

std::string General(MediaInfo& info, std::initializer_list<const wchar_t*> names) {
  return First(info, MediaInfoLib::Stream_General, 0, names);
}

int Whole(const std::string& text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value > 0 ? value : 0;
}

void AddNew(std::string text, std::vector<std::string>& list) {
  if (!text.empty() && std::find(list.begin(), list.end(), text) == list.end()) list.push_back(std::move(text));
}

std::size_t Count(MediaInfo& info, stream_t kind) {
  constexpr std::size_t kMostTracks = 100;
  return std::min(info.Count_Get(kind), kMostTracks);
}

/// Gives the whole file to the library, in pieces, from where it asks for them.
void Feed(MediaInfo& info, ByteView file) {
  constexpr std::size_t kPiece = std::size_t{1} << 22;
  constexpr int kMostSeeks = 10'000;
  constexpr std::size_t kAccepted = 8;  // "finished" of MediaInfo's status bits
  std::size_t at = 0;
  int seeks = 0;
  info.Open_Buffer_Init(file.size(), 0);
  while (at < file.size()) {
    const ByteView piece = file.substr(at, kPiece);
    const auto* bytes = reinterpret_cast<const ZenLib::int8u*>(piece.data());
    if ((info.Open_Buffer_Continue(bytes, piece.size()) & kAccepted) != 0) break;
    at += piece.size();
    const ZenLib::int64u wanted = info.Open_Buffer_Continue_GoTo_Get();
    if (wanted == static_cast<ZenLib::int64u>(-1)) continue;
    if (wanted >= file.size() || ++seeks > kMostSeeks) break;
    at = static_cast<std::size_t>(wanted);
    info.Open_Buffer_Init(file.size(), at);
  }
  info.Open_Buffer_Finalize();
}

/// "AVC 640 x 480", "Opus": names only, which are the same in every language.
std::string TrackInWords(MediaInfo& info, stream_t kind, std::size_t track) {
  std::string words = First(info, kind, track, {L"Format"});
  if (words.empty()) words = First(info, kind, track, {L"CodecID"});
  if (words.empty()) words = "?";
  const int width = Whole(First(info, kind, track, {L"Width"}));
  const int height = Whole(First(info, kind, track, {L"Height"}));
  if (width > 0 && height > 0) words += " " + std::to_string(width) + " x " + std::to_string(height);
  return words;
}

std::string FormInWords(MediaInfo& info) {
  std::string form = General(info, {L"Format"});
  std::string_view before = ": ";
  for (const stream_t kind : {MediaInfoLib::Stream_Video, MediaInfoLib::Stream_Audio}) {
    for (std::size_t i = 0; i < Count(info, kind); ++i) {
      const std::string track = TrackInWords(info, kind, i);
      if (track == form) continue;  // a container that is named after its only coding
      form += std::string(before) + track;
      before = "; ";
    }
  }
  return form;
}

/// The longest that the file or a track of it states; below zero when none does.
std::int64_t Duration(MediaInfo& info) {
  std::int64_t longest = Milliseconds(General(info, {L"Duration"}));
  for (const stream_t kind : {MediaInfoLib::Stream_Video, MediaInfoLib::Stream_Audio}) {
    for (std::size_t i = 0; i < Count(info, kind); ++i) {
      longest = std::max(longest, Milliseconds(First(info, kind, i, {L"Duration"})));
    }
  }
  return longest;
}

void ReadSource(MediaInfo& info, Recording& out) {
  out.title = General(info, {L"Title", L"Movie", L"Track"});
  AddNew(General(info, {L"Performer", L"Director", L"com.apple.quicktime.author"}), out.authors);
  AddNew(General(info, {L"Copyright"}), out.authors);
  std::string device = General(info, {L"Make", L"com.apple.quicktime.make", L"Encoded_Hardware_CompanyName"});
  const std::string model = General(info, {L"Model", L"com.apple.quicktime.model", L"Encoded_Hardware_Model", L"Encoded_Hardware_Name", L"Encoded_Hardware"});
  if (!model.empty()) device += (device.empty() ? "" : " ") + model;
  AddNew(std::move(device), out.tools);
  AddNew(General(info, {L"com.apple.quicktime.software", L"Encoded_OperatingSystem", L"com.android.version"}), out.tools);
  AddNew(General(info, {L"Encoded_Application"}), out.tools);
  AddNew(General(info, {L"Encoded_Library"}), out.tools);
  for (const wchar_t* name : {L"com.apple.quicktime.creationdate", L"Recorded_Date", L"Encoded_Date", L"Mastered_Date"}) {
    if (out.recorded.empty()) out.recorded = IsoTime(General(info, {name}));
  }
  out.modified = IsoTime(General(info, {L"Tagged_Date"}));
  for (const wchar_t* name : {L"com.apple.quicktime.location.ISO6709", L"xyz", L"Recorded_Location", L"Recorded/Location"}) {
    if (out.position.empty()) out.position = Position(General(info, {name}));
  }
}

Result<Recording> Read(ByteView file) {
  MediaInfo info;
  Feed(info, file);
  Recording out;
  const std::size_t pictures = Count(info, MediaInfoLib::Stream_Video);
  if (pictures + Count(info, MediaInfoLib::Stream_Audio) == 0) {
    return Failure{"it holds neither sound nor moving pictures that can be read"};
  }
  if (General(info, {L"IsTruncated"}) == "Yes") return Failure{"it is cut off: the file ends before the recording does"};
  out.duration_ms = Duration(info);
  if (out.duration_ms < 0) return Failure{"it does not say how long it lasts; it may be cut off"};
  out.video = pictures > 0;
  out.form = FormInWords(info);
  if (out.video) {
    out.width = Whole(First(info, MediaInfoLib::Stream_Video, 0, {L"Width"}));
    out.height = Whole(First(info, MediaInfoLib::Stream_Video, 0, {L"Height"}));
  }
  out.language = First(info, MediaInfoLib::Stream_Audio, 0, {L"Language"});
  ReadSource(info, out);
  for (std::size_t i = 0; i < Count(info, MediaInfoLib::Stream_Text); ++i) {
    out.subtitles.push_back(First(info, MediaInfoLib::Stream_Text, i, {L"Language", L"Format", L"CodecID"}));
  }
  return out;
}

}  // namespace

Result<Recording> ReadRecording(ByteView file) {
  try {
    return Read(file);
  } catch (const std::bad_alloc&) {
    return Failure{"it needs more memory than allowed"};
  } catch (const std::exception& error) {
    return Failure{std::string("it is damaged: ") + error.what()};
  }
}

}  // namespace dossier::media
