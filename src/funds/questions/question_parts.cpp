#include "funds/questions/question_vocabulary.h"

#include <map>

namespace dossier::funds {

using reading::Phrase;

const PartWords* part_words(Term term) {
  using enum Term;
  auto phrases = [](std::initializer_list<std::string_view> texts) {
    std::vector<Phrase> made;
    for (std::string_view text : texts) made.emplace_back(text);
    return made;
  };
  static const std::map<Term, PartWords> parts = {
      {return_of_capital,
       {phrases({"return of capital", "roc", "capital return", "kapitalruckzahlung*", "remboursement*"}),
        "returns of capital"}},
      {income, {phrases({"income", "*ertrag*", "revenu*"}), "income"}},
      {dividend, {phrases({"dividend*"}), "dividends"}},
      {interest, {phrases({"interest", "zins*", "interet*"}), "interest"}},
      {gain, {phrases({"gain*", "*gewinn*", "plus value*"}), "gains"}},
      {fee, {phrases({"fee", "fees", "*gebuhr*", "*vergutung*", "frais", "honoraires"}), "fees"}},
      {expense, {phrases({"expense*", "*kosten", "depense*"}), "expenses"}},
      {exit, {phrases({"exit*", "sale", "sold", "*verkauf*", "cession*"}), "exits"}},
      {tax, {phrases({"tax*", "withholding", "*steuer*", "impot*"}), "taxes"}},
      {in_kind, {phrases({"in kind", "in specie", "stock"}), "distributions in kind"}},
      {refund, {phrases({"refund*", "reimbursement*", "erstattung*", "*refund*"}), "refunds"}},
      {rebalance_of_call,
       {phrases({"rebalance of capital call*", "rebalance of call*", "capital call adjust*", "contribution adjust*",
                 "*refund of excess*", "refund of excess"}),
        "rebalanced calls"}},
      {rebalance_of_distribution,
       {phrases({"rebalance of distribution*", "distribution adjust*", "correction of distribution*"}),
        "rebalanced distributions"}},
      {recall, {phrases({"recall", "recalls", "recalled", "clawback*", "giveback*"}), "recalls"}},
  };
  auto it = parts.find(term);
  return it == parts.end() ? nullptr : &it->second;
}

bool comes_of_distributions(Term part) {
  using enum Term;
  return part == income || part == dividend || part == interest || part == gain || part == return_of_capital ||
         part == in_kind;
}

}  // namespace dossier::funds
