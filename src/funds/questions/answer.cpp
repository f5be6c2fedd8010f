#include "funds/questions/answer.h"

#include "funds/ledger/phrasing.h"
#include "reading/fold.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace dossier::funds {
namespace {

constexpr std::size_t kSingleSourcesMax = 40;

std::string kinds_text(const Ledger& ledger, const std::vector<std::size_t>& rows) {
  std::vector<std::string> parts;
  for (RowKind kind : {RowKind::capital_call, RowKind::distribution, RowKind::adjustment}) {
    auto count = static_cast<std::size_t>(std::count_if(
        rows.begin(), rows.end(), [&](std::size_t row) { return ledger.transactions[row].kind == kind; }));
    if (count > 0) parts.push_back(counted(count, kind_text(kind, false), kind_text(kind, true)));
  }
  return joined(parts);
}

}  // namespace

void AnswerDraft::about(std::size_t fund, bool one_of_several) {
  fund_ = fund;
  currency_ = ledger().currency;
  one_of_several_ = one_of_several;
  named_ = !one_of_several;
}

void AnswerDraft::say(std::string_view sentence) {
  if (sentence.empty()) return;
  if (!answer_.text.empty()) answer_.text += answer_.text.back() == '\n' ? "" : named_ ? " " : "\n";
  if (!named_) answer_.text += ledger().name + ": ";
  named_ = true;
  answer_.text += sentence;
}

void AnswerDraft::value(std::string name, double number) {
  answer_.values.push_back({std::move(name), number, {}, one_of_several_ ? ledger().name : ""});
}

void AnswerDraft::value(std::string name, Money amount, Currency currency) {
  answer_.values.push_back({std::move(name), amount, currency, one_of_several_ ? ledger().name : ""});
}

void AnswerDraft::value(std::string name, std::string text) {
  answer_.values.push_back({std::move(name), std::move(text), {}, one_of_several_ ? ledger().name : ""});
}

void AnswerDraft::value(const MetricValue& metric) {
  if (metric.money) value(std::string(name_of(metric.metric)), *metric.money);
  if (metric.number) value(std::string(name_of(metric.metric)), *metric.number);
}

void AnswerDraft::rows(std::span<const std::size_t> rows) {
  for (std::size_t row : rows) {
    answer_.rows.push_back({ledger().transactions[row], ledger().currency, one_of_several_ ? ledger().name : ""});
  }
}

void AnswerDraft::cite(std::span<const std::size_t> rows) {
  if (rows.size() <= kSingleSourcesMax) {
    for (std::size_t row : rows) {
      cite(ledger().transactions[row].place, row_text(ledger().transactions[row], ledger().currency));
    }
    return;
  }
  std::map<std::pair<std::string, int>, std::vector<std::size_t>> pages;
  for (std::size_t row : rows) {
    const Place& place = ledger().transactions[row].place;
    pages[{place.file, place.page}].push_back(row);
  }
  for (const auto& [page, on_page] : pages) {
    Place place = ledger().transactions[on_page.front()].place;
    for (std::size_t row : on_page) place.box = reading::united(place.box, ledger().transactions[row].place.box);
    cite(place, kinds_text(ledger(), on_page));
  }
}

void AnswerDraft::cite(const Place& place, std::string text) {
  if (place.file.empty() && place.page == 0) return;
  auto same = [&](const Source& source) { return source.place == place; };
  if (std::none_of(answer_.sources.begin(), answer_.sources.end(), same)) {
    answer_.sources.push_back({place, std::move(text)});
  }
}

void AnswerDraft::cite(const MetricValue& metric) {
  for (const Place& place : metric.places) cite(place, std::string(title_of(metric.metric)));
  cite(metric.rows);
}

std::string AnswerDraft::money(Money amount) const {
  return money_text(amount, ledger().currency);
}

std::vector<std::string> AnswerDraft::quoted_words() const {
  std::vector<std::string> words;
  for (const Source& source : answer_.sources) {
    for (std::string& stem : retrieval::content_stems(source.text)) words.push_back(std::move(stem));
  }
  return words;
}

void AnswerDraft::part(Answered answered) {
  worst_ = std::min(worst_.value_or(answered), answered);
  best_ = std::max(best_.value_or(answered), answered);
}

Answer AnswerDraft::take(std::string_view question) {
  answer_.question = std::string(question);
  if (worst_) answer_.answered = *worst_ == *best_ ? *worst_ : Answered::partly;
  return std::move(answer_);
}

bool names_type(const Transaction& row) {
  return !row.type.empty() && reading::fold(row.type) != kind_text(row.kind, false);
}

std::string row_text(const Transaction& row, Currency currency) {
  std::string text = fmt::format("{}, {}", period_text(row.date, row.precision), money_text(row.amount, currency));
  if (!row.number.empty())
    text += fmt::format(", {} {}", row.kind == RowKind::capital_call ? "call" : "no.", row.number);
  if (names_type(row)) text += ", " + row.type;
  if (!row.description.empty() && row.description != row.type) text += ", " + row.description;
  if (row.recallable.value_or(false)) text += " (recallable)";
  return text;
}

std::string_view kind_text(RowKind kind, bool several) {
  switch (kind) {
    case RowKind::capital_call: return several ? "capital calls" : "capital call";
    case RowKind::distribution: return several ? "distributions" : "distribution";
    case RowKind::adjustment: return several ? "adjustments" : "adjustment";
  }
  return "rows";
}

}  // namespace dossier::funds
