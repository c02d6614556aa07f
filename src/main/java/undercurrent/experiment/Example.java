package undercurrent.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import undercurrent.kind.ChosenModel;
import undercurrent.kind.ModelKind;
import undercurrent.series.Sample;
import undercurrent.series.Samples;
import undercurrent.series.SeriesSet;

/**
 * The sample that a kind of model is shown on: help, gallery and tests read the same list.
 *
 * @param kind which kind
 * @param settings that are changed from the recipe of the sample, the kind among them
 */
public record Example(ModelKind<?> kind, Sample sample, Map<String, String> settings) {
  private static final Properties ALL = read();

  public Example {
    settings = Map.copyOf(settings);
  }

  /**
   * The example of a kind.
   *
   * @throws IllegalStateException when examples.properties has none
   */
  public static Example of(ModelKind<?> kind) {
    String id = ALL.getProperty(kind.id());
    Sample sample =
        Samples.find(String.valueOf(id))
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "examples.properties has no sample of the kind '%s'; add the line '%s ="
                                .formatted(kind.id(), kind.id())
                            + " SAMPLE'."));
    Map<String, String> settings = new TreeMap<>();
    settings.put(ChosenModel.KIND, kind.id());
    String prefix = kind.id() + ".";
    for (String key : ALL.stringPropertyNames()) {
      if (key.startsWith(prefix))
        settings.put(key.substring(prefix.length()), ALL.getProperty(key));
    }
    return new Example(kind, sample, settings);
  }

  /** The experiment before its first step. */
  public Experiment experiment() {
    SeriesSet set = sample.open();
    return Recipe.of(set).with(settings).experiment(set);
  }

  private static Properties read() {
    Properties properties = new Properties();
    try (InputStream in = Example.class.getResourceAsStream("examples.properties")) {
      properties.load(Objects.requireNonNull(in, "examples.properties"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
