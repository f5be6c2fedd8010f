#pragma once

#include "fir/case.h"
#include "fir/draft.h"
#include "phrasing/grounded_writer.h"
#include "reading/tokens.h"

#include <optional>
#include <string>
#include <vector>

// What a model is asked about a case, and what it said, as values.
namespace dossier::desks::fir {

// An offence that the model is asked about. The section is not shown to it: the law is the rules'.
struct Candidate {
  std::string act, section;
  std::string title;
  std::vector<std::string> ingredients;  // in our words
  bool proposed = false;                 // by the rules; else they considered it and did not
};

struct WritingOrder {
  dossier::fir::CaseId id;
  std::int64_t basis = 0;
  bool summary = false, offences = false, narrative = false;  // which steps are wanted
  std::string complaint;                                      // as given, without sentences addressed to a machine
  bool orders_left_out = false;
  std::string found;   // what the rules wrote about it: the summary that stands
  std::string remark;  // the officer's, with which the first wanted step was sent back
  std::vector<Candidate> candidates;
};

// What the model said of one candidate, as far as it can be believed.
struct Judgement {
  enum class Verdict { yes, no };
  Verdict verdict = Verdict::no;
  std::string reason;                       // empty: none, or it said what the complaint does not
  std::vector<reading::Span> evidence;      // words of the complaint it quoted, in code points of the transcript
  std::vector<std::string> evidence_texts;  // as they stand there
  std::string writer;                       // the endpoint
};

struct CandidateJudged {
  std::optional<Judgement> judgement;  // nothing: see failed
  std::string failed;                  // of phrasing/reasons.h
};

// What came of an order by its deadline.
struct CaseWords {
  phrasing::GroundedText summary, narrative;
  std::vector<CandidateJudged> judged;  // in the order of the candidates
  bool superseded = false;              // an edit made the order pointless: nothing here is wanted
  bool cancelled = false;               // the program is shutting down
};

}  // namespace dossier::desks::fir
