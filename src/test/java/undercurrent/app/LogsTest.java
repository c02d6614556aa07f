package undercurrent.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogsTest {
  private static final Logger ROOT = Logger.getLogger("");
  private static final long LARGEST = 2 << 20;
  @TempDir private Path folder = Path.of("");
  private List<Handler> before = List.of();
  private Level level = Level.INFO;

  @BeforeEach
  void keep() {
    before = List.of(ROOT.getHandlers());
    level = ROOT.getLevel();
  }

  @AfterEach
  void bringBack() {
    for (Handler handler : ROOT.getHandlers()) {
      ROOT.removeHandler(handler);
      handler.close();
    }
    before.forEach(ROOT::addHandler);
    ROOT.setLevel(level);
  }

  @Test
  void aLogThatIsWrittenWithoutEndStaysInThreeSmallFiles() throws IOException {
    Path logs = folder.resolve("größe & logs");
    Logs.start(logs);
    String record = "x".repeat(10_000);
    for (int i = 0; i < 1000; i++) ROOT.info(i + " " + record);
    try (Stream<Path> files = Files.list(logs)) {
      List<Path> kept = files.filter(f -> f.toString().endsWith(".log")).toList();
      assertEquals(3, kept.size(), kept.toString());
      for (Path file : kept) assertTrue(Files.size(file) < LARGEST, file.toString());
    }
    assertTrue(Files.readString(logs.resolve("undercurrent.0.log")).contains("999 x"));
  }

  @Test
  void aFolderThatCannotBeMadeIsNoTrouble() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    Logs.start(file.resolve("logs"));
    assertFalse(ROOT.isLoggable(Level.SEVERE), "nobody is told, and nothing is thrown");
  }
}
