package undercurrent.view;

import java.util.List;
import javafx.scene.control.MenuButton;

/** What is done to compare runs: pins, kinds side by side, and the command that makes a run. */
final class CompareDesk {
  private final Lab lab;
  private final FileTasks tasks;
  private final CommandCopy command;
  private final PinnedTable table;

  CompareDesk(Lab lab, FileTasks tasks) {
    this.lab = lab;
    this.tasks = tasks;
    command = new CommandCopy(lab, tasks);
    table = new PinnedTable(lab, command);
  }

  /** The table of pinned runs. */
  PinnedTable table() {
    return table;
  }

  /**
   * Fills the menu of the window.
   *
   * @param sweep trains all combinations of some settings
   */
  void fill(MenuButton menu, Runnable sweep) {
    Tips.put(menu, "compare.tip");
    menu.getItems()
        .setAll(
            List.of(
                FigureExports.item(Words.of("compare.pin"), this::pin),
                FigureExports.item(Words.of("compare.kinds"), this::kinds),
                FigureExports.item(Words.of("compare.sweep"), sweep),
                FigureExports.item(Words.of("compare.command"), this::copyCommand)));
  }

  /** Pins the training as it is. */
  void pin() {
    lab.compared().pin();
  }

  /** Trains several kinds on the same series. */
  void kinds() {
    var unused = KindsDialog.show(lab, tasks.window());
  }

  /** Copies the command that makes the training. */
  void copyCommand() {
    command.copy(command.current());
  }
}
