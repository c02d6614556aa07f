package undercurrent.experiment;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The sentences by which a document is refused.
 *
 * @param name of its file
 */
record Refusals(String name) {
  /** Refuses a document whose part has a fault, if it has one. */
  void check(String part, Optional<String> fault) {
    if (fault.isEmpty()) return;
    throw refused(ExperimentWords.of("refusals.wrongPart", part, fault.get()), null);
  }

  /** A refusal because a part is missing, or because its reader does not understand it. */
  ExperimentException damaged(String part, @Nullable Exception cause) {
    // An exception of our own readers says what it is and where.
    String what =
        cause instanceof IOException
            ? ExperimentWords.of("refusals.damagedPart", part, reason(cause))
            : ExperimentWords.of("refusals.missingPart", part);
    return refused(what, cause);
  }

  /**
   * A refusal of the whole file.
   *
   * @param what follows its name in the sentence
   */
  ExperimentException refused(String what, @Nullable Exception cause) {
    String sentence = ExperimentWords.of("refusals.file", name, what);
    return cause == null
        ? new ExperimentException(sentence)
        : new ExperimentException(sentence, cause);
  }

  /** Why a file could not be read or written, as a part of a sentence. */
  static String reason(Exception e) {
    String message = e.getMessage();
    if (e instanceof AccessDeniedException) return ExperimentWords.of("refusals.permission");
    if (e instanceof NoSuchFileException) return ExperimentWords.of("refusals.noFolder");
    if (e instanceof EOFException) return ExperimentWords.of("refusals.truncated");
    return message == null ? e.getClass().getSimpleName() : message.replaceAll("\\s+", " ");
  }
}
