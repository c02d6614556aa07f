package undercurrent.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import undercurrent.math.Randomness;

/** Points on the Earth as films of counts. */
final class PointFilmTest {
  private static final ImportChoices COUNTS =
      ImportChoices.AUTOMATIC.withFrames(FrameReading.COUNTS);
  private static final ImportChoices WEEK = ImportChoices.AUTOMATIC.withFrames(FrameReading.WEEK);

  /** Some thousand calls at uneven times over three weeks. */
  private static SeriesSet calls() {
    return new CityPickups(3000, 3).generate(1);
  }

  private static double sum(SeriesSet set, int frame) {
    return Arrays.stream(set.series().getFirst().row(frame)).sum();
  }

  @Test
  void eachHourHasItsCallsInTheirCells() {
    SeriesSet calls = calls();
    List<String> notes = new java.util.ArrayList<>();
    SeriesSet film = PointFilm.of(calls, false, Split.BY_TIME, notes);
    assertEquals("64 × 64", film.frame().orElseThrow().words());
    Series points = calls.series().getFirst();
    Map<String, Integer> expected = new HashMap<>();
    double north = Arrays.stream(points.channel(1)).max().orElseThrow();
    double south = Arrays.stream(points.channel(1)).min().orElseThrow();
    double west = Arrays.stream(points.channel(2)).min().orElseThrow();
    double east = Arrays.stream(points.channel(2)).max().orElseThrow();
    for (int i = 0; i < points.length(); i++) {
      int row = (int) Math.min(63, (points.value(i, 1) - south) / (north - south) * 64);
      int column = (int) Math.min(63, (points.value(i, 2) - west) / (east - west) * 64);
      long hour = (long) Math.floor(points.times()[i] * 24 + 1e-6);
      expected.merge(hour + " " + (63 - row) + " " + column, 1, Integer::sum);
    }
    Series frames = film.series().getFirst();
    double total = 0;
    for (int t = 0; t < frames.length(); t++) {
      double[] frame = frames.row(t);
      for (int i = 0; i < frame.length; i++) {
        total += frame[i];
        String key = Math.round(frames.times()[t] * 24) + " " + i / 64 + " " + i % 64;
        assertEquals(expected.getOrDefault(key, 0).doubleValue(), frame[i], key);
      }
    }
    assertEquals(3000, total);
    assertTrue(film.time().regular() && film.time().isDate());
    assertEquals(Channel.Kind.COUNT, film.channels().getFirst().kind());
    assertEquals(Support.COUNT, Support.of(film));
    assertTrue(notes.getFirst().startsWith("3000 points were counted in 64 × 64 cells"));
  }

  @Test
  void aWeekSumsTheSameHoursFromMondayOn() {
    SeriesSet calls = calls();
    SeriesSet film = PointFilm.of(calls, true, Split.BY_TIME, new java.util.ArrayList<>());
    assertEquals(168, film.series().getFirst().length());
    double[] expected = new double[168];
    for (double time : calls.series().getFirst().times()) {
      ZonedDateTime moment =
          Instant.ofEpochSecond(Math.round(Math.floor(time * 86_400 + 1e-3)))
              .atZone(ZoneOffset.UTC);
      int day = moment.getDayOfWeek().getValue() - DayOfWeek.MONDAY.getValue();
      expected[24 * day + moment.getHour()]++;
    }
    for (int t = 0; t < 168; t++) assertEquals(expected[t], sum(film, t), "hour " + t);
  }

  private static String table() {
    Randomness random = Randomness.of(3).named("calls");
    StringBuilder text = new StringBuilder("time,lat,lon\n");
    for (int i = 0; i < 40; i++) {
      text.append(String.format(Locale.ROOT, "2024-01-0%d %02d:30,", 1 + i / 20, i % 20));
      text.append(i == 7 ? "," : String.format(Locale.ROOT, "%.3f,", 55 + random.uniform()));
      text.append(String.format(Locale.ROOT, "%.3f\n", 12 + random.uniform()));
    }
    return text.toString();
  }

  @Test
  void aTableBecomesAFilmWhenAPersonWantsIt() {
    assertTrue(SeriesFiles.open("calls.csv", table(), ImportChoices.AUTOMATIC).isTrack());
    SeriesSet film = SeriesFiles.open("calls.csv", table(), COUNTS);
    assertEquals(44, film.series().getFirst().length());
    assertEquals(1, sum(film, 0));
    assertEquals(0, sum(film, 7));
    assertEquals(168, SeriesFiles.open("calls.csv", table(), WEEK).series().getFirst().length());
    ImportPreview preview = SeriesFiles.preview("calls.csv", table(), COUNTS);
    assertTrue(
        preview.notes().getLast().contains("1 row without a time or a position"),
        preview.notes().toString());
    FrameChoice choice = preview.frames().orElseThrow();
    assertEquals(
        List.of(FrameReading.SERIES, FrameReading.COUNTS, FrameReading.WEEK), choice.possible());
    assertTrue(choice.film().isPresent());
  }

  /** Events are no series: several may happen at one time, in any order. */
  @Test
  void pointsMayHaveEqualTimesAndAnyOrder() {
    String text =
        "start,lat,lon\n2024-01-01 08:10,55.1,12.1\n2024-01-01 06:10,55.2,12.2\n"
            + "2024-01-01 08:10,55.3,12.1\n2024-01-01 09:00,55.9,12.9\n";
    ImportPreview plain = SeriesFiles.preview("calls.csv", text, ImportChoices.AUTOMATIC);
    assertTrue(plain.problem().isPresent());
    assertEquals(3, plain.frames().orElseThrow().possible().size());
    SeriesSet film = SeriesFiles.open("calls.csv", text, COUNTS);
    assertEquals(4, film.series().getFirst().length());
    assertEquals(1, sum(film, 0));
    assertEquals(0, sum(film, 1));
    assertEquals(2, sum(film, 2));
    assertEquals(1, film.series().getFirst().value(3, 63));
  }

  @Test
  void whatHasNoTimesAndPlacesIsRefused() {
    String said =
        String.valueOf(
            assertThrows(
                    SeriesException.class,
                    () -> SeriesFiles.open("table.csv", "t,x\n1,2\n2,3\n3,5\n", COUNTS))
                .getMessage());
    assertTrue(said.contains("dates with times, a latitude and a longitude"), said);
    String long_ = table().replace("2024-01-02", "2094-01-02");
    String tooLong =
        String.valueOf(
            assertThrows(SeriesException.class, () -> SeriesFiles.open("table.csv", long_, COUNTS))
                .getMessage());
    assertTrue(tooLong.contains("take fewer frames"), tooLong);
  }

  @Test
  void aGeneratedTrackCanBeCountedToo() {
    Sample pickups = Samples.find("new-pickups").orElseThrow();
    assertEquals(168, pickups.open(WEEK).series().getFirst().length());
    ImportChoices film = ImportChoices.AUTOMATIC.withFrames(FrameReading.FILM);
    assertThrows(SeriesException.class, () -> pickups.open(film));
  }
}
