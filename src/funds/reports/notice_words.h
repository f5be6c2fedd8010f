#pragma once

#include "funds/ledger/ledger.h"
#include "reading/phrases.h"

#include <optional>
#include <string>

// The words of capital call and distribution notices.
namespace dossier::funds {

enum class NoticeLabel { due_date, share, net, total, number };

// What labels a figure or a day of a notice.
const reading::PhraseTable<NoticeLabel>& notice_labels();

// What stands right before the day the money is due, in running text ("no later than", "bis zum", "au plus tard le").
const reading::PhraseTable<bool>& due_phrases();

// The kind that the title of a notice names ("Capital Call Notice", "Drawdown notice no. 7", "Abrufschreiben", "Avis
// d'appel de fonds"); nothing when it is no such title.
std::optional<RowKind> notice_kind(const std::string& title);

// The number of the call or distribution that the title of a notice gives it: "4" of "Capital Call Notice No. 4",
// "8. Kapitalabruf", "Distribution #4"; empty when it gives none.
std::string notice_number(const std::string& title);

// "To", "Investor": what labels the name of the one a notice is sent to.
bool names_addressee(const std::string& label);

// "Capital Call and Distribution Notice": what is called and what is paid out stand in one paper.
bool names_both_ways(const std::string& title);

}  // namespace dossier::funds
