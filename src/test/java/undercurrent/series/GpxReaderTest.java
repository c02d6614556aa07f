package undercurrent.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GpxReaderTest {
  private static final String START =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <!-- a walk -->
      <gpx version="1.1" creator="test" xmlns="http://www.topografix.com/GPX/1/1" xmlns:d="http://d">
      <metadata><time>2024-05-30T00:00:00Z</time></metadata>
      """;

  @TempDir private Path folder = Path.of("");

  private static String point(double latitude, int elevation, int minute) {
    return String.format(
        Locale.ROOT,
        "<trkpt lat=\"%s\" lon=\"8.25\"><ele>%d</ele><time>2024-05-31T12:%02d:00Z</time></trkpt>\n",
        latitude,
        elevation,
        minute);
  }

  private static String segment(int minute) {
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < 4; i++) points.append(point(47 + i / 8.0, 400 + i, minute + i));
    return "<trkseg>" + points + "</trkseg>";
  }

  private static String one() {
    return START + "<trk><name>Hill</name>" + segment(0) + "</trk></gpx>";
  }

  private SeriesSet read(String gpx) throws IOException {
    return SeriesFiles.open(Files.writeString(folder.resolve("walk.gpx"), gpx));
  }

  @Test
  void pointsAreRowsAndElevationIsAChannel() throws IOException {
    SeriesSet set = read(one());
    assertTrue(set.isTrack());
    assertEquals(
        List.of("latitude", "longitude", "elevation"),
        set.channels().stream().map(Channel::name).toList());
    assertEquals("m", set.channels().get(2).unit());
    assertArrayEquals(new double[] {47, 47.125, 47.25, 47.375}, set.series().getFirst().channel(0));
    assertArrayEquals(new double[] {400, 401, 402, 403}, set.series().getFirst().channel(2));
    double[] times = set.series().getFirst().times();
    assertEquals(LocalDate.parse("2024-05-31").toEpochDay() + 0.5, times[0]);
    assertEquals(1 / 1440.0, times[1] - times[0], 1e-9);
  }

  @Test
  void everySegmentIsASeries() throws IOException {
    String two = "<trk><name>Hill</name>" + segment(0) + segment(20) + "</trk>";
    SeriesSet set =
        read(START + "<wpt lat=\"1\" lon=\"2\"/>" + two + "<trk>" + segment(0) + "</trk></gpx>");
    assertEquals(
        List.of("Hill, segment 1", "Hill, segment 2", "track 2"),
        set.series().stream().map(Series::name).toList());
    List<String> notes =
        SeriesFiles.preview(folder.resolve("walk.gpx"), ImportChoices.AUTOMATIC).notes();
    assertTrue(notes.contains("Routes (0) and single points (1) were left out."), "" + notes);
  }

  @Test
  void aPointWithoutElevationMissesOne() throws IOException {
    SeriesSet set = read(one().replace("<ele>401</ele>", ""));
    assertArrayEquals(new double[] {400, Double.NaN, 402, 403}, set.series().getFirst().channel(2));
  }

  @Test
  void numbersOfDevicesAreChannels() throws IOException {
    String extended =
        one()
            .replaceAll(
                "</time></trkpt>",
                "</time><extensions><d:p><d:hr>120</d:hr><d:note>up</d:note></d:p></extensions></trkpt>");
    SeriesSet set = read(extended);
    assertEquals("hr", set.channels().get(3).name());
    assertArrayEquals(new double[] {120, 120, 120, 120}, set.series().getFirst().channel(3));
  }

  @Test
  void withoutTimesThePointsAreCounted() throws IOException {
    SeriesSet set = read(one().replaceAll("<time>.*?</time>", ""));
    assertArrayEquals(new double[] {0, 1, 2, 3}, set.series().getFirst().times());
    List<String> notes =
        SeriesFiles.preview(folder.resolve("walk.gpx"), ImportChoices.AUTOMATIC).notes();
    assertEquals("No point has a time; the points are counted.", notes.getFirst());
  }

  @Test
  void olderAndLooserFilesAreRead() throws IOException {
    assertEquals(
        4,
        read(one().replace("1.1\"", "1.0\"").replace("GPX/1/1", "GPX/1/0"))
            .series()
            .getFirst()
            .length());
    assertEquals(
        4,
        read(one().replace("<metadata>", "<made-by>me</made-by><metadata>"))
            .series()
            .getFirst()
            .length());
    Path wrong = Files.writeString(folder.resolve("walk.csv"), one(), StandardCharsets.UTF_16);
    assertEquals(FileForm.GPX, SeriesFiles.preview(wrong, ImportChoices.AUTOMATIC).form());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          lat="47.25"     | lat="95"         | walk.gpx, point 3, column 'latitude': 95 is no latitude between -90 and 90
          lon="8.25"      | lon="800"        | walk.gpx, point 1, column 'longitude': 800 is no longitude
          lat="47.25"     | lat="4.7.2"      | walk.gpx, point 3, column 'latitude': '4.7.2' is not a number
          <ele>402        | <ele>high        | walk.gpx, point 3, column 'elevation (m)': 'high' is not a number
          T12:02:00Z      | in May           | walk.gpx, point 3, column 'time': '2024-05-31in May' is not a time
          T12:02:00Z      | T11:02:00Z       | walk.gpx, point 3, column 'time': the time 2024-05-31T11:02:00Z is before that of point 2
          T12:02:00Z      | T12:01:00Z       | stands here and in point 2
          <time>2024-05-31T12:02:00Z</time> | '' | walk.gpx, point 3, column 'time': the time is missing
          </trkseg></trk></gpx> | ''         | damaged or cut off at line
          trk             | rte              | has no track with points
          <gpx            | <!DOCTYPE gpx [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><gpx | declares a document type
          <gpx            | <kml><gpx        | is KML; save it as GPX
          """)
  void whatIsWrongIsSaidWithItsPlace(String good, String bad, String says) throws IOException {
    String gpx = one().replace(good, bad).replace("rtepoint", "rtept");
    assertFalse(gpx.equals(one()));
    SeriesException e = assertThrows(SeriesException.class, () -> read(gpx));
    String sentence = String.valueOf(e.getMessage());
    assertTrue(sentence.contains(says), sentence);
    assertTrue(sentence.endsWith(".") && !sentence.contains("\n"), sentence);
  }

  @Test
  void deepNestingIsRefused() {
    String deep = START + "<trk><extensions>" + "<d:a>".repeat(100_000);
    SeriesException e = assertThrows(SeriesException.class, () -> read(deep));
    assertTrue(String.valueOf(e.getMessage()).contains("damaged or cut off"), e.getMessage());
  }
}
