package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import undercurrent.kind.Catalogue;
import undercurrent.lesson.Lessons;
import undercurrent.series.Samples;

/** Everything is found and done by the keys alone. */
final class CommandPaletteTest {
  private final MainWindow window = TestWindows.open();

  @AfterEach
  void close() {
    TestWindows.close(window);
  }

  private CommandPalette open() {
    KeyEvent pressed =
        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.P, true, true, false, false);
    OffScreen.run(() -> Event.fireEvent(window.scene().getRoot(), pressed));
    return OffScreen.call(CommandPaletteTest::palette);
  }

  private static CommandPalette palette() {
    return Window.getWindows().stream()
        .filter(Stage.class::isInstance)
        .map(w -> w.getScene().getRoot())
        .filter(CommandPalette.class::isInstance)
        .map(CommandPalette.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static void press(CommandPalette palette, KeyCode code) {
    KeyEvent pressed = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    OffScreen.run(() -> Event.fireEvent(palette.search(), pressed));
  }

  private static boolean isOpen() {
    return OffScreen.call(
        () ->
            Window.getWindows().stream()
                .anyMatch(w -> w.getScene().getRoot() instanceof CommandPalette));
  }

  @Test
  void allThatThereIsCanBeFound() {
    CommandPalette palette = open();
    List<Command> all = OffScreen.call(palette::shown);
    Set<String> words = all.stream().map(Command::words).collect(Collectors.toSet());
    Samples.all().forEach(sample -> assertTrue(words.contains(sample.title()), sample.title()));
    Catalogue.standard()
        .kinds()
        .forEach(kind -> assertTrue(words.contains(kind.card().name()), kind.id()));
    for (String id : Lessons.ids()) assertTrue(words.contains(Lessons.of(id, "en").title()), id);
    assertTrue(words.contains("Training curve") || words.contains("ELBO"), words.toString());
    assertTrue(all.stream().anyMatch(c -> c.keys().equals("Ctrl+S")));
    assertFalse(all.stream().anyMatch(c -> c.words().isBlank()));
  }

  @Test
  void aKindIsChosenAndEscapeChangesNothing() {
    CommandPalette palette = open();
    String before = window.lab().knobs().model().kind().id();
    press(palette, KeyCode.ESCAPE);
    assertFalse(isOpen());
    assertEquals(before, window.lab().knobs().model().kind().id());
    CommandPalette again = open();
    String wanted = Catalogue.standard().kind("level").card().name();
    OffScreen.run(() -> again.search().setText(wanted + " kind"));
    assertEquals(wanted, again.shown().getFirst().words());
    press(again, KeyCode.DOWN);
    press(again, KeyCode.UP);
    press(again, KeyCode.ENTER);
    OffScreen.until(() -> window.lab().knobs().model().kind().id().equals("level"));
    assertFalse(isOpen());
  }

  /** Whoever scrolls wants to read on, and below the last command there is none. */
  @Test
  void onlyAClickOnACommandDoesIt() {
    CommandPalette palette = open();
    OffScreen.run(() -> palette.search().setText("nile sample"));
    OffScreen.frames(window.scene(), 2);
    OffScreen.run(() -> Mouse.click(palette.lookup("#palette-list")));
    OffScreen.run(
        () -> {
          for (Node cell : palette.lookupAll(".list-cell")) {
            if (((ListCell<?>) cell).isEmpty()) Mouse.click(cell);
          }
        });
    assertTrue(isOpen());
    OffScreen.run(() -> Mouse.click(palette.lookup(".list-cell:selected")));
    assertFalse(isOpen());
  }

  @Test
  void aLessonIsOpened() {
    CommandPalette palette = open();
    OffScreen.run(() -> palette.search().setText("chaos lesson"));
    press(palette, KeyCode.ENTER);
    OffScreen.until(() -> window.controller().desk().lecture().isPresent());
    assertFalse(isOpen());
  }
}
