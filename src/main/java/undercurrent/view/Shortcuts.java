package undercurrent.view;

import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The keys of the window, and the sheet that lists them. */
final class Shortcuts {
  private static final double LARGER = 1.1;
  private static final int FAR = 10;
  private static final String PALETTE = "keys.palette";

  private Shortcuts() {}

  /**
   * What a key does.
   *
   * @param words the key of the words that the sheet has, or nothing for a second key
   */
  private record Key(KeyCombination keys, String words, Runnable action) {}

  private static KeyCombination key(KeyCode code, KeyCombination.Modifier... modifiers) {
    return new KeyCodeCombination(code, modifiers);
  }

  private static List<Key> keys(MainController main, Lab lab, Stage stage) {
    KeyCombination.Modifier ctrl = KeyCombination.SHORTCUT_DOWN;
    return List.of(
        new Key(key(KeyCode.SPACE), "keys.play", main::playOrPause),
        new Key(key(KeyCode.PERIOD), "keys.step", main::step),
        new Key(key(KeyCode.M), "keys.slow", main::slow),
        new Key(key(KeyCode.L), "keys.replay", lab.replay()::playOrStop),
        new Key(key(KeyCode.R), "keys.reset", main::reset),
        new Key(key(KeyCode.R, ctrl), "", main::reset),
        new Key(key(KeyCode.Z, ctrl), "keys.undo", main::undo),
        new Key(key(KeyCode.Z, ctrl, KeyCombination.SHIFT_DOWN), "keys.redo", main::redo),
        new Key(key(KeyCode.O, ctrl), "keys.open", main::open),
        new Key(key(KeyCode.S, ctrl), "keys.save", main::save),
        new Key(key(KeyCode.E, ctrl), "keys.export", main::export),
        new Key(key(KeyCode.B, ctrl), "keys.backtest", main::backtest),
        new Key(key(KeyCode.G, ctrl), "keys.sweep", main::sweep),
        new Key(key(KeyCode.P), "keys.pin", main.comparing()::pin),
        new Key(
            key(KeyCode.K, ctrl, KeyCombination.SHIFT_DOWN), "keys.kinds", main.comparing()::kinds),
        new Key(
            key(KeyCode.C, ctrl, KeyCombination.SHIFT_DOWN),
            "keys.command",
            main.comparing()::copyCommand),
        new Key(key(KeyCode.L, ctrl), "keys.lessons", main::lessons),
        new Key(key(KeyCode.V, ctrl), "keys.paste", main::paste),
        new Key(key(KeyCode.T, ctrl), "keys.theme", main::theme),
        new Key(key(KeyCode.PLUS, ctrl), "keys.larger", () -> scale(lab, LARGER)),
        // On many keyboards + is typed as = with Shift.
        new Key(key(KeyCode.EQUALS, ctrl, KeyCombination.SHIFT_ANY), "", () -> scale(lab, LARGER)),
        new Key(key(KeyCode.ADD, ctrl), "", () -> scale(lab, LARGER)),
        new Key(key(KeyCode.SUBTRACT, ctrl), "", () -> scale(lab, 1 / LARGER)),
        new Key(key(KeyCode.MINUS, ctrl), "keys.smaller", () -> scale(lab, 1 / LARGER)),
        new Key(
            key(KeyCode.DIGIT0, ctrl), "keys.usual", () -> lab.preferences().zoomProperty().set(1)),
        new Key(key(KeyCode.LEFT), "keys.cursor", () -> main.figures().moveCursor(-1)),
        new Key(key(KeyCode.RIGHT), "", () -> main.figures().moveCursor(1)),
        new Key(
            key(KeyCode.LEFT, KeyCombination.SHIFT_DOWN),
            "keys.cursorFar",
            () -> main.figures().moveCursor(-FAR)),
        new Key(
            key(KeyCode.RIGHT, KeyCombination.SHIFT_DOWN),
            "",
            () -> main.figures().moveCursor(FAR)),
        new Key(
            key(KeyCode.P, ctrl, KeyCombination.SHIFT_DOWN),
            PALETTE,
            () -> CommandPalette.show(new Commands(main, lab, stage).all(), stage)),
        new Key(key(KeyCode.F11), "keys.present", main::present),
        new Key(
            key(KeyCode.F11, KeyCombination.SHIFT_DOWN),
            "keys.full",
            () -> stage.setFullScreen(!stage.isFullScreen())),
        new Key(key(KeyCode.F1), "keys.help", main::help),
        new Key(key(KeyCode.F1, KeyCombination.SHIFT_DOWN), "keys.kind", main::helpOnKind),
        new Key(key(KeyCode.ESCAPE), "keys.back", main::back));
  }

  /** What the keys do, for a list of commands. */
  static List<Command> commands(MainController main, Lab lab, Stage stage) {
    return keys(main, lab, stage).stream()
        .filter(k -> !k.words().isEmpty() && !k.words().equals(PALETTE))
        .map(
            k -> new Command(Words.of("palette.command"), Words.of(k.words()), text(k), k.action()))
        .toList();
  }

  /** As keyboards of the language are printed. */
  private static String text(Key key) {
    return key.keys()
        .getDisplayText()
        .replace("Ctrl+", Words.of("keys.ctrl") + "+")
        .replace("Shift+", Words.of("keys.shift") + "+");
  }

  private static void scale(Lab lab, double factor) {
    lab.preferences()
        .zoomProperty()
        .set(
            Math.clamp(
                lab.preferences().zoomProperty().get() * factor,
                Preferences.LEAST_ZOOM,
                Preferences.MOST_ZOOM));
  }

  /** Listens to the keys of a scene; letters typed into a field stay there. */
  static void install(Scene scene, MainController main, Lab lab, Stage stage) {
    KeyboardReturn.install(scene);
    List<Key> keys = keys(main, lab, stage);
    scene.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (scene.getFocusOwner() instanceof TextInputControl field && isFor(field, event))
            return;
          if (event.getCode().isArrowKey() && hasArrows(scene.getFocusOwner())) return;
          for (Key key : keys) {
            if (!key.keys().match(event)) continue;
            key.action().run();
            event.consume();
            return;
          }
        });
  }

  /** Whether a control moves something of its own with the arrow keys. */
  private static boolean hasArrows(@Nullable Node focused) {
    return focused != null
        && focused.getAccessibleRole() != AccessibleRole.BUTTON
        && !(focused instanceof ButtonBase)
        && focused.isFocusTraversable();
  }

  /** Letters, and the commands that a field has itself. */
  private static boolean isFor(TextInputControl field, KeyEvent event) {
    if (!event.isShortcutDown() && !event.getCode().isFunctionKey()) return true;
    return event.getCode() == KeyCode.V || (event.getCode() == KeyCode.Z && field.isUndoable());
  }

  /** The sheet. */
  static Node sheet(List<String[]> rows) {
    GridPane grid = new GridPane(18, 8);
    for (int i = 0; i < rows.size(); i++) {
      Label keys = new Label(rows.get(i)[0]);
      keys.getStyleClass().add("shortcut-key");
      GridPane.setHalignment(keys, HPos.RIGHT);
      grid.add(keys, 0, i);
      grid.add(new Label(rows.get(i)[1]), 1, i);
    }
    return grid;
  }

  /** What the sheet lists: keys and words. */
  static List<String[]> rows() {
    MainController nobody = new MainController(new Lab());
    return keys(nobody, new Lab(), new Stage()).stream()
        .filter(k -> !k.words().isEmpty())
        .map(k -> new String[] {text(k), Words.of(k.words())})
        .toList();
  }
}
