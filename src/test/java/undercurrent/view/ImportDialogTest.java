package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import undercurrent.series.FrameReading;
import undercurrent.series.ImportChoices;
import undercurrent.series.ImportPreview;
import undercurrent.series.SeriesFiles;
import undercurrent.series.Split;

/** What the command line can say of a table, its preview can say too. */
class ImportDialogTest {
  private static final String TABLE = "t,x\n0,1\n1,2\n2,-999\n3,4\n4,3\n5,2\n6,1\n7,2\n8,3\n9,2\n";
  private static final String WIDE = "place,1990,1991,1992,1993\nA,1,2,3,4\nB,2,3,4,5\n";

  private final MainWindow window = TestWindows.open();

  /** The choices that were last asked for. */
  private ImportChoices asked = ImportChoices.AUTOMATIC;

  @AfterEach
  void close() {
    TestWindows.close(window);
  }

  private DialogPane open(String table) {
    return OffScreen.call(
        () -> {
          ImportPreview first = preview(table, ImportChoices.AUTOMATIC);
          ImportDialog dialog =
              new ImportDialog(
                  window.scene().getWindow(), first, c -> preview(table, c), c -> asked = c);
          dialog.show();
          return dialog.dialog().getDialogPane();
        });
  }

  private ImportPreview preview(String table, ImportChoices choices) {
    asked = choices;
    return SeriesFiles.preview("table.csv", table, choices);
  }

  private static Stream<Node> all(Node node) {
    List<Node> nodes = new ArrayList<>(List.of(node));
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(n -> nodes.addAll(all(n).toList()));
    }
    return nodes.stream();
  }

  private static <T extends Node> Optional<T> find(
      DialogPane pane, Class<T> type, Predicate<T> test) {
    return all(Objects.requireNonNull(pane.getContent()))
        .filter(type::isInstance)
        .map(type::cast)
        .filter(test)
        .findFirst();
  }

  private static <T extends Node> void use(
      DialogPane pane, Class<T> type, Predicate<T> test, Consumer<T> action) {
    OffScreen.run(() -> action.accept(find(pane, type, test).orElseThrow()));
    OffScreen.until(() -> find(pane, ScrollPane.class, ScrollPane::isDisabled).isEmpty());
  }

  private static boolean says(DialogPane pane, String words) {
    return OffScreen.call(() -> isThere(pane, words));
  }

  /** Cells and headings of a table are there with the next frame. */
  private static void awaitWords(DialogPane pane, String words) {
    OffScreen.until(() -> isThere(pane, words));
  }

  private static boolean isThere(DialogPane pane, String words) {
    return find(pane, Label.class, l -> l.isVisible() && l.getText().contains(words)).isPresent();
  }

  @Test
  void aFieldShowsItsFramesWhichCanBeTakenForColumns() {
    StringBuilder text = new StringBuilder("0_10,0_20,0_30,5_10,5_20,5_30\n");
    for (int t = 0; t < 9; t++) text.append(String.format(Locale.ROOT, "-0.1,%d.3,2,3,4,5\n", t));
    DialogPane pane = open(text.toString());
    awaitWords(pane, "Field of 9 frames of 2 × 3 cells");
    assertTrue(
        OffScreen.call(
            () ->
                find(pane, javafx.scene.image.ImageView.class, v -> v.getImage() != null)
                    .isPresent()));
    use(
        pane,
        javafx.scene.control.Button.class,
        b -> "Play or pause the film".equals(b.getAccessibleText()),
        javafx.scene.control.Button::fire);
    use(
        pane,
        ComboBox.class,
        b -> "Frames".equals(b.getAccessibleText()),
        b -> {
          assertEquals(List.of(FrameReading.FILM, FrameReading.SERIES), b.getItems());
          b.getSelectionModel().select(1);
        });
    assertEquals(Optional.of(FrameReading.SERIES), asked.frames());
    assertFalse(says(pane, "Field of 9 frames"));
  }

  @Test
  void aNumberFarOutsideIsOfferedAsMissingByACheckBox() {
    DialogPane pane = open(TABLE);
    awaitWords(pane, "holds -999 in 1 cell, far outside its other values");
    Predicate<CheckBox> offered = b -> b.getText().equals("-999 means no value");
    use(pane, CheckBox.class, offered, CheckBox::fire);
    assertEquals(Set.of("-999"), asked.missing());
    assertFalse(says(pane, "far outside its other values"));
    use(pane, CheckBox.class, offered, CheckBox::fire);
    assertEquals(Set.of(), asked.missing());
  }

  @Test
  void anyWordMayMeanNoValue() {
    DialogPane pane = open(TABLE);
    use(
        pane,
        TextField.class,
        f -> "Means no value".equals(f.getAccessibleText()),
        f -> {
          f.setText(" 4 ");
          f.fireEvent(new javafx.event.ActionEvent());
        });
    assertEquals(Set.of("4"), asked.missing());
    assertTrue(
        OffScreen.call(
            () ->
                find(pane, CheckBox.class, b -> b.getText().equals("4 means no value"))
                    .orElseThrow()
                    .isSelected()));
  }

  /** A box that was not drawn yet tells nobody that its value changed. */
  private static boolean isDrawnSplit(ComboBox<?> box) {
    return "Split".equals(box.getAccessibleText()) && box.getSkin() != null;
  }

  @SuppressWarnings("unchecked")
  private static void split(DialogPane pane, String shares) {
    OffScreen.until(() -> find(pane, ComboBox.class, ImportDialogTest::isDrawnSplit).isPresent());
    use(
        pane,
        ComboBox.class,
        ImportDialogTest::isDrawnSplit,
        b -> ((ComboBox<String>) b).setValue(shares));
  }

  @Test
  void theSplitIsChosenAndWhatIsNoneIsRefused() {
    DialogPane pane = open(TABLE);
    awaitWords(pane, "The first 70 % of each series are for training");
    split(pane, "none");
    assertEquals(Optional.of(Split.NONE), asked.split());
    assertFalse(says(pane, "The first 70 %"));
    split(pane, "0.6,0.2");
    assertEquals(0.8, asked.split().orElseThrow().validationFraction(), 1e-12);
    split(pane, "most of it");
    awaitWords(pane, "“most of it” is no split; write none");
    assertEquals(0.6, asked.split().orElseThrow().trainingFraction());
    split(pane, "automatic");
    assertEquals(Optional.empty(), asked.split());
  }

  @Test
  void headingsThatAreTimesMayBeColumns() {
    Predicate<CheckBox> headings = b -> b.getText().equals("Headings are times");
    DialogPane pane = open(WIDE);
    use(pane, CheckBox.class, headings, CheckBox::fire);
    assertEquals(Optional.of(false), asked.wide());
    awaitWords(pane, "1992");
    use(pane, CheckBox.class, headings, CheckBox::fire);
    assertEquals(Optional.of(true), asked.wide());
    DialogPane narrow = open(TABLE);
    assertTrue(OffScreen.call(() -> find(narrow, CheckBox.class, headings).isEmpty()));
  }
}
