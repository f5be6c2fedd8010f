#include "desks/fir/case_bodies.h"

#include "desks/fir/limits.h"

namespace dossier::desks::fir {

using net::field;
using net::Fields;

namespace {

constexpr std::size_t kNameMax = 200, kValueMax = 500, kReasonMax = 2'000;
constexpr std::size_t kFactsMax = 150;  // more than the form has fields beside its lists
constexpr std::string_view kOfficer =
    "Who acts, as the station knows them; kept with the act. Without it the server's own principal is kept.";

}  // namespace

const Fields& FactBody::fields() {
  static const auto table = Fields::of<FactBody>(
      "FactEntry", "A field of the form and its value.",
      {net::field<&FactBody::field>("field", "Its name, as GET /api/cases/fields lists it.", net::length(1, 100)),
       net::field<&FactBody::value>("value",
                                    "Its value; empty makes it blank, and takes an entry of a list (accused.2) out.",
                                    net::length(0, kValueMax))});
  return table;
}

const Fields& NewCaseBody::fields() {
  static const auto table =
      Fields::of<NewCaseBody>("NewCase", "A complaint as it was given.",
                              {field<&NewCaseBody::text>("text", "The informant's own words, whole.",
                                                         net::length(1, limits::kComplaintLettersMax)),
                               field<&NewCaseBody::facts>("facts", "What is known beside the text.",
                                                          net::length(0, kFactsMax), net::or_default),
                               field<&NewCaseBody::officer>("officer", kOfficer, net::length(1, kNameMax))});
  return table;
}

const Fields& NewCaseFile::fields() {
  static const auto table = Fields::of<NewCaseFile>(
      "NewCaseFile", "A complaint that was spoken or photographed.",
      {field<&NewCaseFile::file>("file", "A recording (.wav, .mp3, .mpeg) or a picture (.jpg, .jpeg, .png)."),
       field<&NewCaseFile::language>(
           "language", "Of a recording, as ISO 639-1: hi, en. Without it the model finds out.", net::length(2, 2)),
       field<&NewCaseFile::officer>("officer", kOfficer, net::length(1, kNameMax))});
  return table;
}

const Fields& OffenceBody::fields() {
  static const auto table = Fields::of<OffenceBody>(
      "OffenceEntry", "A section for item 2 of the form.",
      {field<&OffenceBody::act>("act", "The act: BNS, POCSO, IT Act ...", net::length(1, kNameMax)),
       field<&OffenceBody::section>("section", "The punishing section: 303(2).", net::length(1, 50)),
       field<&OffenceBody::title>(
           "title", "Its title; without it the knowledge's own. Needed for a section Dossier does not know.",
           net::length(1, kNameMax))});
  return table;
}

const Fields& ActBody::fields() {
  static const auto table = Fields::of<ActBody>(
      "CaseAct", "What a person decides about one step.",
      {field<&ActBody::action>(
           "action",
           "approve: the version named stands. edit: another text, or for offences another list, in "
           "its place. send_back: made anew, with a remark. regenerate: made anew. reopen: an "
           "approved step is read again, and the later ones become stale."),
       field<&ActBody::step>("step", "The step."),
       field<&ActBody::version>("version", "The version that was read; needed for all but reopen. 0: none was there.",
                                net::at_least(0)),
       field<&ActBody::text>("text", "For edit: the new text.", net::length(1, limits::kComplaintLettersMax)),
       field<&ActBody::remark>("remark",
                               "For send_back what is wrong, for reopen why, for approve what is to be kept with it.",
                               net::length(1, kReasonMax)),
       field<&ActBody::route>("route", "For edit of the offences: FIR, ZERO_FIR, NCR ...", net::length(1, 30)),
       field<&ActBody::law>("law", "For edit of the offences: BNS, IPC or BOTH.", net::length(1, 10)),
       field<&ActBody::officer>("officer", kOfficer, net::length(1, kNameMax)),
       field<&ActBody::offences>("offences", "For edit of the offences: the whole list, in order.",
                                 net::length(0, limits::kOffencesOfCaseMax), net::or_default)});
  return table;
}

const Fields& FactsBody::fields() {
  static const auto table = Fields::of<FactsBody>(
      "FactEntries", "What the officer enters.",
      {field<&FactsBody::facts>("facts", "Field and value of each.", net::length(1, kFactsMax)),
       field<&FactsBody::reason>("reason", "Kept with each; needed where what the complaint says is changed.",
                                 net::length(1, kReasonMax)),
       field<&FactsBody::officer>("officer", kOfficer, net::length(1, kNameMax))});
  return table;
}

const Fields& DutyBody::fields() {
  static const auto table = Fields::of<DutyBody>(
      "DutySettled", "What became of a duty.",
      {field<&DutyBody::duty>("duty", "Its id.", net::length(1, 100)),
       field<&DutyBody::state>("state", "done, not_applicable, excused, or open when it was settled by mistake."),
       field<&DutyBody::reason>("reason", "Needed unless it was done in time.", net::length(1, kReasonMax)),
       field<&DutyBody::officer>("officer", kOfficer, net::length(1, kNameMax))});
  return table;
}

const Fields& SensitiveBody::fields() {
  static const auto table = Fields::of<SensitiveBody>(
      "Sensitivity", "Whether the victim's identity is protected.",
      {field<&SensitiveBody::sensitive>("sensitive", "true protects it."),
       field<&SensitiveBody::reason>("reason", "Needed for false.", net::length(1, kReasonMax)),
       field<&SensitiveBody::officer>("officer", kOfficer, net::length(1, kNameMax))});
  return table;
}

const Fields& CasePath::fields() {
  static const auto table =
      Fields::of<CasePath>("CasePath", "", {field<&CasePath::id>("id", "Number of the case.", net::at_least(1))});
  return table;
}

const Fields& StepPath::fields() {
  static const auto table = Fields::of<StepPath>("StepPath", "",
                                                 {field<&StepPath::id>("id", "Number of the case.", net::at_least(1)),
                                                  field<&StepPath::step>("step", "The step.")});
  return table;
}

const Fields& CaseQuery::fields() {
  static const auto table = Fields::of<CaseQuery>(
      "CaseQuery", "",
      {field<&CaseQuery::q>("q", "Words of the complaint or the summary; of sensitive cases the summary alone.",
                            net::length(1, kNameMax)),
       field<&CaseQuery::route>("route", "FIR, ZERO_FIR, NCR ...", net::length(1, 30)),
       field<&CaseQuery::section>("section", "A section as it stands in the case: 303(2).", net::length(1, 50)),
       field<&CaseQuery::status>("status", "Where it stands."),
       field<&CaseQuery::sensitive>("sensitive", "Only those, or only the others."),
       field<&CaseQuery::before>("before", "The `next` of the page before: cases older than that.", net::at_least(1)),
       field<&CaseQuery::limit>("limit", "How many.", net::range(1, limits::kCasesListedMax), net::or_default)});
  return table;
}

const Fields& CopyQuery::fields() {
  static const auto table = Fields::of<CopyQuery>(
      "CopyQuery", "",
      {field<&CopyQuery::copy>("copy", "redacted leaves out who victim and informant are.", net::or_default)});
  return table;
}

const Fields& AfterQuery::fields() {
  static const auto table =
      Fields::of<AfterQuery>("AfterQuery", "",
                             {field<&AfterQuery::after>("after", "Number of the last event that is known.",
                                                        net::at_least(0), net::or_default)});
  return table;
}

}  // namespace dossier::desks::fir
