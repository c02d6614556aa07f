package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import undercurrent.experiment.Example;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Recipe;
import undercurrent.kind.Catalogue;
import undercurrent.kind.FigureCard;
import undercurrent.kind.FigureCard.Place;
import undercurrent.kind.ModelKind;
import undercurrent.series.Samples;
import undercurrent.series.SeriesSet;

/** Figures are offered for the data that they can show something of. */
final class CardListsTest {
  private static final Set<String> OF_FILMS =
      Set.of("film", "film-error", "frames", "frames-smoothed", "frames-predicted");

  private static final int MAP_AND_ROLLS = 5;

  private static Set<String> offered(Experiment experiment) {
    Set<String> ids = new TreeSet<>();
    for (Place place : Place.values()) {
      CardLists.of(experiment, place).forEach(card -> ids.add(card.id()));
    }
    return ids;
  }

  private static Experiment experiment(String sample, String kind) {
    SeriesSet set = Samples.find(sample).orElseThrow().open();
    return Recipe.of(set).with("kind", kind).experiment(set);
  }

  @Test
  void figuresOfFilmsAreOfferedForFilmsAlone() {
    for (ModelKind<?> kind : Catalogue.standard().kinds()) {
      Experiment example = Example.of(kind).experiment();
      boolean isFilm = example.data().frame().isPresent();
      for (String id : OF_FILMS) {
        assertEquals(isFilm, offered(example).contains(id), kind.id() + ": " + id);
      }
    }
    assertTrue(offered(experiment("new-ball", "deep")).containsAll(OF_FILMS));
    assertTrue(offered(experiment("new-plate", "level")).containsAll(OF_FILMS));
  }

  @Test
  void mapsAndRollsAreOfferedForTracksAndMusicAlone() {
    assertTrue(offered(experiment("storms", "deep")).contains("map"));
    assertFalse(offered(experiment("sine", "deep")).contains("map"));
    assertTrue(offered(experiment("chorales", "deep")).contains("roll"));
    assertFalse(offered(experiment("storms", "deep")).contains("roll"));
  }

  /** A figure that depends on the data says so before it is drawn, in a sentence. */
  @Test
  void whatIsNotOfferedSaysWhy() {
    SeriesSet sine = Samples.find("sine").orElseThrow().open();
    List<FigureCard> cards = Catalogue.standard().usual().figures();
    for (FigureCard card : cards) {
      card.against()
          .apply(sine)
          .ifPresent(reason -> assertTrue(reason.endsWith("."), card.id() + ": " + reason));
    }
    long against = cards.stream().filter(card -> !card.isOfferedFor(sine)).count();
    assertEquals(OF_FILMS.size() + MAP_AND_ROLLS, against);
  }
}
