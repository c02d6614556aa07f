package undercurrent.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import undercurrent.math.Randomness;
import undercurrent.model.deep.DeepMarkovModel;
import undercurrent.model.deep.DeepSettings;
import undercurrent.series.Channel;
import undercurrent.series.Dataset;
import undercurrent.series.Part;
import undercurrent.series.Sequence;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.series.TimeAxis;
import undercurrent.settings.Settings;

/**
 * The JSB chorales of Boulanger-Lewandowski, Bengio and Vincent (2012), 88 notes a quarter, where
 * their file is beside the project; it may not be passed on.
 */
final class ChoralesTest {
  private static final Path FILE = Path.of("../shared/data/local/jsb_chorales.json");

  private static Dataset chorales() throws IOException {
    assumeTrue(Files.exists(FILE));
    JsonNode music = JsonMapper.builder().build().readTree(Files.readString(FILE));
    int low = music.get("lowest_midi_note").intValue();
    int notes = music.get("notes").intValue();
    List<Channel> channels = new ArrayList<>();
    for (int i = 0; i < notes; i++) {
      channels.add(new Channel("n" + (low + i), "", Channel.Kind.BINARY, Channel.Role.OBSERVED));
    }
    List<Series> all = new ArrayList<>();
    List<Part> parts = new ArrayList<>();
    Map<String, Part> splits =
        Map.of("train", Part.TRAINING, "valid", Part.VALIDATION, "test", Part.TEST);
    for (String name : List.of("train", "valid", "test")) {
      for (JsonNode chorale : music.get("splits").get(name)) {
        double[][] values = new double[chorale.size()][notes];
        for (int t = 0; t < values.length; t++) {
          for (JsonNode note : chorale.get(t)) values[t][note.intValue() - low] = 1;
        }
        double[] times = new double[values.length];
        Arrays.setAll(times, t -> t);
        all.add(new Series(name + all.size(), times, values));
        parts.add(splits.get(name));
      }
    }
    TimeAxis time = new TimeAxis("step", "", false, true);
    return Dataset.of(new SeriesSet("jsb", channels, time, all, new Split(parts, 0, 0)), 0);
  }

  private static int steps(List<Sequence> sequences) {
    return sequences.stream().mapToInt(Sequence::steps).sum();
  }

  /** Independent notes have 11.06 nats a step, coins 61.00 (Boulanger-Lewandowski et al.). */
  @Test
  void theSplitAndTheFrequenciesOfNotesAreThePublishedOnes() throws IOException {
    Dataset data = chorales();
    assertEquals(229, data.training().size());
    assertEquals(76, data.validation().size());
    assertEquals(77, data.test().size());
    assertEquals(13_807, steps(data.training()));
    assertEquals(4_725, steps(data.test()));
    double[] frequency = new double[88];
    for (Sequence s : data.training()) {
      for (int i = 0; i < s.values().length; i++) {
        frequency[i % 88] += s.values()[i] / steps(data.training());
      }
    }
    double sum = 0;
    for (Sequence s : data.test()) {
      for (int i = 0; i < s.values().length; i++) {
        double p = Math.clamp(frequency[i % 88], 1e-6, 1 - 1e-6);
        sum -= StrictMath.log(s.values()[i] > 0 ? p : 1 - p);
      }
    }
    assertEquals(11.06, sum / steps(data.test()), 0.005);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bernoulli", "nade"})
  void aSmallModelFallsBelowCoinsWithinAnEpoch(String likelihood) throws IOException {
    Dataset data = chorales();
    DeepSettings settings = Settings.with(DeepSettings.defaults(), "likelihood", likelihood);
    settings = Settings.with(settings, "hiddenUnits", 16);
    TrainingSettings training = TrainingSettings.defaults();
    training = Settings.with(training, "epochs", 1);
    training = Settings.with(training, "batchSize", 20);
    training = Settings.with(training, "validateEvery", 0);
    DeepMarkovModel model = DeepMarkovModel.of(settings, data, 1);
    Trainer trainer = new Trainer(model, data, training);
    while (trainer.status() == Training.Status.READY) trainer.step();
    double bound = Elbo.of(model, data.test().subList(0, 20), Randomness.of(1)).value();
    assertTrue(-bound < 20 && -bound > 6, likelihood + " " + -bound);
  }
}
