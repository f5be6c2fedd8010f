#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

// The bounds of embedding and of files, with their reasons. Beside base/limits.h, which every file of the program sees.
namespace dossier::limits {

inline constexpr const char* kRecordingBytesMaxWords = "25 MiB (26214400 bytes)";  // kRecordingBytesMax, for people

inline constexpr auto kEmbeddingGatherTime = std::chrono::milliseconds(3);  // for texts of others to share one call
inline constexpr auto kEmbeddingCallTime = std::chrono::seconds(20);        // of one call, made for all who wait for it
inline constexpr std::size_t kEmbeddingQueueMax = 20'000;                   // texts that wait for a call
inline constexpr std::size_t kEmbeddingsKeptMax = 50'000;              // some 2 KiB each: 100 reports of 500 passages
inline constexpr std::int64_t kEmbeddingsStoredMax = 500'000;          // in the database, some 2 KiB each: 1 GB
inline constexpr auto kEmbeddingLookTime = std::chrono::seconds(1);    // for what is kept; then it is made anew
inline constexpr auto kEmbeddingWriteTime = std::chrono::seconds(30);  // behind everybody who waits for the disk
inline constexpr auto kModelWarmUpTime =
    std::chrono::seconds(60);  // for a server that loads its model at the first call

}  // namespace dossier::limits
