#pragma once

#include "funds/ledger/ledger.h"
#include "funds/questions/answer.h"

#include <string>

// How answers quote the documents: internal to answering.
namespace dossier::funds {

// The text of a passage, a long one cut at the end of a sentence.
std::string quoted(const std::string& text);
// "report.pdf, page 3"
std::string page_of(const Place& place);
// Says: The document says: "..." (report.pdf, page 3), and cites it.
void quote(const Passage& passage, AnswerDraft& draft);

}  // namespace dossier::funds
