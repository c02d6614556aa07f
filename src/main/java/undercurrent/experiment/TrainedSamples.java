package undercurrent.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.CRC32;
import undercurrent.series.Sample;
import undercurrent.series.SampleGroup;
import undercurrent.series.SeriesSet;

/**
 * The samples, but for films, as documents that have been trained, with the replay of their
 * training. They come with the program, and the Maven profile {@code trained} makes them.
 */
public final class TrainedSamples {
  /** Where they lie among the resources. */
  public static final String FOLDER = "/undercurrent/trained/";

  /** Where documents keep the checksum of their rows, among the settings of the view. */
  public static final String CHECKSUM = "sampleChecksum";

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

  /** The file name of the trained document of a sample. */
  public static String fileName(Sample sample) {
    return sample.id() + ExperimentFile.ENDING;
  }

  /**
   * Writes the trained document of a sample, {@link #shortened} and without its rows, which the
   * program has already.
   *
   * @throws ExperimentException when the place cannot be written
   */
  public static void save(Experiment trained, Path file) {
    ExperimentFile.saveWithoutData(
        shortened(trained).withView(Map.of(CHECKSUM, checksum(trained.data()))), file);
  }

  /**
   * As the program carries it: a curve of six digits, and moments of Adam of eight binary ones. All
   * weights are the same.
   */
  public static Experiment shortened(Experiment trained) {
    return ShortenedNumbers.of(trained);
  }

  /** The checksum of all rows; it differs when a sample is not the one that was trained on. */
  public static String checksum(SeriesSet data) {
    CRC32 sum = new CRC32();
    sum.update(DataTable.write(data));
    return Long.toHexString(sum.getValue());
  }

  /**
   * Whether a sample comes with a trained document. Films do not: the weights of one would be as
   * large as those of many other samples.
   */
  public static boolean has(Sample sample) {
    return sample.group() != SampleGroup.FILMS;
  }

  /** Opens the trained document of a sample. */
  public static Experiment open(Sample sample) {
    String name = fileName(sample);
    try (InputStream in = TrainedSamples.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new ExperimentException(ExperimentWords.of("trainedSamples.missing", name));
      }
      return ExperimentFile.open(name, in, sample.open());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
