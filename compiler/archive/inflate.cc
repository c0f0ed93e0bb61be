// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/archive/inflate.h"

#include <zlib.h>

#include <algorithm>
#include <limits>

namespace dossier::archive {
namespace {

// zlib's manual on `windowBits` of inflateInit2.
constexpr int kGzipFrame = 15 + 16;
constexpr int kZlibFrame = 15;
constexpr int kNoFrame = -15;

/// Pairs inflateInit2 with inflateEnd.
class Inflater {
 public:
  explicit Inflater(int frame) { ready_ = inflateInit2(&stream_, frame) == Z_OK; }
  ~Inflater() {
    if (ready_) inflateEnd(&stream_);
  }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  Result<GzipMember> Run(ByteView bytes, std::size_t most) {
    if (!ready_) return Failure{"it needs more memory than allowed"};
    constexpr std::size_t kPiece = std::size_t{1} << 16;
    constexpr std::size_t kMostInput = std::numeric_limits<uInt>::max();
    // zlib does not write through this pointer, but its type predates const.
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream_.avail_in = static_cast<uInt>(std::min(bytes.size(), kMostInput));
    GzipMember member;
    for (int state = Z_OK; state != Z_STREAM_END;) {
      const std::size_t have = member.content.size();
      if (have > most) return Failure{"it is longer than can be unpacked"};
      member.content.resize(have + kPiece);
      stream_.next_out = reinterpret_cast<Bytef*>(member.content.data() + have);
      stream_.avail_out = kPiece;
      state = inflate(&stream_, Z_NO_FLUSH);
      member.content.resize(have + kPiece - stream_.avail_out);
      const bool stuck = state == Z_BUF_ERROR || (state == Z_OK && stream_.avail_in == 0 && stream_.avail_out != 0);
      if (stuck) return Failure{"its compressed data is cut off"};
      if (state != Z_OK && state != Z_STREAM_END) return Failure{"its compressed data is damaged"};
    }
    if (member.content.size() > most) return Failure{"it is longer than can be unpacked"};
    member.stored_size = bytes.size() - stream_.avail_in;
    return member;
  }

 private:
  z_stream stream_{};
  bool ready_ = false;
};

Result<Bytes> Decode(ByteView bytes, int frame, std::size_t most) {
  auto member = Inflater(frame).Run(bytes, most);
  if (!member) return member.failure();
  return std::move(member->content);
}

}  // namespace

bool IsGzip(ByteView bytes) { return bytes.substr(0, 3) == ByteView("\x1F\x8B\x08", 3); }

Result<GzipMember> ReadGzipMember(ByteView bytes, std::size_t most) {
  return Inflater(kGzipFrame).Run(bytes, most);
}

Result<Bytes> DecodeGzip(ByteView bytes, std::size_t most) {
  return Decode(bytes, kGzipFrame, most);
}

Result<Bytes> DecodeDeflate(ByteView bytes, std::size_t most) {
  auto framed = Decode(bytes, kZlibFrame, most);
  return framed ? std::move(framed) : Decode(bytes, kNoFrame, most);
}

}  // namespace dossier::archive
