#include "desks/fir/case_wording.h"

#include "base/check.h"
#include "base/json_writer.h"
#include "desks/fir/limits.h"
#include "grounding/orders.h"
#include "phrasing/prompt.h"
#include "phrasing/reasons.h"

#include <algorithm>

namespace dossier::desks::fir {
namespace {

using namespace dossier::fir;
using Verdict = Judgement::Verdict;

constexpr std::string_view kWordedNote = "Worded by a model and checked against the complaint.";
constexpr std::string_view kOrdersNote =
    "The complaint has words addressed to a machine; no model was shown them, and they are kept in the transcript.";

Candidate candidate_of(const Offence& offence, std::string act, std::string section, bool proposed) {
  Candidate candidate{std::move(act), std::move(section), offence.title, {}, proposed};
  for (const Ingredient& ingredient : offence.ingredients) candidate.ingredients.push_back(ingredient.name);
  return candidate;
}

std::string name_of(const Candidate& candidate) {
  return candidate.act + " " + candidate.section + " (" + candidate.title + ")";
}

void append(std::string& note, std::string_view sentence) {
  if (!note.empty()) note += ' ';
  note += sentence;
}

// A doubt about what is proposed, or a hint at what is not; empty when the judgement adds nothing to read.
std::string remark_of(const Candidate& candidate, const Judgement& judgement) {
  const std::string why = judgement.reason.empty() ? "without a reason that the complaint bears out" : judgement.reason;
  if (candidate.proposed && judgement.verdict == Verdict::no)
    return "A model doubts " + name_of(candidate) + ": " + why + " It stays proposed until a person decides.";
  if (!candidate.proposed && judgement.verdict == Verdict::yes && !judgement.evidence_texts.empty())
    return "A model would also look at " + name_of(candidate) + " for the words \"" + judgement.evidence_texts.front() +
           "\". It was not added.";
  return {};
}

void write_judgement(JsonWriter& json, const Candidate& candidate, const CandidateJudged& judged) {
  json.begin_object().member("act", candidate.act).member("section", candidate.section);
  json.member("proposed", candidate.proposed).key("verdict");
  if (!judged.judgement) {
    json.null().member("failed", phrasing::shown_reason(judged.failed)).end_object();
    return;
  }
  json.value(judged.judgement->verdict == Verdict::yes ? "yes" : "no").key("reason");
  judged.judgement->reason.empty() ? json.null() : json.value(judged.judgement->reason);
  json.key("evidence").begin_array();
  for (std::size_t i = 0; i < judged.judgement->evidence.size(); ++i) {
    const reading::Span span = judged.judgement->evidence[i];
    json.begin_object().member("start", span.start).member("end", span.end);
    json.member("text", judged.judgement->evidence_texts[i]).end_object();
  }
  json.end_array().member("writer", judged.judgement->writer).end_object();
}

// The assessment is one JSON object: the judgements become its last member.
void add_judgements(std::string& details, const WritingOrder& order, const CaseWords& words) {
  JsonWriter json;
  json.begin_array();
  for (std::size_t i = 0; i < order.candidates.size(); ++i) write_judgement(json, order.candidates[i], words.judged[i]);
  DOSSIER_CHECK(details.ends_with('}'));
  details.pop_back();
  details += ",\"judgements\":" + json.end_array().take() + "}";
}

void put_judgements(Preparation& made, const WritingOrder& order, const CaseWords& words) {
  Wording& wording = made.wording_of(Step::offences);
  for (std::size_t i = 0; i < order.candidates.size(); ++i) {
    const CandidateJudged& judged = words.judged[i];
    if (judged.judgement) {
      wording.by_model = true;
      if (const std::string remark = remark_of(order.candidates[i], *judged.judgement); !remark.empty())
        append(wording.note, remark);
    } else if (wording.degraded.empty()) {
      wording.degraded = phrasing::shown_reason(judged.failed);
    }
  }
  if (!order.candidates.empty()) add_judgements(made.details, order, words);
}

}  // namespace

WritingOrder writing_order(const Knowledge& knowledge, const Draft& draft) {
  WritingOrder order;
  grounding::WithoutOrders parted = grounding::take_orders(draft.transcript);
  order.complaint = std::move(parted.text);
  order.orders_left_out = !parted.orders.empty();
  order.found = draft.summary;
  const auto full = [&] { return order.candidates.size() >= limits::kCandidatesJudgedMax; };
  for (const Proposal& proposal : draft.assessment.proposals) {
    const CitedSection cited = cited_sections(proposal, draft.law).front();
    if (!full()) order.candidates.push_back(candidate_of(*proposal.offence, cited.act, cited.section, true));
  }
  for (const Considered& considered : draft.assessment.considered) {
    const Offence* offence = knowledge.find(considered.act + " " + considered.section);
    if (offence != nullptr && !full())
      order.candidates.push_back(candidate_of(*offence, considered.act, considered.section, false));
  }
  return order;
}

void put_words(Preparation& made, const WritingOrder& order, const CaseWords& words) {
  const auto note = [&](Wording& wording, const phrasing::GroundedText& text) {
    wording.by_model = text.failed.empty();
    if (wording.by_model) wording.note = kWordedNote;
    if (!wording.by_model) wording.degraded = phrasing::shown_reason(text.failed);
    if (order.orders_left_out) append(wording.note, kOrdersNote);
  };
  if (order.summary) {
    note(made.wording_of(Step::summary), words.summary);
    if (words.summary.failed.empty()) made.summary = phrasing::without_citations(words.summary.text);
  }
  if (order.narrative) {
    note(made.wording_of(Step::narrative), words.narrative);
    if (words.narrative.failed.empty())
      made.narrative = phrasing::without_citations(words.narrative.text) + "\n\n" + made.narrative;
  }
  if (order.offences) put_judgements(made, order, words);
}

void mark_unasked(Preparation& made, const WritingOrder& order, const std::string& reason) {
  const std::string shown = phrasing::shown_reason(reason);
  if (order.summary) made.wording_of(Step::summary).degraded = shown;
  if (order.narrative) made.wording_of(Step::narrative).degraded = shown;
  if (order.offences && !order.candidates.empty()) made.wording_of(Step::offences).degraded = shown;
}

}  // namespace dossier::desks::fir
