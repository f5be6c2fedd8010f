#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

// Every bound of the program, with its unit and its reason. What an operator may want to change is also a key of the
// configuration (server/config.h), whose default stands here.
namespace dossier::limits {

using namespace std::chrono_literals;

// ---- amounts ----
// 10^15 whole units with three decimals: more than any fund holds, and within 64 bits.
inline constexpr std::int64_t kAmountMinorMax = 1'000'000'000'000'000'000;

// ---- documents ----
inline constexpr std::size_t kUploadBytesMax = 50u * 1024 * 1024;  // the contract's 52,428,800
inline constexpr int kPagesMax = 2'000;                            // longer files are refused whole, by name
inline constexpr std::size_t kWordsPerPageMax = 50'000;            // a dense page has 3,000; hostile ones have millions
inline constexpr std::size_t kRulesPerPageMax = 50'000;
inline constexpr std::size_t kWordBytesMax = 1'000;
inline constexpr std::size_t kFileNameBytesMax = 255;

// ---- the extract worker ----
inline constexpr auto kExtractPageTime = 10s;  // born-digital page; measured ones take 2-40 ms
inline constexpr auto kExtractFileTime = 60s;
inline constexpr std::size_t kExtractMemoryBytes =
    512u * 1024 * 1024;                             // address space beyond what the process starts with
inline constexpr int kExtractFilesPerWorker = 200;  // then a fresh process: Poppler's caches do not grow for ever
inline constexpr std::size_t kExtractFrameBytesMax = 64u * 1024 * 1024;

// ---- XIRR ----
inline constexpr std::size_t kFlowsMax = 100'000;

}  // namespace dossier::limits
