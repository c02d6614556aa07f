package undercurrent.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrays of NumPy; the files were written by NumPy 2.4.6. */
final class NumpyReaderTest {
  private static final Path WRITTEN = Path.of("src/test/resources/undercurrent/series/numpy");
  private static final double NONE = Double.NaN;
  @TempDir private Path folder = Path.of("");

  private static SeriesSet written(String name) {
    return SeriesFiles.open(WRITTEN.resolve(name));
  }

  private static double[] column(SeriesSet set, int series, int channel) {
    return set.series().get(series).channel(channel);
  }

  @ParameterizedTest
  @CsvSource({
    "a_lf8, NaN, 1e-7, -2",
    "a_bf8, NaN, 1e-7, -2",
    "a_lf4, NaN, 1e-7, -2",
    "a_bf4, NaN, 1e-7, -2",
    "fortran, NaN, 1e-7, -2",
    "a_li2, 0, 0, -2",
    "a_bi4, 0, 0, -2",
    "a_ni1, 0, 0, -2",
    "a_lu8, 0, 0, 2",
    "a_nu1, 0, 0, 2"
  })
  void everyOrdinaryTypeIsRead(String name, double third, double small, double corner) {
    SeriesSet set = written(name + ".npy");
    boolean whole = third == 0;
    double[] first = {1.5, 2.5, third, 4, 5, 7};
    double[] second = {corner, 3, small, 0.1, 6, 8};
    if (whole) {
      for (int i = 0; i < first.length; i++) {
        first[i] = Math.floor(first[i]);
        second[i] = (int) second[i];
      }
    }
    assertArrayEquals(first, column(set, 0, 0));
    assertArrayEquals(second, column(set, 0, 1));
    assertEquals(1, set.series().size());
  }

  @Test
  void halfPrecisionHasItsOwnDigits() {
    assertEquals(0.1, column(written("a_lf2.npy"), 0, 1)[3], 1e-4);
    assertArrayEquals(new double[] {1.5, 2.5, NONE, 4, 5, 7}, column(written("a_lf2.npy"), 0, 0));
  }

  @Test
  void trueAndFalseAreOneAndZero() {
    SeriesSet set = written("bool.npy");
    assertArrayEquals(new double[] {0, 1, 0, 0, 1, 1}, column(set, 0, 1));
    assertEquals(Channel.Kind.BINARY, set.channels().getFirst().kind());
  }

  @ParameterizedTest
  @ValueSource(strings = {"three.npy", "threef.npy"})
  void threeDimensionsAreSeriesTimeAndColumns(String name) {
    SeriesSet set = written(name);
    assertEquals(2, set.series().size());
    assertEquals(3, set.channels().size());
    assertArrayEquals(new double[] {2, 5, 8, 11}, column(set, 0, 2));
    assertArrayEquals(new double[] {12, 15, 18, 21}, column(set, 1, 0));
  }

  @Test
  void namedFieldsAreColumns() {
    SeriesSet set = written("structured.npy");
    assertEquals("flow", set.channels().getFirst().name());
    assertArrayEquals(new double[] {1.25, 2, 3, 4, 5}, column(set, 0, 0));
    assertEquals("t", set.time().name());
    assertEquals("a", set.series().getFirst().name());
  }

  @Test
  void severalArraysOfTheSameRowsMakeOneTable() {
    SeriesSet set = written("cols.npz");
    assertEquals(
        (double) LocalDate.parse("2024-01-01").toEpochDay(), set.series().getFirst().times()[0]);
    assertEquals(
        java.util.List.of("x", "y_1", "y_2"), set.channels().stream().map(Channel::name).toList());
    assertArrayEquals(new double[] {1.5, 2.5, NONE, 4, 5, 7}, column(set, 0, 0));
    ImportPreview preview =
        SeriesFiles.preview(WRITTEN.resolve("cols.npz"), ImportChoices.AUTOMATIC);
    assertTrue(
        preview.notes().contains("The array 'other' (3) was left out."), "" + preview.notes());
    assertEquals(FileForm.NUMPY, preview.form());
  }

  @Test
  void aTimeForAllSeriesIsTheTimeOfEach() {
    SeriesSet set = written("cols3.npz");
    assertEquals(2, set.series().size());
    assertArrayEquals(new double[] {0, 0.5, 1, 1.5}, set.series().get(1).times());
    assertArrayEquals(new double[] {12, 15, 18, 21}, column(set, 1, 0));
  }

  @Test
  void theEndingDoesNotMatter() throws IOException {
    Path file = Files.copy(WRITTEN.resolve("a_lf8.npy"), folder.resolve("array.csv"));
    assertEquals(6, SeriesFiles.open(file).series().getFirst().length());
  }

  /** A file of version 1 with any header and any bytes behind it. */
  static byte[] array(String header, byte[] values) {
    byte[] words = header.getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer all = ByteBuffer.allocate(10 + words.length + values.length);
    all.order(ByteOrder.LITTLE_ENDIAN).put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    return all.putShort((short) words.length).put(words).put(values).array();
  }

  static String header(String type, String shape) {
    return "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }".formatted(type, shape);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          <f8 ; 1000000000000,      ; more than 5,000,000 values
          <f8 ; 999999999999999999, 999999999999999999 ; more than 5,000,000 values
          <f8 ; 9999999999999999999, ; damaged
          <f8 ; 4,                  ; ends before its last value
          <f8 ; 0,                  ; no values
          <f8 ;                     ; one value
          <f8 ; 1, 1, 1, 1, 1, 3    ; series
          |O  ; 3,                  ; Python objects
          <c16; 3,                  ; type '<c16'
          <U99999 ; 3,              ; type '<U99999'
          <U4000 ; 5000000,         ; 64 MB
          <f8 ; 1, 20000            ; ends before
          """)
  void whatCannotBeReadIsRefused(String type, String shape, String says) throws IOException {
    byte[] bytes = array(header(type, shape == null ? "" : shape), new byte[24]);
    assertRefused(bytes, says);
  }

  @Test
  void aCutOrBrokenHeaderIsRefused() throws IOException {
    byte[] whole = array(header("<f8", "3,"), new byte[24]);
    for (int length = 6; length < whole.length; length++) {
      assertRefused(Arrays.copyOf(whole, length), "damaged or cut off|ends before its last value");
    }
    assertRefused(
        array(
            "{'descr': [('a', '<f8', (3,))], 'fortran_order': False, 'shape': (1,)}", new byte[24]),
        "plain numbers");
    assertRefused(array("{}", new byte[24]), "damaged");
  }

  private void assertRefused(byte[] bytes, String says) throws IOException {
    Path file = Files.write(folder.resolve("hostile.npy"), bytes);
    SeriesException e = assertThrows(SeriesException.class, () -> SeriesFiles.open(file));
    String sentence = String.valueOf(e.getMessage());
    assertTrue(sentence.matches("hostile.npy.*(" + says.replace("(", "\\(") + ").*\\."), sentence);
  }

  @Test
  void objectsOfPythonAreRefused() {
    SeriesException e = assertThrows(SeriesException.class, () -> written("object.npy"));
    assertTrue(String.valueOf(e.getMessage()).contains("Python objects"), e.getMessage());
  }
}
