package undercurrent.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import undercurrent.series.Sample;
import undercurrent.series.SeriesSet;

/**
 * The samples as documents that have been trained, with the replay of their training. They come
 * with the program, and the Maven profile {@code trained} makes them.
 */
public final class TrainedSamples {
  /** Where they lie among the resources. */
  public static final String FOLDER = "/undercurrent/trained/";

  private static final SampleSettings BUDGETS = SampleSettings.read("trained.properties");

  private TrainedSamples() {}

  /**
   * What the trained document of a sample began with: its recipe, in fewer epochs where it is long.
   */
  public static Experiment untrained(Sample sample) {
    SeriesSet set = sample.open();
    Map<String, String> budget = BUDGETS.of(sample.id());
    return Recipe.of(set).with(budget).experiment(set);
  }

  /** The name of its file. */
  public static String fileName(Sample sample) {
    return sample.id() + ExperimentFile.ENDING;
  }

  /** Opens the trained document of a sample. */
  public static Experiment open(Sample sample) {
    String name = fileName(sample);
    try (InputStream in = TrainedSamples.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new ExperimentException(
            "'%s' is missing; install Undercurrent again.".formatted(name));
      }
      return ExperimentFile.open(name, in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
