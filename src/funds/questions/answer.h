#pragma once

#include "funds/ledger/metrics.h"
#include "funds/questions/answer_basis.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace dossier::funds {

enum class Answered {
  no,      // `text` says why, and what would be needed
  partly,  // some of what was asked, or a quoted figure that could not be confirmed
  yes
};

// A figure of an answer under a stable name ("dpi", "count", "2023"). Amounts are exact; rates are fractions.
struct AnswerValue {
  std::string name;
  std::variant<double, Money, std::string> value;
  Currency currency = {};  // of an amount
  std::string fund = {};   // which fund, when there are several
};

struct AnswerRow {
  Transaction row;
  Currency currency = {};
  std::string fund = {};
};

struct Source {
  Place place;
  std::string text;  // what stands there, in a few words
};

struct Answer {
  std::string question;
  std::string text;  // plain words, figures rounded for people
  std::vector<AnswerValue> values = {};
  std::vector<AnswerRow> rows = {};
  std::vector<Source> sources = {};
  Answered answered = Answered::no;
  bool nothing_written = false;  // refused because no passage shares the question's words
};

// Helps the answering functions to fill an answer about one fund after the other.
class AnswerDraft {
 public:
  explicit AnswerDraft(const AnswerBasis& basis) : basis_(basis) {}

  // The fund that the following calls are about: to be said before rows, metrics or ledger() are asked for. With
  // several funds each part of the text begins with its name.
  void about(std::size_t fund, bool one_of_several);

  void say(std::string_view sentence);
  void value(std::string name, double number);
  void value(std::string name, Money amount) { value(std::move(name), amount, currency_); }
  void value(std::string name, Money amount, Currency currency);
  void value(std::string name, std::string text);
  // A metric under its own name; nothing when it is unknown.
  void value(const MetricValue& metric);
  void rows(std::span<const std::size_t> rows);
  void cite(std::span<const std::size_t> rows);  // sources of up to 40 rows; more are cited a page at a time
  void cite(const Place& place, std::string text);
  void cite(const MetricValue& metric);  // its rows and its other places

  const Ledger& ledger() const { return basis_.fund(fund_).ledger; }
  std::string money(Money amount) const;
  std::string text_of(const MetricValue& metric) const { return value_text(metric, ledger().currency); }

  // The answer is as good as its worst part, but one good part makes it at least partial.
  void part(Answered answered);
  // The stems of the words of what is cited so far.
  std::vector<std::string> quoted_words() const;
  Answer take(std::string_view question);

 private:
  const AnswerBasis& basis_;
  std::size_t fund_ = 0;
  Currency currency_ = {};
  bool one_of_several_ = false;
  bool named_ = true;
  Answer answer_;
  std::optional<Answered> worst_, best_;
};

// Whether a row says more of what it is than its kind ("Return of capital", not "Distribution").
bool names_type(const Transaction& row);
// "15 January 2023, $5,000,000, Initial Capital Call": a row in one line.
std::string row_text(const Transaction& row, Currency currency);

// "capital call", "capital calls".
std::string_view kind_text(RowKind kind, bool several);

}  // namespace dossier::funds
