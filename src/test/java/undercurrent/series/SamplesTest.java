package undercurrent.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SamplesTest {
  private static String names(SeriesSet set, int[] channels) {
    return Arrays.stream(channels)
        .mapToObj(c -> set.channels().get(c).name())
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nile           | 1   | 100  | flow                                     |             | true
          air-passengers | 1   | 144  | passengers                               |             | true
          sunspots       | 1   | 309  | sunspot_number                           |             | true
          co2            | 1   | 2284 | co2                                      |             | true
          el-nino        | 1   | 732  | sst                                      |             | true
          us-macro       | 1   | 203  | realgdp realcons realinv realgovt realdpi cpi m1 tbilrate unemp pop infl realint | | true
          storms         | 303 | 9337 | lat lon wind pressure                    |             | false
          weather        | 1   | 1461 | precipitation temp_max temp_min wind     |             | true
          sine           | 60  | 6000 | noisy_sd0.1                              | clean       | false
          pendulum       | 1   | 400  | sin_theta_obs                            | theta omega | true
          lorenz         | 1   | 2000 | x_obs y_obs z_obs                        | x y z       | true
          irregular-sine | 30  | 3014 | y                                        |             | false
          lesson-nile    | 1   | 100  | flow_obs                                 | flow_true   | true
          lesson-co2     | 1   | 783  | co2_obs                                  | co2_true    | true
          lesson-airline | 1   | 144  | passengers                               |             | true
          lesson-oscillator | 1 | 1000 | position_obs                            | position velocity | true
          lesson-lidar   | 100 | 3412 | x_obs y_obs                              | x y vx vy   | false
          lesson-pendulum | 1  | 400  | sin_theta_obs                            | sin_theta theta omega | true
          """)
  void aSampleIsReadAsAPersonWould(
      String id, int series, int rows, String observed, String truth, boolean byTime) {
    SeriesSet set = Samples.find(id).orElseThrow().open();
    assertEquals(series, set.series().size());
    assertEquals(rows, set.series().stream().mapToInt(Series::length).sum());
    assertEquals(observed, names(set, set.observedChannels()));
    assertEquals(truth == null ? "" : truth, names(set, set.truthChannels()));
    assertEquals(byTime, set.split().isByTime());
    assertFalse(Dataset.of(set, 0).training().isEmpty());
  }

  @Test
  void stormsAreTracksWithTheFilesOwnSplit() {
    SeriesSet storms = Samples.find("storms").orElseThrow().open();
    assertTrue(storms.isTrack());
    assertTrue(storms.time().isDate());
    long test = storms.split().bySeries().stream().filter(p -> p == Part.TEST).count();
    assertEquals(52, test);
  }

  @Test
  void gapsOfTheCo2SeriesAreMasked() {
    SeriesSet co2 = Samples.find("co2").orElseThrow().open();
    double[] values = co2.series().getFirst().channel(0);
    assertEquals(59, Arrays.stream(values).filter(Double::isNaN).count());
    Sequence whole = Dataset.of(co2, 0).whole().getFirst();
    int masked = 0;
    for (float m : whole.mask()) if (m == 0) masked++;
    assertEquals(59, masked);
  }

  @ParameterizedTest
  @CsvSource({
    "sine",
    "09",
    "09_gen_sine_family",
    "09_gen_sine_family.csv",
    "samples/09_gen_sine_family.csv"
  })
  void aSampleIsFoundByAnyOfItsNames(String name) {
    assertEquals("sine", Samples.find(name).orElseThrow().id());
  }

  @Test
  void everyGeneratorGivesTheSameSeriesForTheSameSeed() {
    for (Sample sample : Samples.all()) {
      if (!sample.isGenerated()) continue;
      double[][] first = sample.open(3).series().getFirst().values();
      assertTrue(
          Arrays.deepEquals(first, sample.open(3).series().getFirst().values()), sample.id());
      assertFalse(
          Arrays.deepEquals(first, sample.open(4).series().getFirst().values()), sample.id());
      assertTrue(sample.open(3).truthChannels().length > 0, sample.id());
    }
  }

  @Test
  void idsAreUniqueAndWordsAreThere() {
    assertEquals(Samples.all().size(), Samples.all().stream().map(Sample::id).distinct().count());
    for (Sample sample : Samples.all()) {
      assertFalse(sample.title().isBlank());
      assertTrue(sample.teaches().endsWith(".") || sample.teaches().endsWith("?"), sample.id());
    }
  }
}
