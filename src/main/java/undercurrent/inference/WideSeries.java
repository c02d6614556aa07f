package undercurrent.inference;

import java.util.List;
import undercurrent.series.Sequence;
import undercurrent.series.SeriesSet;
import undercurrent.series.Stretch;
import undercurrent.text.Language;

/**
 * Series of so many channels, as films are, that what is computed for each channel of others would
 * keep a person waiting for minutes. Of them
 *
 * <ul>
 *   <li>bands, CRPS and the probabilities below observations are those of a normal distribution
 *       with the mean and the deviation of the paths, in place of their quantiles;
 *   <li>so many paths are drawn that their numbers at a time step stay few;
 *   <li>bounds by drawn paths are of as many sequences, and spreads of as many rows, as fit into
 *       the same time;
 *   <li>frames of films are scored as one channel: errors are of all their cells together;
 *   <li>of a long film only so many rows are estimated as there is time and room for.
 * </ul>
 */
public final class WideSeries {
  /** With more channels a series is wide. */
  public static final int MOST_NARROW = 64;

  /** What the channels of a frame are called when they are scored together. */
  public static final String FRAME = "frame";

  /** Numbers that are drawn at a time step, over all paths and channels. */
  private static final int NUMBERS = 64_000;

  private static final int FEWEST_PATHS = 32;

  /**
   * Numbers of a series, over all rows and channels, that are estimated at once: 244 frames of 64 ×
   * 64. Estimates of so many take seconds and some hundred megabytes.
   */
  private static final int WATCHED = 1_000_000;

  /** The same over all series of a film, of which tables and scores are made at the end. */
  private static final long ANSWERED = 6L * WATCHED;

  private WideSeries() {}

  /** Whether so many observed channels are many. */
  public static boolean is(int channels) {
    return channels > MOST_NARROW;
  }

  /** How many paths are drawn where others would draw {@code wanted}. */
  static int paths(int wanted, int channels) {
    if (!is(channels)) return wanted;
    return Math.min(wanted, Math.max(FEWEST_PATHS, NUMBERS / channels));
  }

  /** What is left of a number of rows that narrow series may take, at least one. */
  static long rows(long allowed, int channels) {
    return is(channels) ? Math.max(1, allowed * MOST_NARROW / channels) : allowed;
  }

  /** How many rows of a series are estimated at most for a person who waits. */
  public static int watchedRows(int channels) {
    return is(channels) ? Math.max(2, WATCHED / channels) : Integer.MAX_VALUE;
  }

  /** Which rows of a series are estimated where not all are, in a sentence. */
  public static String watchedNote(SeriesSet set, Stretch rows, int length) {
    return Words.of(
        set.frame().isPresent() ? "watched.frames" : "watched.rows",
        grouped(rows.from() + 1),
        grouped(rows.end()),
        grouped(length));
  }

  /**
   * Of how many of some series, in their order, there is room for estimates: of all but those of
   * films, and at least of one.
   *
   * @param series indices in the set
   */
  public static int answered(SeriesSet set, List<Integer> series) {
    if (set.frame().isEmpty()) return series.size();
    int channels = set.observedChannels().length;
    long numbers = 0;
    for (int i = 0; i < series.size(); i++) {
      int length = set.series().get(series.get(i)).length();
      numbers += (long) Math.min(length, watchedRows(channels)) * channels;
      if (i > 0 && numbers > ANSWERED) return i;
    }
    return series.size();
  }

  /** How many series of several are estimated where not all are, in a sentence; else nothing. */
  public static List<String> answeredNotes(int answered, int all) {
    if (answered == all) return List.of();
    return List.of(Words.of("answered.series", grouped(answered), grouped(all)));
  }

  private static String grouped(int number) {
    return String.format(Language.chosen().dates(), "%,d", number);
  }

  /** D of sequences of one set; 0 without any. */
  static int channels(List<Sequence> sequences) {
    return sequences.stream()
        .filter(s -> s.steps() > 0)
        .mapToInt(s -> s.values().length / s.steps())
        .findFirst()
        .orElse(0);
  }

  /** Whether the frames of a set are scored as one channel. */
  static boolean isScoredByFrames(SeriesSet set) {
    return set.frame().isPresent() && is(set.observedChannels().length);
  }

  /**
   * How bands were made by drawn paths, in a sentence; nothing of narrow series.
   *
   * @param paths that were drawn
   */
  static List<String> bandNotes(int channels, int paths) {
    if (!is(channels)) return List.of();
    return List.of(Words.of("wide.bands", MOST_NARROW, paths));
  }

  /** What was scored as one, in a sentence; nothing where each channel has scores of its own. */
  public static List<String> scoreNotes(SeriesSet set) {
    if (!isScoredByFrames(set)) return List.of();
    return List.of(Words.of("wide.scores", set.observedChannels().length));
  }
}
