package undercurrent.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import undercurrent.experiment.CurveTable;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Trained;
import undercurrent.experiment.TrainedSamples;
import undercurrent.series.Part;
import undercurrent.series.Sample;
import undercurrent.series.Samples;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.training.Checkpoint;
import undercurrent.training.Training;

/**
 * The trained documents are those of the samples and recipes as they are. When this fails after a
 * recipe was changed, make them again: {@code mvn -Ptrained test-compile exec:exec@trained}.
 */
final class TrainedSamplesTest {
  private static final long MOST_BYTES = 6_500_000;
  private static final int LEAST_MOMENTS = 3;

  static List<Sample> samples() {
    return Samples.all().stream().filter(TrainedSamples::has).toList();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everySampleHasItsTrainedDocument(Sample sample) {
    Experiment trained = TrainedSamples.open(sample);
    Experiment begun = TrainedSamples.untrained(sample);
    assertEquals(begun.model(), trained.model());
    assertEquals(begun.training(), trained.training());
    assertEquals(
        TrainedSamples.checksum(begun.data()), trained.view().get(TrainedSamples.CHECKSUM));
    assertSame(begun.data(), trained.data());
    Checkpoint checkpoint = trained.checkpoint().orElseThrow();
    assertNotEquals(Training.Status.READY, checkpoint.status());
    assertNotEquals(Training.Status.DIVERGED, checkpoint.status());
    assertFalse(trained.curve().isEmpty());
    assertEquals(checkpoint.epoch(), trained.curve().getLast().epoch());
    assertEquals(0, trained.replay().getFirst().epoch());
    assertTrue(trained.replay().getLast().epoch() < checkpoint.epoch());
    assertTrue(trained.replay().size() >= Math.min(LEAST_MOMENTS, checkpoint.epoch()));
  }

  private static void assertSame(SeriesSet expected, SeriesSet actual) {
    assertEquals(expected.name(), actual.name());
    assertEquals(expected.channels(), actual.channels());
    assertEquals(expected.time(), actual.time());
    assertEquals(expected.split(), actual.split());
    assertEquals(expected.series().size(), actual.series().size());
    for (int s = 0; s < expected.series().size(); s++) {
      Series a = expected.series().get(s);
      Series b = actual.series().get(s);
      assertEquals(a.name(), b.name());
      assertArrayEquals(a.times(), b.times());
      assertTrue(Arrays.deepEquals(a.values(), b.values()), a.name());
    }
  }

  @Test
  void togetherTheyAreSmall() throws IOException {
    long bytes = 0;
    for (Sample sample : samples()) {
      String name = TrainedSamples.FOLDER + TrainedSamples.fileName(sample);
      try (InputStream in =
          Objects.requireNonNull(TrainedSamples.class.getResourceAsStream(name), name)) {
        bytes += in.readAllBytes().length;
      }
    }
    assertTrue(bytes <= MOST_BYTES, bytes + " bytes");
  }

  /** An exact kind and a deep one that are trained in less than a second. */
  @ParameterizedTest
  @ValueSource(strings = {"lesson-nile", "nile"})
  void theyAreMadeAgainWithTheSameBits(String id) {
    Sample sample = Samples.find(id).orElseThrow();
    Experiment trained = TrainSamples.trained(sample);
    Experiment expected = TrainedSamples.shortened(trained);
    Experiment actual = TrainedSamples.open(sample);
    assertEquals(CurveTable.write(expected.curve()), CurveTable.write(actual.curve()));
    Checkpoint one = expected.checkpoint().orElseThrow();
    Checkpoint other = actual.checkpoint().orElseThrow();
    assertArrayEquals(trained.checkpoint().orElseThrow().weights(), other.weights());
    assertArrayEquals(one.firstMoment(), other.firstMoment());
    assertArrayEquals(one.best(), other.best());
    assertArrayEquals(one.secondMoment(), other.secondMoment());
    assertArrayEquals(one.state(), other.state());
    assertEquals(expected.replay().size(), actual.replay().size());
  }

  @Test
  void theBoundOfTheWeightsIsThatOfTheCurve() {
    Experiment trained = TrainedSamples.open(Samples.find("lesson-airline").orElseThrow());
    assertEquals(
        trained.curve().getLast().elbo(), Trained.of(trained).criterion(Part.TRAINING), 1e-9);
  }
}
