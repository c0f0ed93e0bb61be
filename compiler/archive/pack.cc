// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/archive/pack.h"

#include <zlib.h>

#include <limits>

namespace dossier::archive {
namespace {

constexpr int kZlibFrame = 15;  // zlib's manual on `windowBits` of deflateInit2
constexpr int kNoFrame = -15;
constexpr int kMemory = 8;      // its default
constexpr std::uint64_t kMostBytes = std::numeric_limits<std::uint32_t>::max() - 1;
constexpr std::size_t kMostMembers = 0xFFFE;

// APPNOTE 4.4.
constexpr std::uint32_t kLocalHead = 0x04034B50, kDirectoryHead = 0x02014B50, kEndOfDirectory = 0x06054B50;
constexpr std::uint16_t kVersion = 20;           // deflate; made by a system without attributes
constexpr std::uint16_t kNamesAreUtf8 = 0x0800;  // flag 11
constexpr std::uint16_t kStored = 0, kDeflated = 8;
constexpr std::uint32_t kFirstDay = (1U << 5 | 1U) << 16;  // 1980-01-01 00:00

void Put(std::uint64_t value, int size, Bytes& out) {
  for (int i = 0; i < size; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
}

Result<Bytes> Deflate(ByteView bytes, int frame) {
  const Failure failure{"it needs more memory than allowed"};
  if (bytes.size() > std::numeric_limits<uInt>::max()) return Failure{"it is larger than 4 GiB"};
  z_stream stream{};
  if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, frame, kMemory, Z_DEFAULT_STRATEGY) != Z_OK) return failure;
  Bytes out(deflateBound(&stream, static_cast<uLong>(bytes.size())), '\0');
  // zlib does not write through this pointer, but its type predates const.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int state = deflate(&stream, Z_FINISH);
  out.resize(out.size() - stream.avail_out);
  deflateEnd(&stream);
  if (state != Z_STREAM_END) return failure;
  return out;
}

/// What stands alike before a member and in the directory.
Bytes HeadOf(const NewMember& member, std::uint16_t method, std::size_t stored_size) {
  Bytes head;
  Put(kVersion, 2, head);
  Put(kNamesAreUtf8, 2, head);
  Put(method, 2, head);
  Put(kFirstDay, 4, head);
  Put(Crc32(member.content), 4, head);
  Put(stored_size, 4, head);
  Put(member.content.size(), 4, head);
  Put(member.name.size(), 2, head);
  Put(0, 2, head);  // no extra field
  return head;
}

}  // namespace

std::uint32_t Crc32(ByteView bytes) {
  uLong crc = crc32(0, nullptr, 0);
  crc = crc32_z(crc, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size());
  return static_cast<std::uint32_t>(crc);
}

Result<Bytes> CompressZlib(ByteView bytes) { return Deflate(bytes, kZlibFrame); }

Result<Bytes> Pack(const std::vector<NewMember>& members) {
  if (members.size() > kMostMembers) return Failure{"it has more than 65,534 members"};
  Bytes file, directory;
  for (const NewMember& member : members) {
    if (member.name.size() > 0xFFFF) return Failure{"the name of a member is too long"};
    Result<Bytes> packed = Deflate(member.content, kNoFrame);
    if (!packed) return packed.failure();
    const bool shorter = packed->size() < member.content.size();
    const ByteView stored = shorter ? ByteView(*packed) : ByteView(member.content);
    const Bytes head = HeadOf(member, shorter ? kDeflated : kStored, stored.size());
    Put(kDirectoryHead, 4, directory);
    Put(kVersion, 2, directory);
    directory += head;
    Put(0, 2, directory);  // no comment
    Put(0, 2, directory);  // on the first disk
    Put(0, 6, directory);  // no attributes
    Put(file.size(), 4, directory);
    directory += member.name;
    Put(kLocalHead, 4, file);
    file += head;
    file += member.name;
    file += stored;
    if (file.size() + directory.size() > kMostBytes) return Failure{"it is larger than 4 GiB"};
  }
  const std::size_t start = file.size();
  file += directory;
  Put(kEndOfDirectory, 4, file);
  Put(0, 4, file);  // one disk
  Put(members.size(), 2, file);
  Put(members.size(), 2, file);
  Put(directory.size(), 4, file);
  Put(start, 4, file);
  Put(0, 2, file);  // no comment
  return file;
}

}  // namespace dossier::archive
