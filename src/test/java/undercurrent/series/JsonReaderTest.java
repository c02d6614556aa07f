package undercurrent.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonReaderTest {
  private static SeriesSet read(String json) {
    return SeriesFiles.open("table.json", json, ImportChoices.AUTOMATIC);
  }

  private static ImportPreview preview(String json) {
    return SeriesFiles.preview("table.json", json, ImportChoices.AUTOMATIC);
  }

  /** The same table in all forms that are usual. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{'t':0,'x':1.5},{'t':1,'x':null},{'t':3,'x':-2}]",
        "{'t':[0,1,3],'x':[1.5,null,-2]}",
        "{'t':0,'x':1.5}\n{'t':1}\n{'t':3,'x':-2}\n",
        "{'t':{'0':0,'1':1,'2':3},'x':{'0':1.5,'1':NaN,'2':-2}}",
        "{'source':'a','data':[{'t':0,'x':1.5},{'t':1,'x':null},{'t':3,'x':-2}]}",
        "{'columns':['t','x'],'index':[0,1,2],'data':[[0,1.5],[1,null],[3,-2]]}"
      })
  void theUsualFormsAreRead(String json) {
    SeriesSet set = read(json.replace('\'', '"'));
    assertEquals(List.of("x"), set.channels().stream().map(Channel::name).toList());
    assertArrayEquals(new double[] {1.5, Double.NaN, -2}, set.series().getFirst().channel(0));
    assertArrayEquals(new double[] {0, 1, 3}, set.series().getFirst().times());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[[0,1.5],[1,2.5],[2,3.5]]", "[0,1.5]\n[1,2.5]\n[2,3.5]"})
  void listsOfNumbersAreATableWithoutNames(String json) {
    SeriesSet set = read(json);
    assertArrayEquals(new double[] {1.5, 2.5, 3.5}, set.series().getFirst().channel(0));
    assertArrayEquals(new double[] {0, 1, 2}, set.series().getFirst().times());
  }

  @Test
  void oneListOfNumbersIsOneChannel() {
    assertArrayEquals(
        new double[] {1, 2.25, 3}, read("[1, 2.25, 3]").series().getFirst().channel(0));
  }

  @Test
  void namesWithinRecordsAreJoined() {
    SeriesSet set =
        read(
            """
            [{"time":"2024-01-01","at":{"lat":1,"lon":2},"tags":["a"],"on":true},
             {"time":"2024-01-02","at":{"lat":1.5,"lon":2},"tags":[],"on":false},
             {"time":"2024-01-03","at":{"lat":2,"lon":2},"tags":[],"on":true}]
            """);
    assertEquals(
        List.of("at.lat", "at.lon", "on"), set.channels().stream().map(Channel::name).toList());
    assertTrue(set.isTrack());
    assertTrue(set.time().isDate());
    assertArrayEquals(new double[] {1, 0, 1}, set.series().getFirst().channel(2));
    List<String> notes = preview("[{\"x\":true,\"y\":[1]},{\"x\":1},{\"x\":2}]").notes();
    assertEquals(
        List.of("True and false were read as 1 and 0.", "Of the JSON, y was left out."),
        notes.subList(0, 2));
  }

  @Test
  void numbersKeepTheirDigits() {
    assertEquals(
        "9007199254740993",
        preview("[{\"x\":9007199254740993},{\"x\":1},{\"x\":2}]")
            .firstRows()
            .getFirst()
            .getFirst());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          [{"x":1},{"x":2},{"x":"about 3"},{"x":4},{"x":5},{"x":6}] | record 3, column 'x': 'about 3' is not a number
          [{"time":1,"x":1},{"time":3,"x":2},{"time":2,"x":3}] | record 3, column 'time': the time 2 is before that of record 2
          {"a":[1,2,3],"b":[1,2]} | 'b' has 2
          {"a":[1,2,3],"a":[1,2,3]} | 'a' twice
          [{"a":1,"a":2},{"a":3},{"a":4}] | record 1: it has 'a' twice
          {"a":[{"x":1}],"b":[{"x":1}]} | several lists of records (a, b)
          [[1,[2,3]],[1,2],[3,4]] | record 1: it holds a list in a list
          [{"x":1},{"x":2 | damaged or too deep at line 1
          [] | without a row
          {} | without a row
          [{},{}] | without a row
          {"message":"not found"} | no column of numbers
          """)
  void whatIsNoTableIsRefusedWithItsPlace(String json, String says) {
    SeriesException e = assertThrows(SeriesException.class, () -> read(json));
    assertTrue(String.valueOf(e.getMessage()).contains(says), e.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "[{\"a\":"})
  void deepNestingIsRefused(String piece) {
    SeriesException e = assertThrows(SeriesException.class, () -> read(piece.repeat(200_000)));
    assertTrue(String.valueOf(e.getMessage()).length() < 200, e.getMessage());
  }

  @Test
  void aTableWhoseHeaderBeginsWithABracketStaysATable() {
    assertEquals(FileForm.TEXT, preview("[mV],x\n1,2\n2,3\n3,4\n").form());
  }
}
