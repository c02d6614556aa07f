package undercurrent.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import undercurrent.series.Channel;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.series.TimeAxis;

final class RecipeTest {
  private static Recipe recipe(String name) {
    return Recipe.of(
        new SeriesSet(
            name,
            List.of(new Channel("y", "", Channel.Kind.REAL, Channel.Role.OBSERVED)),
            new TimeAxis("t", "", false, true),
            List.of(new Series("a", new double[] {0, 1}, new double[2][1])),
            new Split(List.of(), 1, 1)));
  }

  @Test
  void everyRecipeHasSettingsThatAreAllowed() throws IOException {
    Properties all = new Properties();
    try (InputStream in = Recipe.class.getResourceAsStream("recipes.properties")) {
      all.load(in);
    }
    Set<String> names = new TreeSet<>();
    for (String key : all.stringPropertyNames()) names.add(key.substring(0, key.lastIndexOf('.')));
    assertTrue(names.size() > 5);
    for (String name : names) {
      Recipe recipe = recipe(name);
      boolean differs =
          !recipe.model().equals(recipe("nothing known").model())
              || !recipe.training().equals(recipe("nothing known").training());
      assertTrue(differs, name);
    }
  }

  @Test
  void theChoralesBeginWithASmallModelWhoseKlGrows() {
    Recipe recipe = recipe("jsb_chorales");
    assertEquals(32, recipe.model().values().get("latentSize"));
    assertEquals(0.2, recipe.training().klStart());
    assertEquals(10, recipe.training().klLength());
  }
}
