package undercurrent.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

final class UnexpectedErrorTest {
  private static RuntimeException failure(String message) {
    return new IllegalStateException(message);
  }

  @Test
  void theSameFailureHasTheSameCodeWhateverItsWords() {
    List<UnexpectedError> troubles = new ArrayList<>();
    for (String words : List.of("one", "two"))
      troubles.add(UnexpectedError.of("s", failure(words)));
    assertEquals(troubles.getFirst().code(), troubles.getLast().code());
    assertTrue(troubles.getFirst().code().matches("U-[0-9A-F]{4}"), troubles.getFirst().code());
    UnexpectedError other = UnexpectedError.of("s", new IllegalArgumentException("one"));
    assertNotEquals(troubles.getFirst().code(), other.code());
    assertTrue(troubles.getFirst().details().contains("IllegalStateException: one"));
  }

  @Test
  void anErrorThatComesAgainAndAgainDoesNotFillTheLog() {
    List<LogRecord> records = new ArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            records.add(record);
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger logger = Logger.getLogger(UncaughtErrors.class.getName());
    logger.addHandler(handler);
    logger.setUseParentHandlers(false);
    try {
      UncaughtErrors uncaught = new UncaughtErrors();
      for (int i = 0; i < 1000; i++) {
        uncaught.uncaughtException(Thread.currentThread(), failure("again"));
      }
    } finally {
      logger.removeHandler(handler);
      logger.setUseParentHandlers(true);
    }
    assertEquals(10, records.size());
    assertEquals(1, records.stream().filter(r -> r.getThrown() != null).count());
  }
}
