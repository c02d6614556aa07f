package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import javafx.scene.control.ComboBox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import undercurrent.experiment.Recipe;
import undercurrent.series.Channel;
import undercurrent.series.SeriesSet;
import undercurrent.series.Split;
import undercurrent.series.TimeAxis;

/** Ten thousand series are listed, and one of them is found by typing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ManySeriesWindowTest {
  private static final int SERIES = 10_000;

  /** Nanoseconds; a fifth of a second is wanted, and a machine on which others build needs more. */
  private static final long PATIENCE = 4_000_000_000L;

  private final MainWindow window = TestWindows.open();

  private static SeriesSet set() {
    return new SeriesSet(
        "many",
        List.of(new Channel("y", "", Channel.Kind.REAL, Channel.Role.OBSERVED)),
        new TimeAxis("t", "", false, true),
        ManySeries.of(SERIES, 5),
        Split.BY_TIME);
  }

  @BeforeAll
  void open() {
    SeriesSet set = set();
    OffScreen.run(() -> window.lab().open(Recipe.of(set).with("kind", "level").experiment(set)));
    OffScreen.frames(window.scene(), 2);
  }

  @AfterAll
  void close() {
    TestWindows.close(window);
  }

  private ComboBox<String> list() {
    @SuppressWarnings("unchecked") // The list of the names of series.
    ComboBox<String> list = (ComboBox<String>) window.scene().lookup("#series");
    return list;
  }

  @Test
  void aSeriesIsFoundByTypingPartsOfItsName() {
    assertEquals(SERIES, OffScreen.call(() -> list().getItems().size()));
    for (String typed : List.of("s", "9", "99", "998", "series 9987", "87 99")) {
      long time = ManySeries.search(window, list(), typed);
      assertTrue(time < PATIENCE, "'" + typed + "' took " + time * 1e-9 + " s");
    }
    ManySeries.search(window, list(), "9987");
    OffScreen.run(() -> ManySeries.found(list()).getSelectionModel().selectFirst());
    OffScreen.run(list()::hide);
    assertEquals(9986, OffScreen.call(() -> window.lab().selection().seriesProperty().get()));
  }
}
