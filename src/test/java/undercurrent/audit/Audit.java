package undercurrent.audit;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Says which shipped parts have a known vulnerability: as OSV says where it can be reached, else as
 * recorded in a file. {@code mvn -Paudit verify -DskipTests} runs it.
 */
final class Audit {
  private static final Duration LIMIT = Duration.ofSeconds(10);

  private Audit() {}

  /**
   * Runs an audit and ends with 0 if no part is affected, 1 if one is, 2 if it could not be made.
   *
   * @param arguments the list of parts, the file of recorded advisories, the address of OSV
   */
  public static void main(String[] arguments) {
    if (arguments.length != 3) {
      System.err.println("Give the list of parts, the recorded advisories, the address of OSV.");
      System.exit(2);
    }
    System.exit(
        run(
            Path.of(arguments[0]),
            Path.of(arguments[1]),
            new Osv(URI.create(arguments[2]), LIMIT),
            System.out));
  }

  static int run(Path list, Path record, Osv osv, PrintStream out) {
    try {
      List<Part> parts = Part.list(list);
      List<Advisory> advisories = Advisory.list(record);
      List<String> found;
      try {
        found = asked(parts, osv);
        out.printf(Locale.ROOT, "Source: OSV, asked about %d parts.%n", parts.size());
      } catch (IOException e) {
        found = recorded(parts, advisories);
        out.printf(
            Locale.ROOT,
            "OSV could not be asked: %s.%nSource: the %d advisories recorded in %s, last checked on"
                + " %s, compared with %d parts.%n",
            e.getMessage(),
            advisories.size(),
            record,
            lastChecked(advisories),
            parts.size());
      }
      for (String line : found) out.println("Affected: " + line);
      out.println(
          found.isEmpty()
              ? "No shipped part is affected."
              : "Raise these parts in pom.xml to a version that is not affected.");
      return found.isEmpty() ? 0 : 1;
    } catch (IOException e) {
      out.println("The audit could not be made: " + e.getMessage());
      return 2;
    }
  }

  private static List<String> asked(List<Part> parts, Osv osv) throws IOException {
    List<List<String>> names = osv.ask(parts);
    List<String> found = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      for (String name : names.get(i)) {
        found.add("%s: https://osv.dev/vulnerability/%s".formatted(parts.get(i), name));
      }
    }
    return found;
  }

  private static List<String> recorded(List<Part> parts, List<Advisory> advisories) {
    List<String> found = new ArrayList<>();
    for (Part part : parts) {
      for (Advisory advisory : advisories) {
        if (!advisory.affects(part)) continue;
        found.add(
            "%s: %s, %s (affected: %s)"
                .formatted(part, advisory.id(), advisory.what(), advisory.versions()));
      }
    }
    return found;
  }

  private static String lastChecked(List<Advisory> advisories) {
    return advisories.stream()
        .map(Advisory::checked)
        .max(Comparator.naturalOrder())
        .map(LocalDate::toString)
        .orElse("no day");
  }
}
