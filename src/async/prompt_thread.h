#pragma once

namespace dossier::async {

// Asks the kernel to let this thread in as soon as it has something to do: it says that its turns are short (0.1 ms),
// for which Linux from 6.12 on interrupts whoever is in a longer one, at the same share of the processor. Without it
// an io loop waits behind the compute threads for up to their whole turn (3 ms). Kernels that know no such wish ignore
// it. For threads that work for microseconds at a time.
void make_prompt();

}  // namespace dossier::async
