package undercurrent.series;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import undercurrent.BesideOthers;

/**
 * Odd tables are opened with all that they hold, or refused by a sentence that names the place, in
 * time. {@code -Dtables=20000} tries more.
 */
@BesideOthers
final class OddTablesTest {
  private static final int USUAL = 400;
  private static final double LONGEST_SECONDS = 5;

  @TempDir private Path folder = Path.of("");

  @Test
  void anOddTableIsOpenedWholeOrRefusedByItsPlace() throws Exception {
    int first = Integer.getInteger("tables.from", 0);
    int count = Integer.getInteger("tables", USUAL);
    Path file = folder.resolve(OddTable.FILE);
    // Of this thread alone: other tests do not make a table slow.
    ThreadMXBean time = ManagementFactory.getThreadMXBean();
    Map<OddTable.Owed, Integer> owed = new EnumMap<>(OddTable.Owed.class);
    double longest = 0;
    int slowest = 0;
    List<String> finds = new ArrayList<>();
    for (int number = first; number < first + count; number++) {
      OddTable table = OddTables.table(number);
      owed.merge(table.owed(), 1, Integer::sum);
      Files.write(file, table.bytes());
      long began = time.getCurrentThreadCpuTime();
      String found;
      try {
        found = TableOracle.wrong(file, table);
      } catch (RuntimeException | Error e) {
        found = "threw " + e;
      }
      double seconds = (time.getCurrentThreadCpuTime() - began) / 1e9;
      if (seconds > longest) slowest = number;
      longest = Math.max(longest, seconds);
      if (seconds > LONGEST_SECONDS) found += " took " + seconds + " s";
      if (!found.isEmpty()) finds.add(number + ": " + table.told() + " => " + found);
    }
    String told =
        String.format(
            Locale.ROOT,
            "%d tables %s, longest %.1f s (%d), %d finds%n%s",
            count,
            owed,
            longest,
            slowest,
            finds.size(),
            String.join("\n", finds));
    if (System.getProperty("tables") != null) Files.writeString(Path.of("target/tables.txt"), told);
    assertTrue(finds.isEmpty(), told);
    for (OddTable.Owed one : OddTable.Owed.values()) {
      assertTrue(owed.getOrDefault(one, 0) > count / 10, told);
    }
  }
}
