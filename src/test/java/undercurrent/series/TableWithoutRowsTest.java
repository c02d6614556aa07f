package undercurrent.series;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A heading without rows is refused in one sentence, whatever a person chooses. */
final class TableWithoutRowsTest {
  private static List<ImportChoices> choices(String name) {
    List<ImportChoices> all = new ArrayList<>();
    ImportChoices plain = ImportChoices.AUTOMATIC.withHeader(true);
    all.add(plain);
    for (TimeForm form : TimeForm.values()) all.add(plain.withTimeForm(form));
    for (RowSpacing spacing : RowSpacing.values()) all.add(plain.withSpacing(spacing));
    for (DecimalSign sign : DecimalSign.values()) all.add(plain.withDecimalSign(sign));
    for (ColumnUse use : ColumnUse.values()) {
      all.add(plain.withUse(name, use));
      for (TimeForm form : TimeForm.values()) all.add(plain.withUse(name, use).withTimeForm(form));
    }
    for (Channel.Kind kind : Channel.Kind.values()) all.add(plain.withKind(name, kind));
    return all;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "time,x",
        "t,x,y",
        "id,time,x",
        "year,month,value",
        "date,hour,x",
        "date,time,x",
        "series,split,t,x",
        "latitude,longitude,time",
        "lat,lon",
        "country,2001,2002,2003",
        "x",
        "argos,time,lat,lon"
      })
  void isRefused(String heading) {
    String name = heading.substring(0, (heading + ",").indexOf(','));
    for (ImportChoices choices : choices(name)) {
      for (String text : List.of(heading, heading + "\n", heading + "\r\n\r\n")) {
        SeriesException e =
            assertThrows(
                SeriesException.class, () -> SeriesFiles.open("empty.csv", text, choices), text);
        assertTrue(String.valueOf(e.getMessage()).contains("empty.csv"), e.getMessage());
        assertTrue(SeriesFiles.preview("empty.csv", text, choices).problem().isPresent());
      }
    }
  }
}
