// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/cache/store.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <filesystem>

namespace dossier::cache {
namespace {

constexpr const char* kFileName = "texts.sqlite";
constexpr int kFormat = 1;

struct DatabaseCloser {
  void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
};
struct StatementCloser {
  void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
};
using Database = std::unique_ptr<sqlite3, DatabaseCloser>;
using Statement = std::unique_ptr<sqlite3_stmt, StatementCloser>;

bool Execute(sqlite3* database, const char* sql) {
  return sqlite3_exec(database, sql, nullptr, nullptr, nullptr) == SQLITE_OK;
}

Statement Prepare(sqlite3* database, std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &statement, nullptr);
  return Statement(statement);
}

void BindText(const Statement& statement, int at, std::string_view text) {
  sqlite3_bind_text64(statement.get(), at, text.data(), text.size(), SQLITE_STATIC, SQLITE_UTF8);
}

/// FNV-1a. Against damage by disks, not against people: who can write the file can do anything.
std::int64_t Checksum(ByteView value) {
  std::uint64_t sum = 0xCBF29CE484222325u;
  for (const char c : value) sum = (sum ^ static_cast<std::uint8_t>(c)) * 0x100000001B3u;
  return static_cast<std::int64_t>(sum);
}

/// The folder exists, is ours and closed to others; the file too, and is no symbolic link.
bool MakePrivate(const std::string& folder, const std::string& file) {
  std::error_code error;
  const std::filesystem::path parent = std::filesystem::path(folder).parent_path();
  if (!parent.empty()) std::filesystem::create_directories(parent, error);
  if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) return false;
  struct stat status {};
  if (::lstat(folder.c_str(), &status) != 0 || !S_ISDIR(status.st_mode) ||
      status.st_uid != ::geteuid()) {
    return false;
  }
  if ((status.st_mode & 07777) != 0700 && ::chmod(folder.c_str(), 0700) != 0) return false;
  const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (descriptor < 0) return false;
  const bool ready = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) &&
                     status.st_uid == ::geteuid() && ::fchmod(descriptor, 0600) == 0;
  ::close(descriptor);
  return ready;
}

/// An open database of our format; nothing when it is damaged, busy or of another format.
Database OpenDatabase(const std::string& file) {
  sqlite3* raw = nullptr;
  const int opened =
      sqlite3_open_v2(file.c_str(), &raw,
                      SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_NOMUTEX, nullptr);
  Database database(raw);
  if (opened != SQLITE_OK) return nullptr;
  sqlite3_busy_timeout(raw, 200);
  sqlite3_db_config(raw, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(raw, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  // The journal lives in memory: a kill may damage the file, which is then a miss; what it must
  // not do is to leave the text of exhibits in files beside it.
  const bool ready =
      Execute(raw,
              "PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF; PRAGMA temp_store=MEMORY; "
              "PRAGMA secure_delete=ON; PRAGMA cell_size_check=ON") &&
      Execute(raw, ("CREATE TABLE IF NOT EXISTS facts_" + std::to_string(kFormat) +
                    " (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, size INTEGER NOT NULL,"
                    " sum INTEGER NOT NULL, value BLOB NOT NULL)")
                       .c_str());
  return ready ? std::move(database) : nullptr;
}

bool IsDamaged(const std::string& file) {
  sqlite3* raw = nullptr;
  sqlite3_open_v2(file.c_str(), &raw, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOFOLLOW, nullptr);
  const Database database(raw);
  if (!raw) return false;
  const Statement statement = Prepare(raw, "SELECT count(*) FROM sqlite_master");
  const int code = statement ? sqlite3_step(statement.get()) : sqlite3_errcode(raw);
  return code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
}

}  // namespace

struct Store::State {
  Database database;
  std::string file;
  std::uint64_t most_bytes = 0;

  void Forget() {
    database.reset();
    ::unlink(file.c_str());
  }
  [[nodiscard]] bool Corrupt() const {
    const int code = sqlite3_errcode(database.get());
    return code == SQLITE_CORRUPT || code == SQLITE_NOTADB;
  }
};

Store::Store() = default;
Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

Store Store::Open(const std::string& folder, std::uint64_t most_bytes) {
  Store store;
  if (folder.empty()) return store;
  const std::string file = folder + "/" + kFileName;
  if (!MakePrivate(folder, file)) return store;
  Database database = OpenDatabase(file);
  if (!database && IsDamaged(file)) {
    ::unlink(file.c_str());
    if (MakePrivate(folder, file)) database = OpenDatabase(file);
  }
  if (!database) return store;
  store.state_ = std::make_unique<State>();
  store.state_->database = std::move(database);
  store.state_->file = file;
  store.state_->most_bytes = most_bytes;
  return store;
}

std::optional<Bytes> Store::Get(std::string_view key) {
  if (!state_) return std::nullopt;
  Bytes value;
  bool found = false;
  {
    const Statement statement =
        Prepare(state_->database.get(), "SELECT value, sum FROM facts_1 WHERE key = ?1");
    if (!statement) return std::nullopt;
    BindText(statement, 1, key);
    if (sqlite3_step(statement.get()) == SQLITE_ROW) {
      const auto* data = static_cast<const char*>(sqlite3_column_blob(statement.get(), 0));
      const int size = sqlite3_column_bytes(statement.get(), 0);
      if (data != nullptr && size > 0) value.assign(data, static_cast<std::size_t>(size));
      found = sqlite3_column_int64(statement.get(), 1) == Checksum(value);
    }
  }
  if (state_->Corrupt()) {
    state_->Forget();
    state_.reset();
    return std::nullopt;
  }
  return found ? std::optional<Bytes>(std::move(value)) : std::nullopt;
}

void Store::Put(const std::vector<Entry>& entries) {
  if (!state_ || entries.empty()) return;
  sqlite3* database = state_->database.get();
  bool written = Execute(database, "BEGIN IMMEDIATE");
  {
    // A replaced row gets a new id, so ids tell the age and no clock is read.
    const Statement statement = Prepare(
        database, "INSERT OR REPLACE INTO facts_1 (key, size, sum, value) VALUES (?1, ?2, ?3, ?4)");
    written = written && statement != nullptr;
    for (const Entry& entry : entries) {
      if (!written) break;
      if (entry.value.size() > state_->most_bytes) continue;
      BindText(statement, 1, entry.key);
      sqlite3_bind_int64(statement.get(), 2, static_cast<std::int64_t>(entry.value.size()));
      sqlite3_bind_int64(statement.get(), 3, Checksum(entry.value));
      sqlite3_bind_blob64(statement.get(), 4, entry.value.data(), entry.value.size(),
                          SQLITE_STATIC);
      written = sqlite3_step(statement.get()) == SQLITE_DONE;
      sqlite3_reset(statement.get());
    }
  }
  {
    const Statement trim =
        Prepare(database,
                "DELETE FROM facts_1 WHERE id IN (SELECT id FROM (SELECT id,"
                " sum(size) OVER (ORDER BY id DESC) AS total FROM facts_1) WHERE total > ?1)");
    if (trim && written) {
      sqlite3_bind_int64(trim.get(), 1, static_cast<std::int64_t>(state_->most_bytes));
      written = sqlite3_step(trim.get()) == SQLITE_DONE;
    }
  }
  const bool corrupt = state_->Corrupt();
  if (!written || !Execute(database, "COMMIT")) Execute(database, "ROLLBACK");
  if (corrupt) {
    state_->Forget();
    state_.reset();
  }
}

}  // namespace dossier::cache
