#pragma once

#include <cstddef>

namespace dossier::extract::worker {

// What the worker may do, in sentences. It reads files that nobody vouches for, so it has as little as possible:
//
//   1. It talks over one socket, which it inherits as descriptor 3, and writes complaints of its libraries to stderr.
//   2. It reads a file only through a descriptor handed to it over that socket; it opens none by name, except what its
//      libraries load at the start (shared objects, locale, character maps of Poppler).
//   3. It starts no process, opens no connection, and writes nothing to disk.
//   4. It has the memory, the processor time and the priority that `confine` leaves it.
//   5. It dies with the thread that started it.
//
// Sentences 4 and 5 are in force. Sentences 1 to 3 are kept by the worker's own code; a system-call filter that makes
// the kernel keep them is to be installed at the end of `confine`, before the first file arrives.
void confine(std::size_t memory_bytes);

// Gives the file at hand `seconds` of processor time; beyond it the kernel ends the process. The program outside
// watches the wall clock, so this only matters when that program is stopped or slow.
void allow_processor_seconds(long seconds);

// The exit status by which the worker says that it ran out of memory.
inline constexpr int kExitMemory = 64;

}  // namespace dossier::extract::worker
