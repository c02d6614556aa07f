package undercurrent.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import undercurrent.BesideOthers;
import undercurrent.inference.Estimate;
import undercurrent.series.SeriesException;

/**
 * Documents of every kind with something changed in them are refused in a sentence, or give numbers
 * in time. {@code -Dmutations=5000} tries more.
 */
@BesideOthers
final class MutationsTest {
  private static final int USUAL = 320;
  private static final double LONGEST_SECONDS = 5;

  /** Words of Java's own messages, and of ours for ourselves. */
  private static final List<String> RAW =
      List.of(
          "Exception",
          "out of bounds",
          "Illegal Capacity",
          "Input length",
          "Cannot invoke",
          "java.",
          "NegativeArray",
          "null pointer",
          "For input string",
          "Range [",
          "must not be null");

  /** The entry, part, row or setting; a file that is no zip at all has none of them. */
  private static final Pattern PLACE =
      Pattern.compile(
          "[Pp]art,? '|another '[a-z]+|[Tt]he state of the fit|cannot be read: |entry '|list of"
              + " entries|\\b[Rr]ow \\d|\\bstep \\d|learned"
              + " noise|\\bsetting\\b|(series|column|channel|input) '|\\b[a-z]+(\\.[a-zA-Z]+)?=|is"
              + " no experiment|is a zip file but no experiment|made by a newer");

  @TempDir private Path folder = Path.of("");

  static List<Path> documents() throws IOException, URISyntaxException {
    Path documents =
        Path.of(
            Objects.requireNonNull(
                    MutationsTest.class.getResource("/undercurrent/documents/version1"))
                .toURI());
    try (Stream<Path> files = Files.list(documents)) {
      return files.filter(f -> f.toString().endsWith(ExperimentFile.ENDING)).sorted().toList();
    }
  }

  @Test
  void aChangedDocumentIsRefusedInASentenceOrGivesNumbers() throws Exception {
    Mutations mutations = new Mutations(documents());
    int count = Integer.getInteger("mutations", USUAL);
    // Of this thread alone: other tests do not make a document slow.
    ThreadMXBean time = ManagementFactory.getThreadMXBean();
    for (Path document : documents()) assertEquals("", asked(document));
    int accepted = 0;
    double longest = 0;
    List<String> finds = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      Path file = folder.resolve("changed.undercurrent");
      String change = mutations.write(number, file);
      long began = time.getCurrentThreadCpuTime();
      String found = "";
      try {
        found = asked(file);
        accepted++;
      } catch (ExperimentException | SeriesException | IllegalArgumentException e) {
        found = sentence(String.valueOf(e.getMessage()));
      } catch (RuntimeException | Error e) {
        found = "threw " + e;
      }
      double seconds = (time.getCurrentThreadCpuTime() - began) / 1e9;
      longest = Math.max(longest, seconds);
      if (seconds > LONGEST_SECONDS) found += " took " + seconds + " s";
      if (!found.isEmpty()) finds.add(number + ": " + change + " => " + found);
    }
    String told =
        String.format(
            Locale.ROOT,
            "%d documents, %d accepted, longest %.1f s, %d finds%n%s",
            count,
            accepted,
            longest,
            finds.size(),
            String.join("\n", finds));
    if (System.getProperty("mutations") != null) {
      Files.writeString(Path.of("target/mutations.txt"), told);
    }
    assertTrue(finds.isEmpty(), told);
    assertTrue(accepted > count / 20 && accepted < count, told);
  }

  /** Opens it and asks of its first scored rows; what is wrong with the answer. */
  private static String asked(Path file) {
    Experiment experiment = ExperimentFile.open(file);
    if (experiment.checkpoint().isEmpty()) return "";
    Trained trained = Trained.of(experiment);
    for (Estimate estimate : trained.answers().getFirst().all()) {
      // A row of a start that is not fixed yet has no answer at all.
      for (double[] row : estimate.observation().mean().all()) {
        for (double mean : row) if (Double.isInfinite(mean)) return "gives infinite means";
      }
      double[] last = estimate.observation().mean().row(estimate.length() - 1);
      for (double mean : last) if (Double.isNaN(mean)) return "gives no last mean";
    }
    return "";
  }

  private static String sentence(String words) {
    boolean isRaw = RAW.stream().anyMatch(words::contains) || words.equals("null");
    boolean isSentence = words.endsWith(".") && !words.contains("\n") && words.length() < 600;
    boolean hasPlace = PLACE.matcher(words).find();
    return isSentence && !isRaw && hasPlace ? "" : "said " + words;
  }
}
