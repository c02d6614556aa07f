package undercurrent.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import undercurrent.figure.Paper;
import undercurrent.picture.PictureLook;
import undercurrent.text.Language;

final class PreferencesTest {
  private static final Rectangle2D SCREEN = new Rectangle2D(0, 0, 1920, 1080);
  private static final Rectangle2D PROJECTOR = new Rectangle2D(1920, 0, 1024, 768);
  @TempDir private Path folder = Path.of("");

  private static Rectangle2D shown(double x, double y, double width, double height) {
    return WindowPlace.onScreen(
            Optional.of(new Rectangle2D(x, y, width, height)), List.of(SCREEN, PROJECTOR))
        .orElseThrow();
  }

  @Test
  void whatIsKeptIsRead() {
    Preferences kept =
        new Preferences(
            Optional.of(new Rectangle2D(10, 20, 1000, 700)),
            true,
            true,
            1.1,
            true,
            Optional.of(Language.GERMAN),
            Language.FRENCH,
            Speed.SLOW,
            true,
            true,
            new PictureLook(Paper.TRANSPARENT, 4),
            List.of(Path.of("b.csv"), Path.of("ü a.csv")),
            Optional.of(Path.of("c.undercurrent")));
    Path file = folder.resolve("new folder").resolve("window.properties");
    kept.write(file);
    assertEquals(new Preferences.Read(kept, Optional.empty()), Preferences.read(file));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x=1",
        "",
        "\\u12",
        "width=abc\nmaximized=false\ndark=false\nzoom=1",
        "maximized=maybe\ndark=false\nzoom=1",
        "maximized=false\ndark=false\nzoom=NaN",
        "maximized=false\ndark=false\nzoom=500"
      })
  void whatIsBrokenIsSetAside(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("window.properties"), text);
    Preferences.Read read = Preferences.read(file);
    assertEquals(Preferences.NONE, read.preferences());
    assertFalse(Files.exists(file));
    assertEquals(text, Files.readString(read.setAside().orElseThrow()));
  }

  @Test
  void aFolderThatCannotBeWrittenIsNoTrouble() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    Preferences.NONE.write(file.resolve("window.properties"));
    assertEquals("x", Files.readString(file));
  }

  @Test
  void aWindowOnTheScreenStaysWhereItIs() {
    assertEquals(new Rectangle2D(100, 50, 1280, 800), shown(100, 50, 1280, 800));
    assertEquals(new Rectangle2D(1930, 10, 1000, 700), shown(1930, 10, 1000, 700));
  }

  @Test
  void aWindowOffTheScreenIsPulledBack() {
    for (double x : new double[] {-5000, -1000, 2500, 9000}) {
      for (double y : new double[] {-3000, 900, 5000}) {
        Rectangle2D at = shown(x, y, 1280, 800);
        assertTrue(SCREEN.contains(at) || PROJECTOR.contains(at), at.toString());
      }
    }
    assertEquals(SCREEN, shown(-100, -100, 5000, 5000));
  }

  @Test
  void theFirstWindowLiesInTheMiddleAndIsNoLargerThanTheScreen() {
    assertEquals(new Rectangle2D(320, 140, 1280, 800), WindowPlace.middle(SCREEN, 1280, 800));
    assertEquals(PROJECTOR, WindowPlace.middle(PROJECTOR, 1280, 800));
    assertEquals(
        new Rectangle2D(0, 0, 1280, 720),
        WindowPlace.middle(new Rectangle2D(0, 0, 1280, 720), 1280, 800));
  }
}
