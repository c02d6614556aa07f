package undercurrent.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import undercurrent.inference.Estimate;
import undercurrent.kind.ChosenModel;
import undercurrent.series.SeriesSet;

/** Rows that a table does not have change nothing that is estimated. */
final class MissingRowsTest {
  private static List<Estimate> estimates(String table) {
    var set = Fits.read(Fits.text("/undercurrent/tables/" + table));
    return Fits.fitted(set, "kind", "seasonal").finish().answers().stream()
        .flatMap(a -> a.all().stream())
        .toList();
  }

  private static int season(SeriesSet set) {
    ChosenModel<?> seasonal = Recipe.of(set).with("kind", "seasonal").model();
    return (int) Objects.requireNonNull(seasonal.values().get("season"));
  }

  @Test
  void aSeasonThatAPersonChoseStays() {
    SeriesSet set = Fits.read(Fits.text("/undercurrent/tables/quarters_2001_1.csv"));
    Recipe recipe = Recipe.of(set).with(Map.of("kind", "seasonal", "season", 8));
    assertEquals(8, recipe.with("kind", "airline").model().values().get("season"));
    assertEquals(4, recipe.experiment(set).model().starting().get("season"));
  }

  @ParameterizedTest
  @CsvSource({
    "quarters_2001_1.csv, 4",
    "months_Jan-90.csv, 12",
    "months_as_200101.csv, 12",
    "holes_rows_dropped.csv, 12",
    "dst_spring.csv, 24"
  })
  void theSeasonIsThatOfTheCalendar(String table, int season) {
    SeriesSet set = Fits.read(Fits.text("/undercurrent/tables/" + table));
    assertEquals(season, season(set));
  }

  @Test
  void theSeasonOfASampleIsThatOfItsCalendar() {
    assertEquals(4, season(Fits.sample("us-macro")));
    assertEquals(7, season(Fits.sample("weather")));
    assertEquals(52, season(Fits.sample("co2")));
    assertEquals(12, season(Fits.sample("nile")));
  }

  @Test
  void aSeasonGoesOnOverRowsThatAreMissing() {
    List<Estimate> dropped = estimates("holes_rows_dropped.csv");
    List<Estimate> empty = estimates("holes_cells_empty.csv");
    assertEquals(empty.size(), dropped.size());
    for (int i = 0; i < empty.size(); i++) {
      assertArrayEquals(empty.get(i).times(), dropped.get(i).times());
      assertArrayEquals(
          empty.get(i).observation().mean().all(), dropped.get(i).observation().mean().all());
      assertArrayEquals(
          empty.get(i).observation().lower().all(), dropped.get(i).observation().lower().all());
      assertArrayEquals(
          empty.get(i).observation().upper().all(), dropped.get(i).observation().upper().all());
    }
  }
}
