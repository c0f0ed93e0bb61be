// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/archive/container.h"

#include <zip.h>

#include <algorithm>
#include <map>

#include "compiler/foundation/utf8.h"

namespace dossier::archive {
namespace {

constexpr std::uint64_t kSmall = std::uint64_t{1} << 20;

std::string Mebibytes(std::uint64_t bytes) { return std::to_string(bytes >> 20) + " MiB"; }

std::string Caseless(std::string_view name) {
  std::string lower(name);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return lower;
}

/// A name that stays inside: no root, no drive, no step upwards, no control characters.
bool StaysInside(std::string_view name) {
  if (name.empty() || name.front() == '/' || !utf8::IsValid(name)) return false;
  for (const char c : name) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '\\' || c == ':') return false;
  }
  for (std::size_t at = 0; at <= name.size();) {
    const std::size_t end = std::min(name.find('/', at), name.size());
    if (name.substr(at, end - at) == "..") return false;
    at = end + 1;
  }
  return true;
}

std::string Quoted(std::string_view name) { return "\"" + std::string(name) + "\""; }

struct FileDeleter {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};

}  // namespace

struct Container::State {
  zip_t* zip = nullptr;
  Limits limits;
  Names names = Names::kExact;
  std::vector<Member> members;
  std::map<std::string, std::size_t, std::less<>> by_name;  // position in `members`
  std::vector<zip_uint64_t> positions;                      // in the directory
  std::uint64_t read = 0;

  ~State() {
    if (zip != nullptr) zip_discard(zip);
  }

  [[nodiscard]] std::string Key(std::string_view name) const {
    return names == Names::kCaseless ? Caseless(name) : std::string(name);
  }

  /// Takes one entry of the directory; empty, or why the whole is refused.
  std::string Add(zip_uint64_t position) {
    zip_stat_t entry;
    zip_stat_init(&entry);
    if (zip_stat_index(zip, position, ZIP_FL_ENC_GUESS, &entry) != 0 || entry.name == nullptr) {
      return "its directory is damaged";
    }
    Member member{.name = entry.name, .size = entry.size, .stored_size = entry.comp_size,
                  .encrypted = entry.encryption_method != ZIP_EM_NONE};
    if (!StaysInside(member.name)) {
      return "the name of its member " + Quoted(member.name) + " leads out of it";
    }
    if (member.name.back() == '/') return {};
    if (!by_name.emplace(Key(member.name), members.size()).second) {
      return "two of its members have the name " + Quoted(member.name) +
             ", and readers do not agree which of them counts";
    }
    members.push_back(std::move(member));
    positions.push_back(position);
    return {};
  }

  /// Why this member is not read; empty when it may be.
  [[nodiscard]] std::string Objection(const Member& member) const {
    const std::string name = "its member " + Quoted(member.name);
    if (member.encrypted) return name + " is encrypted";
    if (member.size > limits.member_size) {
      return name + " is larger than " + Mebibytes(limits.member_size);
    }
    if (member.size > kSmall && member.size / limits.ratio > member.stored_size) {
      return name + " grows more than " + std::to_string(limits.ratio) +
             " times when it is unpacked, which a document does not";
    }
    if (read + member.size > limits.total_size) {
      return "its members are together larger than " + Mebibytes(limits.total_size);
    }
    return {};
  }
};

Container::Container(std::unique_ptr<State> state) : state_(std::move(state)) {}
Container::~Container() = default;
Container::Container(Container&&) noexcept = default;
Container& Container::operator=(Container&&) noexcept = default;

Result<Container> Container::Open(ByteView file, Names names, const Limits& limits) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(file.data(), file.size(), 0, &error);
  auto state = std::make_unique<State>();
  state->limits = limits;
  state->names = names;
  state->zip = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
  const std::string words = zip_error_strerror(&error);
  zip_error_fini(&error);
  if (state->zip == nullptr) {
    if (source != nullptr) zip_source_free(source);
    return Failure{"it is no whole ZIP file: " + words};
  }
  const zip_int64_t count = zip_get_num_entries(state->zip, 0);
  if (count < 0 || static_cast<std::uint64_t>(count) > limits.members) {
    return Failure{"it has more than " + std::to_string(limits.members) + " members"};
  }
  for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(count); ++i) {
    if (std::string why = state->Add(i); !why.empty()) return Failure{std::move(why)};
  }
  return Container(std::move(state));
}

const std::vector<Member>& Container::members() const { return state_->members; }

const Member* Container::Find(std::string_view name) const {
  const auto found = state_->by_name.find(state_->Key(name));
  return found == state_->by_name.end() ? nullptr : &state_->members[found->second];
}

Result<Bytes> Container::Read(std::string_view name) {
  const auto found = state_->by_name.find(state_->Key(name));
  if (found == state_->by_name.end()) return Failure{"it has no member " + Quoted(name)};
  const Member& member = state_->members[found->second];
  if (std::string why = state_->Objection(member); !why.empty()) return Failure{std::move(why)};
  const Failure damaged{"its member " + Quoted(name) + " is damaged"};
  const std::unique_ptr<zip_file_t, FileDeleter> file(
      zip_fopen_index(state_->zip, state_->positions[found->second], 0));
  if (file == nullptr) return damaged;
  Bytes content(member.size, '\0');
  std::size_t have = 0;
  while (have < content.size()) {
    const zip_int64_t got = zip_fread(file.get(), content.data() + have, content.size() - have);
    if (got <= 0) return damaged;
    have += static_cast<std::size_t>(got);
  }
  // The end is asked for: only there libzip compares length and CRC.
  char beyond = 0;
  if (zip_fread(file.get(), &beyond, 1) != 0) return damaged;
  state_->read += content.size();
  return content;
}

}  // namespace dossier::archive
