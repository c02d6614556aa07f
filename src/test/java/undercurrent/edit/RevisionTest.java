package undercurrent.edit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import undercurrent.series.Channel;
import undercurrent.series.FloatRows;
import undercurrent.series.Part;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.SineFamily;
import undercurrent.series.Split;
import undercurrent.series.TimeAxis;

final class RevisionTest {
  private static final SeriesSet SET = new SineFamily(3, 40, 0.1).generate(1);
  private static final int OBSERVED = SET.observedChannels()[0];

  private static double[] column(SeriesSet set, int series) {
    return set.series().get(series).channel(OBSERVED);
  }

  @Test
  void hiddenRowsAreMissingAndNothingElseIsChanged() {
    double[][] before = copy(SET.series().get(1));
    SeriesSet hidden = new HiddenStretch(1, 10, 20).on(SET);
    for (int t = 0; t < 40; t++) {
      for (int d = 0; d < SET.channels().size(); d++) {
        boolean isHidden =
            t >= 10 && t < 20 && SET.channels().get(d).role() == Channel.Role.OBSERVED;
        double wanted = isHidden ? Double.NaN : before[t][d];
        assertEquals(wanted, hidden.series().get(1).value(t, d), 0.0);
      }
    }
    assertArrayEquals(before, SET.series().get(1).values());
    assertSame(SET.series().get(0), hidden.series().get(0));
    assertArrayEquals(SET.series().get(1).row(5), hidden.series().get(1).row(5));
  }

  private static double[][] copy(Series series) {
    return Arrays.stream(series.values()).map(double[]::clone).toArray(double[][]::new);
  }

  @Test
  void framesOfAFilmAreHiddenToo() {
    float[][] frames = new float[6][4];
    for (int t = 0; t < frames.length; t++) Arrays.fill(frames[t], 0.1f * t);
    List<Channel> pixels = Collections.nCopies(4, channel(Channel.Kind.PIXEL));
    SeriesSet film =
        new SeriesSet(
            "film",
            pixels,
            new TimeAxis("t", "", false, true),
            List.of(new Series("a", new double[] {0, 1, 2, 3, 4, 5}, new FloatRows(frames))),
            Split.NONE);
    SeriesSet hidden = new HiddenStretch(0, 2, 4).on(film);
    int pixel = film.observedChannels()[3];
    assertTrue(Double.isNaN(hidden.series().getFirst().value(3, pixel)));
    assertEquals(
        film.series().getFirst().value(4, pixel), hidden.series().getFirst().value(4, pixel), 0.0);
  }

  @Test
  void noiseIsThatOfItsSeedAtEveryLevel() {
    double[] original = column(SET, 2);
    double[] half = column(new AddedNoise(0.25, 7).on(SET), 2);
    double[] whole = column(new AddedNoise(0.5, 7).on(SET), 2);
    double[] other = column(new AddedNoise(0.5, 8).on(SET), 2);
    double squares = 0;
    for (int t = 0; t < original.length; t++) {
      assertEquals(2 * (half[t] - original[t]), whole[t] - original[t], 1e-12);
      squares += (whole[t] - original[t]) * (whole[t] - original[t]);
    }
    assertFalse(Arrays.equals(whole, other));
    assertArrayEquals(whole, column(new AddedNoise(0.5, 7).on(SET), 2));
    double spread = Spreads.of(SET)[OBSERVED];
    assertEquals(0.5 * spread, Math.sqrt(squares / 40), 0.15 * spread);
    assertSame(SET, new AddedNoise(0, 7).on(SET));
  }

  /** The deviation that noise is counted in, by another formula. */
  @Test
  void spreadIsTheDeviationOverAllSeries() {
    double[] all =
        Arrays.stream(new int[] {0, 1, 2})
            .boxed()
            .flatMapToDouble(s -> Arrays.stream(column(SET, s)))
            .toArray();
    double mean = Arrays.stream(all).average().orElseThrow();
    double square = Arrays.stream(all).map(v -> v * v).average().orElseThrow();
    assertEquals(Math.sqrt(square - mean * mean), Spreads.of(SET)[OBSERVED], 1e-9);
  }

  @Test
  void outliersOfASmallShareAreAmongThoseOfALargerOne() {
    double spread = Spreads.of(SET)[OBSERVED];
    int thrown = 0;
    for (int s = 0; s < 3; s++) {
      double[] original = column(SET, s);
      double[] few = column(new AddedOutliers(0.1, 1).on(SET), s);
      double[] many = column(new AddedOutliers(0.3, 1).on(SET), s);
      for (int t = 0; t < original.length; t++) {
        if (few[t] != original[t]) {
          thrown++;
          assertEquals(few[t], many[t], 0.0);
          assertEquals(AddedOutliers.FAR * spread, Math.abs(few[t] - original[t]), 1e-9);
        }
      }
    }
    assertEquals(12, thrown, 8);
  }

  @Test
  void aValueTakesWhatItsChannelCanHave() {
    assertEquals(3, MovedValue.nearest(channel(Channel.Kind.COUNT), 2.7));
    assertEquals(0, MovedValue.nearest(channel(Channel.Kind.COUNT), -4));
    assertEquals(1, MovedValue.nearest(channel(Channel.Kind.BINARY), 0.6));
    assertEquals(90, MovedValue.nearest(channel(Channel.Kind.LATITUDE), 95));
    assertThrows(
        IllegalArgumentException.class,
        () -> new MovedValue(0, 0, 0, 2.5).on(single(Channel.Kind.COUNT)));
  }

  private static Channel channel(Channel.Kind kind) {
    return new Channel("x", "", kind, Channel.Role.OBSERVED);
  }

  private static SeriesSet single(Channel.Kind kind) {
    return new SeriesSet(
        "one",
        List.of(channel(kind)),
        new TimeAxis("t", "", false, true),
        List.of(new Series("a", new double[] {0, 1}, new double[][] {{1}, {2}})),
        new Split(List.of(Part.TRAINING), 1, 1));
  }

  @Test
  void editsAreOfOneKindOrTwo() {
    Revision read = Revision.of(SET);
    Revision moved =
        read.and(new MovedValue(0, 3, OBSERVED, 1)).and(new MovedValue(0, 3, OBSERVED, 2));
    assertEquals(List.of(new MovedValue(0, 3, OBSERVED, 2)), moved.edits());
    Revision noisy = moved.and(new AddedNoise(0.2, 1)).and(new MovedValue(0, 3, OBSERVED, 5));
    assertEquals(5, column(noisy.shown(), 0)[3], 0.0, "what was dragged stands where it was left");
    Revision louder = noisy.and(new AddedNoise(0.4, 1));
    assertEquals(3, louder.edits().size());
    assertEquals(0.4, louder.noise());
    assertEquals(2, louder.and(new AddedNoise(0, 1)).edits().size());
    Revision gap = read.and(new HiddenStretch(0, 3, 6)).and(new HiddenStretch(0, 5, 9));
    assertEquals(List.of(new HiddenStretch(0, 3, 9)), gap.edits());
    assertEquals(SET, louder.restored().shown());
    assertEquals(Optional.empty(), louder.restored().readAs());
  }

  @Test
  void notesSayWhatWasDoneAndWhatTheModelLearnedFrom() {
    Revision read = Revision.of(SET);
    assertEquals(List.of(), read.notes());
    Revision gap = read.and(new HiddenStretch(0, 9, 20));
    assertTrue(gap.isAhead());
    String first = gap.notes().getFirst();
    assertTrue(first.contains("rows 10 to 20 of '" + SET.series().getFirst().name()), first);
    assertEquals(2, gap.notes().size());
    assertEquals(1, gap.begun().notes().size());
    assertSame(gap.begun().data(), gap.begun().shown());
    String restored = gap.begun().restored().notes().getFirst();
    assertTrue(restored.contains("learned from data that were edited"), restored);
  }

  @Test
  void placesThatAreNotThereAreRefused() {
    for (Edit wrong :
        List.of(
            new HiddenStretch(0, 30, 41),
            new HiddenStretch(3, 0, 1),
            new HiddenStretch(0, 5, 5),
            new MovedValue(0, 40, OBSERVED, 1),
            new MovedValue(0, 0, 17, 1))) {
      String sentence =
          assertThrows(IllegalArgumentException.class, () -> wrong.on(SET)).getMessage();
      assertTrue(String.valueOf(sentence).startsWith("An edit names"), sentence);
    }
    assertThrows(IllegalArgumentException.class, () -> new AddedNoise(-1, 1));
    assertThrows(IllegalArgumentException.class, () -> new AddedOutliers(Double.NaN, 1));
  }
}
