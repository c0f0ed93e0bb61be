// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/mail/mime_tree.h"

#include <gmime/gmime.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace dossier::mail {
namespace {

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <typename T>
using Owned = std::unique_ptr<T, Unref>;

struct FreeOptions {
  void operator()(GMimeParserOptions* options) const { g_mime_parser_options_free(options); }
};

std::string Text(const char* text) { return text == nullptr ? std::string() : std::string(text); }

std::string Lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

/// What is said of an issue; empty for those that every second mail has and nothing is lost by.
std::string_view Complaint(GMimeParserWarning issue) {
  switch (issue) {
    case GMIME_WARN_MALFORMED_MULTIPART:
      return "a list of parts without parts";
    case GMIME_WARN_TRUNCATED_MESSAGE:
      return "the message is cut off";
    case GMIME_WARN_MALFORMED_MESSAGE:
      return "a message inside that is none";
    case GMIME_CRIT_INVALID_HEADER_NAME:
      return "lines in a head that are no header";
    case GMIME_CRIT_CONFLICTING_HEADER:
      return "two headers that contradict each other";
    case GMIME_CRIT_CONFLICTING_PARAMETER:
      return "two parameters that contradict each other";
    case GMIME_CRIT_MULTIPART_WITHOUT_BOUNDARY:
      return "a list of parts that does not say where they end";
    case GMIME_CRIT_NESTING_OVERFLOW:
      return "parts nested deeper than can be read";
    case GMIME_CRIT_PART_WITHOUT_HEADERS_OR_CONTENT:
      return "a part without anything in it";
    default:
      return {};
  }
}

void OnIssue(gint64 /*offset*/, GMimeParserWarning issue, const char* /*item*/, gpointer user) {
  auto& complaints = *static_cast<std::vector<std::string>*>(user);
  const std::string words(Complaint(issue));
  if (words.empty()) return;
  if (std::find(complaints.begin(), complaints.end(), words) == complaints.end()) complaints.push_back(words);
}

/// Turns GMime's objects into parts.
class TreeMaker {
 public:
  Part FromMessage(GMimeMessage* message, int depth) {
    Part part;
    part.type = "message/rfc822";
    GMimeHeaderList* list = g_mime_object_get_header_list(GMIME_OBJECT(message));
    constexpr int kMostHeaders = 1'000;
    const int count = std::min(g_mime_header_list_get_count(list), kMostHeaders);
    for (int i = 0; i < count; ++i) {
      GMimeHeader* header = g_mime_header_list_get_header_at(list, i);
      part.headers.push_back({Text(g_mime_header_get_name(header)), Text(g_mime_header_get_value(header))});
    }
    if (GDateTime* date = g_mime_message_get_date(message); date != nullptr) {
      part.date = Iso(date);
      GDateTime* utc = g_date_time_to_utc(date);
      part.utc = Iso(utc);
      g_date_time_unref(utc);
    }
    GMimeObject* body = g_mime_message_get_mime_part(message);
    if (body != nullptr) part.children.push_back(FromObject(body, depth + 1));
    return part;
  }

  [[nodiscard]] const std::string& failure() const { return failure_; }

 private:
  static std::string Iso(GDateTime* date) {
    gchar* text = g_date_time_format(date, "%Y-%m-%dT%H:%M:%S%:z");
    std::string iso = Text(text);
    g_free(text);
    constexpr std::string_view kUtc = "+00:00";
    if (iso.ends_with(kUtc)) iso.replace(iso.size() - kUtc.size(), kUtc.size(), "Z");
    return iso;
  }

  Part FromObject(GMimeObject* object, int depth) {
    Part part;
    if (++count_ > kMostParts) failure_ = "it has more than " + std::to_string(kMostParts) + " parts";
    if (depth > kDeepestPart) {
      failure_ = "its parts are nested deeper than " + std::to_string(kDeepestPart) + " levels";
    }
    if (!failure_.empty()) return part;
    if (GMIME_IS_MESSAGE_PART(object)) {
      GMimeMessage* inside = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object));
      if (inside != nullptr) part = FromMessage(inside, depth);
    }
    Describe(object, part);
    if (GMIME_IS_MULTIPART(object)) {
      GMimeMultipart* list = GMIME_MULTIPART(object);
      const int count = g_mime_multipart_get_count(list);
      for (int i = 0; i < count && failure_.empty(); ++i) {
        part.children.push_back(FromObject(g_mime_multipart_get_part(list, i), depth + 1));
      }
    } else if (GMIME_IS_PART(object)) {
      Fill(GMIME_PART(object), part);
    }
    return part;
  }

  static void Describe(GMimeObject* object, Part& part) {
    GMimeContentType* type = g_mime_object_get_content_type(object);
    const auto parameter = [&](const char* name) {
      return Text(g_mime_object_get_content_type_parameter(object, name));
    };
    if (type != nullptr) {
      part.type = Lower(Text(g_mime_content_type_get_media_type(type)) + "/" +
                        Text(g_mime_content_type_get_media_subtype(type)));
    }
    part.charset = parameter("charset");
    part.flowed = Lower(parameter("format")) == "flowed";
    part.drops_spaces = Lower(parameter("delsp")) == "yes";
    part.start = WithoutBrackets(parameter("start"));
    part.protocol = Lower(parameter("protocol"));
    part.id = WithoutBrackets(Text(g_mime_object_get_content_id(object)));
    part.location = Text(g_mime_object_get_header(object, "Content-Location"));
    part.attachment = Lower(Text(g_mime_object_get_disposition(object))) == "attachment";
  }

  static std::string WithoutBrackets(std::string id) {
    if (id.size() >= 2 && id.front() == '<' && id.back() == '>') return id.substr(1, id.size() - 2);
    return id;
  }

  static void Fill(GMimePart* leaf, Part& part) {
    part.file_name = Text(g_mime_part_get_filename(leaf));
    GMimeDataWrapper* content = g_mime_part_get_content(leaf);
    if (content == nullptr) return;
    const Owned<GMimeStream> out(g_mime_stream_mem_new());
    g_mime_data_wrapper_write_to_stream(content, out.get());
    const GByteArray* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(out.get()));
    if (bytes->len > 0) part.content.assign(reinterpret_cast<const char*>(bytes->data), bytes->len);
  }

  int count_ = 0;
  std::string failure_;
};

/// The file as a stream of GMime, without a copy: a memory stream that does not own its bytes.
class FileStream {
 public:
  explicit FileStream(ByteView file) {
    array_.data = reinterpret_cast<guint8*>(const_cast<char*>(file.data()));  // only read
    array_.len = static_cast<guint>(file.size());
    stream_.reset(g_mime_stream_mem_new());
    g_mime_stream_mem_set_byte_array(GMIME_STREAM_MEM(stream_.get()), &array_);
    g_mime_stream_mem_set_owner(GMIME_STREAM_MEM(stream_.get()), FALSE);
    g_mime_stream_reset(stream_.get());
  }
  [[nodiscard]] GMimeStream* get() { return stream_.get(); }

 private:
  GByteArray array_{};
  Owned<GMimeStream> stream_;
};

}  // namespace

std::string_view Part::HeaderOf(std::string_view name) const {
  const std::string wanted = Lower(std::string(name));
  for (const Header& header : headers) {
    if (Lower(header.name) == wanted) return header.value;
  }
  return {};
}

Result<Message> ReadMime(ByteView file) {
  constexpr std::size_t kLargest = std::size_t{1} << 30;
  if (file.size() > kLargest) return Failure{"it is larger than 1 GiB"};
  static const bool kStarted = (g_mime_init(), true);
  static_cast<void>(kStarted);
  Message message;
  const std::unique_ptr<GMimeParserOptions, FreeOptions> options(g_mime_parser_options_new());
  std::array<const char*, 3> fallbacks{"utf-8", "windows-1252", nullptr};
  g_mime_parser_options_set_fallback_charsets(options.get(), fallbacks.data());
  g_mime_parser_options_set_warning_callback(options.get(), OnIssue, &message.complaints);
  FileStream stream(file);
  const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  g_mime_parser_set_persist_stream(parser.get(), TRUE);
  const Owned<GMimeMessage> parsed(g_mime_parser_construct_message(parser.get(), options.get()));
  if (parsed == nullptr) return Failure{"it is no e-mail: its head cannot be read"};
  TreeMaker maker;
  message.part = maker.FromMessage(parsed.get(), 0);
  if (!maker.failure().empty()) return Failure{maker.failure()};
  return message;
}

}  // namespace dossier::mail
