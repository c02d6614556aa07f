package undercurrent.view;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.KeptRun;
import undercurrent.experiment.Recipe;
import undercurrent.figure.Figure;
import undercurrent.figure.Mark;
import undercurrent.series.Samples;
import undercurrent.series.SeriesSet;

/** A window in which small runs on one series are trained, pinned and compared. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CompareFixture {
  final MainWindow window = TestWindows.open();
  final Lab lab = window.lab();
  @TempDir Path folder = Path.of("");

  @AfterAll
  void close() {
    TestWindows.close(window);
  }

  static Recipe recipe(SeriesSet set, int hidden) {
    return Recipe.of(set).with(Map.of("hiddenUnits", hidden, "epochs", 3, "seed", 4));
  }

  static SeriesSet nile() {
    return Samples.find("nile").orElseThrow().open();
  }

  /** Opens the series anew, with nothing beside it, and trains on it. */
  void begin(int hidden) {
    SeriesSet set = nile();
    TestWindows.train(window, recipe(set, hidden).experiment(set));
  }

  /** Trains with another size, beside what is pinned. */
  void train(int hidden) {
    OffScreen.run(
        () -> {
          lab.turn(lab.knobs().model().with("hiddenUnits", hidden), lab.knobs().training());
          lab.restart();
        });
    Experiment begun = OffScreen.call(() -> lab.experiment().orElseThrow());
    TestWindows.train(window, begun);
  }

  void key(KeyCode code) {
    OffScreen.run(
        () -> {
          Node root = window.scene().getRoot();
          root.requestFocus();
          root.fireEvent(
              new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
        });
  }

  List<KeptRun> pinned() {
    return OffScreen.call(() -> lab.compared().now().pinned());
  }

  void pin() {
    int before = pinned().size();
    key(KeyCode.P);
    OffScreen.until(() -> lab.compared().now().pinned().size() == before + 1);
    OffScreen.until(() -> !lab.compared().isScoring());
  }

  <T> T find(Class<T> type, String id) {
    return OffScreen.call(
        () -> type.cast(Objects.requireNonNull(window.scene().lookup("#" + id), id)));
  }

  Map<String, Mark> marks(String id) {
    return OffScreen.call(
        () ->
            window.controller().figures().figures().stream()
                .filter(f -> f.id().equals(id))
                .map(Figure::marks)
                .flatMap(List::stream)
                .filter(m -> !m.legend().isEmpty())
                .collect(Collectors.toMap(Mark::legend, m -> m, (a, b) -> a)));
  }

  static <T> T within(Node content, Class<T> type, String id) {
    return type.cast(Objects.requireNonNull(content.lookup("#" + id), id));
  }

  static List<String> texts(Node content, String id) {
    return content.lookup("#" + id).lookupAll(".label").stream()
        .map(n -> ((Label) n).getText())
        .toList();
  }
}
