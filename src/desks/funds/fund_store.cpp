#include "desks/funds/fund_store.h"

#include "funds/ledger/merge.h"
#include "reading/fold.h"

#include <algorithm>
#include <charconv>

namespace dossier::desks::funds {

using store::RecordedChange;
using store::Row;
using store::Session;
using store::Transaction;

namespace {

struct Attribute {
  FundId fund;
  WallTime created_at;
  std::string name;
  std::optional<std::string> value;
};

constexpr const char* kAttributes =
    "SELECT f.id, f.created_at, a.name, a.value FROM fund f "
    "JOIN fund_attribute a ON a.fund = f.id AND a.superseded_at IS NULL WHERE f.id ";

std::optional<int> number_in(const std::optional<std::string>& text) {
  int number = 0;
  if (!text || std::from_chars(text->data(), text->data() + text->size(), number).ec != std::errc())
    return std::nullopt;
  return number;
}

void take(Fund& fund, Attribute attribute) {
  if (attribute.name == "name") fund.name = attribute.value.value_or("");
  if (attribute.name == "gp_name") fund.gp_name = std::move(attribute.value);
  if (attribute.name == "fund_type") fund.fund_type = std::move(attribute.value);
  if (attribute.name == "vintage_year") fund.vintage_year = number_in(attribute.value);
  if (attribute.name == "currency" && attribute.value)
    fund.currency = Currency::parse(*attribute.value).value_or(Currency());
}

Result<std::vector<Fund>> funds_where(Session& session, const std::string& sql, store::Bindings bindings) {
  std::vector<Fund> funds;
  TRY_DO(session.each(sql, bindings, [&](const Row& row) -> Result<void> {
    Attribute attribute{row.get<FundId>(0), row.get<WallTime>(1), row.text(2), row.get<std::optional<std::string>>(3)};
    if (funds.empty() || funds.back().id != attribute.fund) {
      funds.emplace_back();
      funds.back().id = attribute.fund;
      funds.back().created_at = attribute.created_at;
    }
    take(funds.back(), std::move(attribute));
    return {};
  }));
  return funds;
}

}  // namespace

Error no_such_fund(FundId fund) {
  return {ErrorCode::not_found, "Fund not found", "fund " + std::to_string(fund.value)};
}

Result<void> require_fund(Session& session, FundId fund) {
  TRY(const std::int64_t found,
      session.number("SELECT count(*) FROM fund WHERE id = ? AND deleted_at IS NULL", {fund}));
  return found == 1 ? Result<void>() : no_such_fund(fund);
}

struct FundStore::Value {
  const char* attribute;
  std::optional<std::string> text;
};

std::string stream_of(FundId fund) {
  return "fund/" + std::to_string(fund.value);
}
std::string stream_of(DocumentId document) {
  return "document/" + std::to_string(document.value);
}

Result<FundId> FundStore::create(Transaction& transaction, const Context& context, const FundChange& attributes,
                                 const Origin& origin) const {
  if (!attributes.name || reading::trimmed(*attributes.name).empty()) {
    return Error{ErrorCode::invalid_argument, "a fund needs a name", "name"};
  }
  // The number is part of the stream's name, so the row comes first, under the number it will get.
  TRY(const std::int64_t next,
      transaction.number("SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'fund'), 0) + 1"));
  const FundId fund{next};
  RecordedChange change(transaction, journal_, context, stream_of(fund), "fund.created");
  TRY(const std::int64_t made, change.insert("fund", {{"created_at", clock_.wall()}}));
  DOSSIER_CHECK(made == next);
  for (const Value& value : values_of(attributes))
    TRY_DO(set(change, transaction, context, fund, value, origin, false));
  TRY_DO(change.finish());
  return fund;
}

Result<void> FundStore::change(Transaction& transaction, const Context& context, FundId fund,
                               const FundChange& wanted) const {
  TRY_DO(require_fund(transaction, fund));
  if (wanted.name && reading::trimmed(*wanted.name).empty())
    return Error{ErrorCode::invalid_argument, "a fund needs a name", "name"};
  RecordedChange change(transaction, journal_, context, stream_of(fund), "fund.changed");
  for (const Value& value : values_of(wanted)) TRY_DO(set(change, transaction, context, fund, value, {}, false));
  return change.finish();
}

Result<void> FundStore::fill(Transaction& transaction, const Context& context, FundId fund,
                             const FundChange& attributes, DocumentId document) const {
  RecordedChange change(transaction, journal_, context, stream_of(fund), "fund.described");
  for (const Value& value : values_of(attributes)) {
    if (value.text) TRY_DO(set(change, transaction, context, fund, value, Origin{document}, true));
  }
  return change.finish();
}

Result<void> FundStore::remove(Transaction& transaction, const Context& context, FundId fund) const {
  TRY_DO(require_fund(transaction, fund));
  const WallTime now = clock_.wall();
  auto id = [](const Row& row) { return row.integer(0); };
  TRY(const auto readings,
      transaction.all("SELECT id FROM fund_reading WHERE fund = ? AND superseded_at IS NULL ORDER BY id", {fund}, id));
  TRY(const auto links, transaction.all("SELECT id FROM document_link WHERE fund = ? ORDER BY id", {fund}, id));
  RecordedChange change(transaction, journal_, context, stream_of(fund), "fund.deleted");
  TRY_DO(change.update("fund", fund.value, {{"deleted_at", now}}));
  for (const std::int64_t reading : readings) TRY_DO(change.update("fund_reading", reading, {{"superseded_at", now}}));
  for (const std::int64_t link : links) TRY_DO(change.update("document_link", link, {{"fund", std::nullopt}}));
  return change.finish();
}

Result<std::optional<Fund>> FundStore::find(Session& session, FundId fund) {
  static const std::string kQuery = std::string(kAttributes) + "= ? AND f.deleted_at IS NULL";
  TRY(std::vector<Fund> found, funds_where(session, kQuery, {fund}));
  if (found.empty()) return std::optional<Fund>();
  return std::optional(std::move(found.front()));
}

Result<std::vector<Fund>> FundStore::list(Session& session, std::int64_t skip, std::int64_t limit) {
  static const std::string kQuery =
      std::string(kAttributes) +
      "IN (SELECT id FROM fund WHERE deleted_at IS NULL ORDER BY id LIMIT ? OFFSET ?) ORDER BY f.id, a.id";
  // To SQLite a negative LIMIT means no limit.
  return funds_where(session, kQuery, {std::max<std::int64_t>(limit, 0), std::max<std::int64_t>(skip, 0)});
}

Result<std::int64_t> FundStore::count(Session& session) {
  return session.number("SELECT count(*) FROM fund WHERE deleted_at IS NULL");
}

Result<std::optional<FundNamed>> FundStore::find_by_name(Session& session, const std::string& name) {
  // Names in force before those a fund once had, before those its documents print.
  static constexpr const char* kNames =
      "WITH named AS (SELECT a.fund, a.value, a.superseded_at IS NOT NULL AS former FROM fund_attribute a "
      "JOIN fund f ON f.id = a.fund AND f.deleted_at IS NULL WHERE a.name = 'name') "
      "SELECT fund, value, former, value FROM named UNION "
      "SELECT n.fund, r.name, 2, n.value FROM named n JOIN fund_reading r ON r.fund = n.fund "
      "WHERE NOT n.former AND r.superseded_at IS NULL AND r.name <> '' ORDER BY 3, 1";
  std::optional<FundNamed> found;
  TRY_DO(session.each(kNames, {}, [&](const Row& row) -> Result<void> {
    const std::string known = row.text(1);
    if (found || !dossier::funds::same_fund(known, name)) return {};
    found = FundNamed{row.get<FundId>(0), !dossier::funds::same_fund(known, row.text(3))};
    return {};
  }));
  return found;
}

std::vector<FundStore::Value> FundStore::values_of(const FundChange& change) {
  std::vector<Value> values;
  if (change.name) values.push_back({"name", *change.name});
  if (change.gp_name) values.push_back({"gp_name", *change.gp_name});
  if (change.fund_type) values.push_back({"fund_type", *change.fund_type});
  if (change.vintage_year) {
    const std::optional<int> year = *change.vintage_year;
    values.push_back({"vintage_year", year ? std::optional(std::to_string(*year)) : std::nullopt});
  }
  if (change.currency) values.push_back({"currency", *change.currency});
  return values;
}

Result<void> FundStore::set(RecordedChange& change, Transaction& transaction, const Context& context, FundId fund,
                            const Value& value, const Origin& origin, bool only_when_unsaid) const {
  struct Current {
    std::int64_t id;
    std::optional<std::string> text;
  };
  TRY(const std::optional<Current> current,
      transaction.first("SELECT id, value FROM fund_attribute WHERE fund = ? AND name = ? AND superseded_at IS NULL",
                        {fund, value.attribute}, [](const Row& row) {
                          return Current{row.integer(0), row.get<std::optional<std::string>>(1)};
                        }));
  // A value that was taken away by a person is said too: it is in force as nothing.
  if (current && (only_when_unsaid || current->text == value.text)) return {};
  const WallTime now = clock_.wall();
  if (current) TRY_DO(change.update("fund_attribute", current->id, {{"superseded_at", now}}));
  TRY_DO(change.insert("fund_attribute", {{"fund", fund},
                                          {"name", value.attribute},
                                          {"value", value.text},
                                          {"origin", origin.document ? "document" : "person"},
                                          {"document", origin.document},
                                          {"recorded_by", context.principal},
                                          {"recorded_at", now}}));
  return {};
}

}  // namespace dossier::desks::funds
