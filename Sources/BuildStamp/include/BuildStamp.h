#ifndef BUILD_STAMP_H
#define BUILD_STAMP_H

/// The commit that the command was built from, with `+changes` where the tree had others; `unknown`
/// where the build did not say.
///
/// `scripts/stamp` makes an object file with another text, which is linked in its place: a new commit
/// compiles nothing anew.
extern const char leasebook_commit[];

/// The same, for languages that import no array without a length.
const char *leasebookCommit(void);

#endif
