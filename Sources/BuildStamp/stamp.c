#include "BuildStamp.h"

// Weak: the text of an object file that is linked beside this one takes its place.
__attribute__((weak)) const char leasebook_commit[] = "unknown";

const char *leasebookCommit(void) { return leasebook_commit; }
