#include "base/limits.h"
#include "extract/channel.h"
#include "extract/worker/sandbox.h"
#include "extract/worker/serve.h"

#include <sys/socket.h>

#include <cstdio>

// dossier-extract: reads the words of files that nobody vouches for, on behalf of the program that started it and kept
// the other end of descriptor 3 (docs/extract.md).
int main() {
  constexpr int kSocket = 3;
  int type = 0;
  socklen_t size = sizeof type;
  if (getsockopt(kSocket, SOL_SOCKET, SO_TYPE, &type, &size) != 0) {
    std::fputs("dossier-extract is started by dossier and is of no use by hand\n", stderr);
    return 2;
  }
  using namespace dossier;
  extract::worker::confine(limits::kExtractMemoryBytes);
  extract::worker::serve(extract::Channel(extract::Descriptor(kSocket)));
}
