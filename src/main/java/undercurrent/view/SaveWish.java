package undercurrent.view;

import java.nio.file.Path;

/**
 * What a person chose to save.
 *
 * @param withReplay whether earlier models of the training are kept, so that it can be replayed
 *     when the document is opened
 */
record SaveWish(Path file, boolean withReplay) {}
