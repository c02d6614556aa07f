package undercurrent.experiment;

import java.util.Map;
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
  private static final SampleSettings ALL = SampleSettings.read("examples.properties");

  public Example {
    settings = Map.copyOf(settings);
  }

  /**
   * The example of a kind.
   *
   * @throws IllegalStateException when examples.properties has none
   */
  public static Example of(ModelKind<?> kind) {
    String id = ALL.all().getProperty(kind.id());
    Sample sample =
        Samples.find(String.valueOf(id))
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "examples.properties has no sample of the kind '%s'; add the line '%s ="
                                .formatted(kind.id(), kind.id())
                            + " SAMPLE'."));
    Map<String, String> settings = ALL.of(kind.id());
    settings.putIfAbsent(ChosenModel.KIND, kind.id());
    return new Example(kind, sample, settings);
  }

  /** The experiment before its first step. */
  public Experiment experiment() {
    SeriesSet set = sample.open();
    return Recipe.of(set).with(settings).experiment(set);
  }
}
