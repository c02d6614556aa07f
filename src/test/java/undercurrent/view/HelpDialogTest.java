package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import undercurrent.experiment.Example;
import undercurrent.kind.Card;
import undercurrent.kind.Catalogue;
import undercurrent.kind.ModelKind;

/** Every kind has a page in the help: what it is, its equations, its settings and its example. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HelpDialogTest {
  private final MainWindow window = TestWindows.open();

  @AfterAll
  void close() {
    TestWindows.close(window);
  }

  static Stream<ModelKind<?>> kinds() {
    return Catalogue.standard().kinds().stream();
  }

  private Dialog<ButtonType> shown(ModelKind<?> kind, List<Example> opened) {
    return OffScreen.call(
        () -> {
          Dialog<ButtonType> dialog =
              HelpDialog.dialog(
                  window.lab(), window.scene().getWindow(), Optional.of(kind), opened::add);
          dialog.show();
          return dialog;
        });
  }

  private static List<String> words(Node node) {
    List<String> words = new ArrayList<>();
    if (node instanceof Label label) words.add(String.valueOf(label.getText()));
    if (node instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) words.addAll(words(child));
    }
    return words;
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aKindHasAPageWithItsCardItsSettingsAndItsExample(ModelKind<?> kind) {
    List<Example> opened = new ArrayList<>();
    Dialog<ButtonType> dialog = shown(kind, opened);
    try {
      ScrollPane pane =
          (ScrollPane) Objects.requireNonNull(dialog.getDialogPane().lookup("#help-page"));
      Node page = pane.getContent();
      assertEquals("page-" + kind.id(), page.getId());
      Card card = kind.card();
      List<String> words = OffScreen.call(() -> words(page));
      for (String wanted :
          List.of(card.name(), card.sentence(), card.page(), card.data(), card.citation())) {
        assertTrue(words.contains(wanted), () -> wanted + " of " + words);
      }
      List<String> equations =
          page.lookupAll(".formula").stream().map(Node::getAccessibleText).toList();
      assertEquals(card.equations().stream().map(Card.Equation::unicode).toList(), equations);
      // Nothing is cut at the right.
      OffScreen.frames(pane.getScene(), 3);
      double room = OffScreen.call(() -> pane.getViewportBounds().getWidth());
      double width = OffScreen.call(() -> page.getLayoutBounds().getWidth());
      assertTrue(width <= room + 1, width + " in " + room);
      assertTrue(card.page().split("(?<=[.:]) ").length >= 2, card.page());
      Catalogue.standard()
          .chosen(kind)
          .knobs()
          .forEach(k -> assertTrue(words.contains(k.help()), k.key()));
      OffScreen.run(() -> ((Button) Objects.requireNonNull(page.lookup("#open-example"))).fire());
      assertEquals(List.of(kind), opened.stream().map(Example::kind).toList());
      ListView<?> topics =
          (ListView<?>) Objects.requireNonNull(dialog.getDialogPane().lookup("#help-topics"));
      long families = kinds().map(k -> k.card().family()).distinct().count();
      assertEquals(1 + families + kinds().count(), topics.getItems().size());
    } finally {
      OffScreen.run(dialog::close);
    }
  }
}
