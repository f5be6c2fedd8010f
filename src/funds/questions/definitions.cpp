#include "funds/questions/definitions.h"

#include "reading/phrases.h"

#include <algorithm>

namespace dossier::funds {
namespace {

struct Entry {
  std::vector<std::string_view> names;  // a vector: the arrays behind initializer lists end with their statement
  Definition definition;
};

const std::vector<Entry>& entries() {
  static const std::vector<Entry> all = {
      {{"dpi", "distributions to paid in", "cash on cash", "realisation multiple", "realization multiple"},
       {"DPI (distributions to paid-in)",
        "Cumulative distributions divided by paid-in capital: how much of each unit of capital the investors paid in "
        "has come back in cash.",
        Metric::dpi}},
      {{"gross dpi"},
       {"Gross DPI", "Distributions divided by capital calls, both before adjustments.", Metric::dpi_gross}},
      {{"rvpi", "residual value to paid in"},
       {"RVPI (residual value to paid-in)",
        "Net asset value divided by paid-in capital: the part of the value that has not been paid out yet.",
        Metric::rvpi}},
      {{"tvpi", "total value to paid in", "net multiple", "investment multiple"},
       {"TVPI (total value to paid-in)",
        "Cumulative distributions plus net asset value, divided by paid-in capital; DPI and RVPI added up.",
        Metric::tvpi}},
      {{"moic", "multiple on invested capital"},
       {"MOIC (multiple on invested capital)",
        "Total value divided by the cost of the investments, before fees; at the level of an investor's cash flows "
        "only the TVPI can be given.",
        Metric::moic}},
      {{"irr", "internal rate of return", "xirr", "net irr", "rate of return"},
       {"IRR (internal rate of return)",
        "The yearly rate at which the present value of all dated cash flows, with the net asset value as the last one, "
        "is nil. Net means after fees and carried interest.",
        Metric::irr}},
      {{"gross irr"},
       {"Gross IRR",
        "The internal rate of return of the investments' own cash flows, before fees and carried interest.",
        {}}},
      {{"pic", "paid in capital", "paid in", "contributed capital"},
       {"Paid-in capital (PIC)",
        "The capital that the limited partners (LPs) have actually contributed: all capital calls, adjusted for "
        "rebalancing, reversals and refunds of calls.",
        Metric::pic}},
      {{"net pic", "net paid in capital", "net paid in"},
       {"Net PIC",
        "Paid-in capital minus recallable return of capital. It is an auxiliary figure: the standard PIC does not "
        "deduct recallable capital.",
        Metric::net_pic}},
      {{"gross contributions", "capital contributions", "gross capital contributions"},
       {"Gross contributions",
        "The sum of all amounts called from and paid by the limited partners: investments, fees and expenses.",
        Metric::total_calls}},
      {{"nav", "net asset value", "residual value", "fair value"},
       {"NAV (net asset value)",
        "The value of what the fund still holds, less its liabilities, on a given day: the investors' share of it is "
        "their residual value.",
        Metric::nav}},
      {{"commitment", "committed capital", "capital commitment"},
       {"Commitment", "The amount an investor has promised to pay in when called.", Metric::commitment}},
      {{"unfunded", "unfunded commitment", "undrawn", "uncalled capital", "dry powder", "remaining commitment"},
       {"Unfunded commitment",
        "The part of the commitment that may still be called: commitment less called capital, with recallable "
        "distributions added back.",
        Metric::unfunded}},
      {{"capital call", "capital calls", "drawdown", "drawdowns", "call"},
       {"Capital call",
        "A request of the fund to its investors to pay in part of their commitment, for investments, fees or expenses; "
        "also called drawdown.",
        Metric::total_calls}},
      {{"distribution", "distributions"},
       {"Distribution",
        "Cash or securities that the fund pays out to its investors: return of capital, income or gains.",
        Metric::total_distributions}},
      {{"recallable", "recallable distribution", "recallable distributions", "recall", "recyclable"},
       {"Recallable distribution",
        "A distribution that the fund may call back: it counts as distributed, and it raises the unfunded commitment "
        "again.",
        Metric::recallable_distributions}},
      {{"return of capital", "roc"},
       {"Return of capital",
        "The part of a distribution that gives back capital paid in, as opposed to gains and income.",
        {}}},
      {{"rebalance of capital call", "rebalancing of capital calls", "rebalance of call"},
       {"Rebalance of capital call",
        "A correction of an earlier call, such as a refund of excess called capital: it lowers paid-in capital and is "
        "no distribution.",
        {}}},
      {{"rebalance of distribution", "rebalance of distributions"},
       {"Rebalance of distribution",
        "A correction of an overstated distribution, paid back by the investors: it lowers cumulative distributions.",
        {}}},
      {{"adjustment", "adjustments", "rebalancing", "rebalance"},
       {"Adjustment",
        "A correction of earlier rows: a rebalanced call changes paid-in capital, a rebalanced distribution changes "
        "distributions.",
        {}}},
      {{"adjusted dpi"},
       {"Adjusted DPI", "Distributions after rebalancing divided by paid-in capital after rebalancing.", Metric::dpi}},
      {{"called percentage", "pic multiple", "paid in to commitment"},
       {"Called share", "Paid-in capital divided by commitment; GIPS calls it the PIC multiple.",
        Metric::called_share}},
      {{"vintage", "vintage year"},
       {"Vintage year",
        "The year in which a fund began: of its first closing or its first call, as the report says.",
        {}}},
      {{"general partner", "gp"},
       {"General partner (GP)", "The manager who runs the fund and decides on its investments.", {}}},
      {{"limited partner", "limited partners", "lp", "lps"},
       {"Limited partner (LP)",
        "An investor who commits capital to the fund and is liable only up to that commitment.",
        {}}},
      {{"carried interest", "carry"},
       {"Carried interest",
        "The share of the profit that goes to the general partner, usually after the investors have had their capital "
        "and a preferred return.",
        {}}},
      {{"preferred return", "hurdle", "hurdle rate"},
       {"Preferred return (hurdle)",
        "The return the investors receive before the general partner takes carried interest.",
        {}}},
      {{"waterfall", "distribution waterfall"},
       {"Waterfall",
        "The order in which distributions go to investors and general partner: capital, preferred return, catch-up, "
        "carried interest.",
        {}}},
      {{"clawback", "gp clawback", "lp clawback", "giveback", "lp giveback"},
       {"Clawback",
        "The return of distributions already paid: by the general partner when too much carry was taken, or by the "
        "investors (giveback).",
        {}}},
      {{"catch up"},
       {"Catch-up",
        "The phase of a waterfall in which the general partner receives most of the profit until its share is even.",
        {}}},
      {{"management fee", "management fees"},
       {"Management fee",
        "The yearly fee of the manager, usually a percentage of commitment or invested capital.",
        {}}},
      {{"j curve"},
       {"J-curve",
        "The course of an investor's net cash: first negative while capital is called, later rising as distributions "
        "come.",
        {}}},
      {{"recycling"},
       {"Recycling",
        "Calling again capital that had been distributed, so that more than the commitment may be called in all.",
        {}}},
      {{"equalisation", "equalization", "true up"},
       {"Equalisation",
        "Payments between early and late investors, so that after a later closing all stand as if they had joined at "
        "the first.",
        {}}},
      {{"subscription line", "credit facility"},
       {"Subscription line",
        "A credit of the fund against its investors' commitments, which delays calls and raises the IRR.",
        {}}},
      {{"pme", "public market equivalent"},
       {"PME (public market equivalent)",
        "A comparison of the fund's cash flows with the same flows invested in an index.",
        {}}},
      {{"total value"}, {"Total value", "Cumulative distributions plus net asset value.", Metric::total_value}},
      {{"fund size"}, {"Fund size", "The sum of the commitments of all investors.", {}}},
  };
  return all;
}

struct Index {
  std::vector<Definition> definitions;
  std::vector<std::pair<reading::Phrase, const Definition*>> phrases;

  Index() {
    for (const Entry& entry : entries()) definitions.emplace_back(entry.definition).names = entry.names;
    for (const Definition& definition : definitions) {
      for (std::string_view name : definition.names) phrases.emplace_back(reading::Phrase(name), &definition);
    }
  }
};

}  // namespace

std::vector<const Definition*> find_definitions(std::span<const std::string> words) {
  static const Index index;
  std::vector<const Definition*> found;
  for (std::size_t at = 0; at < words.size();) {
    const Definition* best = nullptr;
    std::size_t longest = 0;
    for (const auto& [phrase, definition] : index.phrases) {
      if (phrase.size() <= longest || !phrase.stands_at(words, at)) continue;
      longest = phrase.size();
      best = definition;
    }
    if (best != nullptr && std::find(found.begin(), found.end(), best) == found.end()) found.push_back(best);
    at += std::max<std::size_t>(longest, 1);
  }
  return found;
}

}  // namespace dossier::funds
