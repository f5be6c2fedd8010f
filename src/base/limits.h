#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

// Every bound of the program, with its unit and its reason. What an operator may want to change is also a key of the
// configuration (server/config.h), whose default stands here.
namespace dossier::limits {

using namespace std::chrono_literals;

// ---- amounts ----
inline constexpr std::int64_t kAmountMajorMax = 1'000'000'000'000'000;  // whole units: more than any fund holds
// The same with the three decimals that a currency has at most: within 64 bits.
inline constexpr std::int64_t kAmountMinorMax = 1'000'000'000'000'000'000;

// ---- documents ----
inline constexpr std::size_t kUploadBytesMax = 50u * 1024 * 1024;  // the contract's 52,428,800
inline constexpr int kPagesMax = 2'000;                            // longer files are refused whole, by name
inline constexpr std::size_t kWordsPerPageMax = 50'000;            // a dense page has 3,000; hostile ones have millions
inline constexpr std::size_t kRulesPerPageMax = 50'000;
inline constexpr std::size_t kWordBytesMax = 1'000;
inline constexpr std::size_t kFileNameBytesMax = 255;
inline constexpr std::size_t kPagesPerWrite = 100;  // stored in one transaction: some 400 KiB, 10 ms
inline constexpr std::int64_t kDocumentsListedMax = 1'000;
inline constexpr std::size_t kBlobsPerSweep = 200;  // looked up in one transaction, 2 ms
inline constexpr auto kBlobGraceTime = 10min;       // a file without a document may belong to an upload on its way

// ---- the extract worker ----
inline constexpr auto kExtractPageTime = 10s;  // born-digital page; measured ones take 2-40 ms
inline constexpr auto kExtractFileTime = 60s;
inline constexpr std::size_t kExtractMemoryBytes =
    512u * 1024 * 1024;                             // address space beyond what the process starts with
inline constexpr int kExtractFilesPerWorker = 200;  // then a fresh process: Poppler's caches do not grow for ever
inline constexpr std::size_t kExtractFrameBytesMax = 64u * 1024 * 1024;

// ---- requests ----
inline constexpr std::size_t kHeadBytesMax = 16u * 1024;  // request line and headers; browsers send 1-2 KiB
inline constexpr std::size_t kTargetBytesMax = 8u * 1024;
inline constexpr std::size_t kBodyBytesMax =
    512u * 1024;  // 50,000 characters of Hindi as \u escapes are 300 KiB; parsed in < 3 ms
inline constexpr std::size_t kDrainBytesMax = 256u * 1024 * 1024;  // read and thrown away so that a refusal can be read
inline constexpr std::size_t kParametersMax = 100;                 // of a query or a form
inline constexpr std::size_t kPartsMax = 100;                      // of a multipart form
inline constexpr std::size_t kPartHeadBytesMax = 8u * 1024;
inline constexpr std::size_t kFormFieldBytesMax = 512u * 1024;  // all text fields of one form together
inline constexpr std::size_t kFilesPerFormMax = 4;
inline constexpr int kJsonDepthMax = 32;
inline constexpr std::size_t kProblemsMax = 20;            // named in one answer; the rest waits for the next try
inline constexpr std::size_t kProblemInputBytesMax = 200;  // of the wrong input that is repeated to the client

// ---- connections ----
inline constexpr std::size_t kConnectionsMax = 4'096;  // some 20 KiB each
inline constexpr auto kHeadTime = 10s;                 // from the first byte of a request to the end of its headers
inline constexpr auto kBodyTime = 30s;                 // for a body that is not an upload
inline constexpr auto kUploadTime = 10min;             // for all of an upload
inline constexpr auto kStallTime = 20s;                // between two pieces of an upload, or two of an answer
inline constexpr auto kIdleTime = 75s;                 // between two requests; longer than the 60 s of usual proxies
inline constexpr auto kRequestTime = 30s;              // for a handler
inline constexpr auto kDrainTime = 30s;
inline constexpr auto kShutdownTime = 30s;                 // in-flight work at the end of the process
inline constexpr std::size_t kUploadRateMin = 16u * 1024;  // bytes a second; slower uploads are no use to anybody
inline constexpr std::size_t kReservedConnections = 256;   // beyond the most: for health and metrics, or to be told so
inline constexpr auto kReservedTime = 500ms;               // for the head of a request on one of those
inline constexpr std::size_t kEventsWaitingMax = 256;      // of one event stream; a reader that is slower is cut off
inline constexpr auto kEventHeartbeat = 15s;

// ---- overload ----
// For the first of a queue; whoever comes while it waits longer is refused. People wait a second without wondering.
inline constexpr std::chrono::nanoseconds kQueueTimeMax = 1s;
inline constexpr std::size_t kPoolQueueMax = 256;     // pieces of work that wait for a thread of a pool
inline constexpr std::size_t kPoolQueueReserve = 64;  // of these, for accepted work: jobs, uploads under way
inline constexpr std::size_t kBacklogMax = 2'000;  // jobs that wait before uploads are refused: some minutes of reading
inline constexpr std::size_t kUploadsMax = 64;     // received at the same time; each holds some 200 KiB
// Of this process, which has 40 MiB when idle and 120 MiB with 4,096 connections: beyond these something is wrong.
inline constexpr std::size_t kIngestMemoryBytesMax = 1024u * 1024 * 1024;
inline constexpr std::size_t kMemoryBytesMax = 1536u * 1024 * 1024;

inline constexpr std::size_t kRateLimitClientsMax = 10'000;  // remembered at once

// ---- logs ----
inline constexpr std::size_t kLogLinesWaitingMax =
    8'192;  // some 4 MiB; when it is full those waiting are dropped and counted

// ---- the store ----
inline constexpr std::size_t kWritesWaitingMax = 2'000;    // people's changes: two seconds of them at 1 ms each
inline constexpr std::size_t kBulkWritesWaitingMax = 200;  // jobs' changes: up to 100 ms each
inline constexpr std::size_t kReadsWaitingMax = 2'000;
inline constexpr std::size_t kWriteGroupMax = 64;  // changes that share one commit
inline constexpr auto kWriteGroupTime = 4ms;       // after which a group takes no more in: commits stay under 5 ms
inline constexpr int kWalPagesBeforeCheckpoint = 1'000;  // of 4 KiB, as SQLite's own default
inline constexpr std::size_t kStatementsKeptMax = 256;   // prepared per connection; the program has fewer texts
inline constexpr std::size_t kJournalPayloadBytesMax = 1024u * 1024;  // a report of 2,000 rows is some 600 KiB of JSON
inline constexpr std::size_t kIdempotencyKeyBytesMax = 255;
inline constexpr std::size_t kIdempotencyBodyBytesMax = 1024u * 1024;
inline constexpr auto kIdempotencyTime = 24h;  // after which a key may be used anew

// ---- jobs ----
inline constexpr std::size_t kJobSlots = 4;                     // attempts at the same time, of all kinds
inline constexpr std::size_t kJobPayloadBytesMax = 64u * 1024;  // ids and options; documents are stored elsewhere
inline constexpr std::size_t kJobErrorBytesMax = 2'000;
inline constexpr int kJobAttemptsMax = 5;  // with the delays between: about 15 seconds of trying
inline constexpr std::chrono::nanoseconds kJobFirstDelay =
    1s;  // before the second attempt; then twice as long each time
inline constexpr std::chrono::nanoseconds kJobDelayMax = 5min;
inline constexpr std::chrono::nanoseconds kJobLeaseMargin = 10s;  // from a handler's deadline to the end of its lease
inline constexpr std::chrono::nanoseconds kJobLookTime = 60s;     // the queue is looked at at least this often
inline constexpr std::chrono::nanoseconds kJobWriteTime = 30s;    // for taking and settling jobs
inline constexpr std::chrono::nanoseconds kJobHandBackTime = 5s;  // for cancelled attempts at the end of the process
inline constexpr auto kJobKeptTime = 24h * 7;                     // done jobs are kept so that people can look

// ---- funds ----
inline constexpr std::size_t kFundNameCharactersMax = 255;  // the contract's
inline constexpr std::size_t kFundTypeCharactersMax = 100;
inline constexpr std::size_t kReasonCharactersMax = 1'000;  // why a person changed something: a paragraph
inline constexpr std::size_t kPasswordBytesMax = 127;       // the longest PDF knows
inline constexpr auto kIngestTime = 3min;  // one attempt: reading may take 60 s, a free worker may take longer
inline constexpr std::size_t kIngestErrorsMax = 50;  // named in a document's statistics
inline constexpr std::size_t kQuestionCharactersMax = 10'000;
inline constexpr std::int64_t kFundsAskedMax = 1'000;         // a question without a fund is about so many
inline constexpr std::size_t kQuestionsResumedMax = 20;       // of a conversation, for follow-ups
inline constexpr std::size_t kDocumentsOnShelfMax = 256;      // whose paragraphs stay in memory: some 50 KiB each
inline constexpr std::size_t kChatSourcesMax = 3;             // the contract's; all are in `details`
inline constexpr std::size_t kChatSourceCharactersMax = 200;  // the contract's

inline constexpr std::size_t kIndexLevelsMax = 100'000;              // daily for 270 years
inline constexpr std::size_t kIndexFileBytesMax = 8u * 1024 * 1024;  // 100,000 lines of 80 bytes
inline constexpr std::size_t kFundsPooledMax = 200;                  // in one pooled figure
inline constexpr std::size_t kProgressStreamsMax = 1'000;            // clients who watch documents being read

// ---- housekeeping ----
inline constexpr auto kHousekeepingEvery = 1h;
inline constexpr auto kHousekeepingTime = 60s;  // for each of its steps

// ---- conversations ----
inline constexpr std::size_t kConversationIdBytesMax = 200;  // a client may bring its own
inline constexpr int kConversationMessagesMax = 1'000;       // given back at once, the newest

// ---- questions ----
inline constexpr std::size_t kQuestionBytesMax = 4'000;  // a long message; understanding is linear in it
inline constexpr std::size_t kQuestionsPerMessageMax = 10;

// ---- complaints ----
inline constexpr std::size_t kComplaintLettersMax = 50'000;  // code points; the contract's bound on text
inline constexpr std::size_t kComplaintBytesMax = 4 * kComplaintLettersMax;  // as many in the widest UTF-8

// ---- printed documents ----
inline constexpr std::size_t kSheetTextBytesMax = 2u * 1024 * 1024;  // a complaint and its narrative, twice over
inline constexpr std::size_t kSheetPagesMax = 500;  // the longest complaint and narrative together take some 40

// ---- model servers ----
inline constexpr auto kModelConnectTime = 3s;         // name look-up, TCP and TLS together; a local server takes 1 ms
inline constexpr std::size_t kModelCallsMax = 4'096;  // of all endpoints together, running or handed over
inline constexpr std::size_t kModelConnectionsMax = 512;  // open at once; the gates let in far fewer
inline constexpr std::size_t kModelEndpointsMax = 16;     // of one role
inline constexpr std::size_t kModelSlots = 4;             // calls inside one endpoint: llama-server's usual count
inline constexpr std::size_t kModelWaitingMax = 64;       // at its door; 16 turns of 1 s fit into a deadline
inline constexpr int kModelAttemptsMax = 3;               // the first one and two more
inline constexpr std::chrono::nanoseconds kModelFirstDelay = 250ms;  // before the second attempt, half of it at least
inline constexpr std::chrono::nanoseconds kModelDelayMax = 4s;
inline constexpr double kModelRetryShare = 0.1;      // retries per call over time: an outage is not multiplied
inline constexpr double kModelRetriesSavedMax = 10;  // after quiet times
inline constexpr int kModelFailuresToOpen = 5;       // in a row
inline constexpr std::chrono::nanoseconds kModelOpenTime = 60s;     // of a breaker; a good health check ends it sooner
inline constexpr std::chrono::nanoseconds kModelHealthTime = 2s;    // a check that takes longer has failed
inline constexpr std::chrono::nanoseconds kModelHealthEvery = 30s;  // while it is up
inline constexpr std::chrono::nanoseconds kModelHealthAgainAfter = 5s;  // while it is not
inline constexpr std::size_t kPromptBytesMax = 64u * 1024;              // some 16,000 tokens
inline constexpr std::size_t kModelTextBytesMax = 256u * 1024;          // what a server may send for one text
inline constexpr std::size_t kEmbeddingBatchMax = 32;                   // TEI's default; others take more
inline constexpr std::size_t kEmbeddingTextBytesMax = 32u * 1024;       // beyond every embedding model's window
inline constexpr std::size_t kEmbeddingTextsMax = 10'000;               // of one call: a report has some 500 passages
inline constexpr std::size_t kEmbeddingNumbersMax = 8'192;  // of one vector; known models have 4,096 at most
inline constexpr std::size_t kEmbeddingAnswerBytesMax = 8u * 1024 * 1024;  // 32 vectors of 8,192 numbers of 20 letters
inline constexpr std::size_t kRecordingBytesMax = 26'214'400;              // 25 MiB, the speech servers' own limit
inline constexpr int kSummaryTokensMax = 100, kCheckTokensMax = 3, kNarrativeTokensMax = 150, kAnswerTokensMax = 300;
inline constexpr auto kAnswerModelTime = 20s;                        // for phrasing an answer, repair included
inline constexpr std::chrono::nanoseconds kAnswerSpareTime = 500ms;  // kept for the rule-made answer
inline constexpr std::size_t kPromptSourcesMax = 6;                  // passages shown to a model
inline constexpr std::size_t kPromptSourceBytesMax = 2'000;          // of each
inline constexpr std::size_t kPhrasedAnswersMax = 1'000;             // remembered, some 2 KiB each
inline constexpr std::chrono::nanoseconds kPhrasedAnswersTime = 5min;

// ---- XIRR ----
inline constexpr std::size_t kFlowsMax = 100'000;
inline constexpr std::size_t kFlowFileBytesMax = 16u * 1024 * 1024;  // 100,000 lines of 160 bytes
inline constexpr std::int64_t kExactTermsMax = 2'000'000;  // 100-digit work, about 2 s; a double root takes 1 %

}  // namespace dossier::limits
