#pragma once

#include "base/limits.h"

// The bounds of cases, with their reasons. Beside base/limits.h, which every file of the program sees.
namespace dossier::limits {

inline constexpr std::size_t kPreparationSlots = 4;  // drafts at the same time; each waits for the compute pool
inline constexpr auto kPreparationTime = 60s;        // one attempt: 20 ms of work, the rest is waiting for its turn
inline constexpr std::size_t kDraftsKeptMax = 200;   // remembered for five minutes, some 50 KiB each
inline constexpr std::size_t kCasesListedMax = 100;  // on one page of a list
inline constexpr std::size_t kCaseEventsListedMax = 500;
inline constexpr std::size_t kFactChangesListedMax = 5'000;  // a case has some twenty facts, each noted a few times
inline constexpr std::size_t kOffencesOfCaseMax = 50;        // named by an officer in one edit

inline constexpr const char* kComplaintLettersMaxWords = "50000 characters";  // kComplaintLettersMax, for people

// ---- complaints that come as a file ----
// For one recording: minutes of speech on a slow server. With the wait below it ends within the 180 s after which
// proxies before the old interface give up.
inline constexpr auto kSpeechTime = std::chrono::seconds(160);
inline constexpr auto kPictureTime = std::chrono::seconds(120);
inline constexpr std::size_t kTranscriptionsWaitingMax = 500;  // before files are refused: a quarter of an hour, 12 GiB
inline constexpr std::size_t kTranscriptionSlots = 4;          // at the same time; each holds its file of up to 25 MiB
inline constexpr auto kTranscriptionSpareTime = std::chrono::seconds(30);  // of a job: for the disk, before and after
inline constexpr auto kTranscriptWaitTime = std::chrono::seconds(10);      // of a client, beyond the model's time
inline constexpr auto kTranscriptAnswerTime = std::chrono::seconds(2);  // of a client's wait: to say that there is none
inline constexpr auto kTranscriptLookTime = std::chrono::milliseconds(50);  // how often a client's wait looks

// ---- a case with a model ----
inline constexpr auto kCaseModelTime = std::chrono::seconds(20);        // for all of one case, repairs included
inline constexpr std::size_t kCandidatesJudgedMax = 10;                 // offences of one case, side by side
inline constexpr std::size_t kCallsPerCase = kCandidatesJudgedMax + 2;  // with summary and narrative, repairs apart
inline constexpr std::size_t kCasesWrittenMax = 64;  // at the same time; fewer where the model's door is narrower
inline constexpr std::size_t kComplaintForModelBytesMax = 16u * 1024;  // some 4,000 tokens, shown up to twelve times
inline constexpr std::size_t kOfficerRemarkBytesMax = 1'000;           // of a remark that is shown to a model
inline constexpr std::size_t kJudgementReasonBytesMax = 400;           // one sentence
inline constexpr auto kJudgementTime = std::chrono::seconds(8);        // for one candidate, the wait included
inline constexpr int kJudgementTokensMax = 60;                         // YES or NO and a sentence with the reason
inline constexpr auto kWritingSpareTime = std::chrono::seconds(1);     // from the model's deadline to ours

// ---- the text of the law, loaded by the user ----
inline constexpr std::size_t kStatuteFileBytesMax = 32u * 1024 * 1024;  // every act the police use is some 5 MiB
inline constexpr std::size_t kStatuteSectionsMax = 20'000;              // some 50 acts have 8,000
inline constexpr std::size_t kStatuteTextBytesMax = 256u * 1024;        // of one section; the longest known has 20 KiB
inline constexpr std::size_t kStatuteTitleBytesMax = 1'000;
inline constexpr std::size_t kStatuteNameBytesMax = 200;  // of an act, of a section
inline constexpr std::size_t kStatuteFaultsMax = 20;      // told at once
inline constexpr std::size_t kStatutesFoundMax = 50;      // by one search
inline constexpr auto kStatuteReadingTime = std::chrono::seconds(30);  // from the disk to the index

}  // namespace dossier::limits
