#pragma once

#include "desks/funds/services.h"
#include "funds/ledger/metrics.h"
#include "funds/questions/answer.h"

#include <optional>
#include <string>

namespace dossier::desks::funds {

struct Question {
  std::string text;
  std::optional<FundId> fund;               // nothing: about all funds
  std::optional<std::string> conversation;  // whose earlier questions follow-ups lean on; need not exist yet
};

struct Asked {
  dossier::funds::Answer answer;
  // The rules' answer as answer_json writes it. Made where the thinking is done, because an answer may hold thousands
  // of rows and an io loop has no milliseconds for them. A quotation in a model's words is written anew: it has few.
  std::string json = {};
  // Of the fund asked about, when there is one.
  std::optional<dossier::funds::MetricSet> metrics;
  Currency currency;
  std::shared_ptr<const AskingBasis> basis = {};  // what it was answered from
};

// Answers a question from what is kept: a snapshot of the ledgers and the documents' paragraphs, taken together, so
// that figures and passages belong to one state. Thinking happens on the compute pool. A fund nobody knows is no error:
// there is just nothing to answer from.
async::Task<Result<Asked>> ask(Services& services, Context context, Question question);

}  // namespace dossier::desks::funds
