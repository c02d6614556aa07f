package undercurrent.view;

import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.BorderPane;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import undercurrent.lesson.Lessons;

/**
 * The button of the lessons: those that come along and a person's own; and the column in which the
 * chosen one stands.
 */
record LessonMenu(LessonDesk desk, FileTasks tasks, MenuButton button) {

  /**
   * Joins the button, the desk and the column.
   *
   * @param root at whose right the column stands
   * @param placed is called when it has come or gone
   */
  void bind(BorderPane root, LessonPane column, Runnable placed) {
    Tips.put(button, "lesson.tip");
    // Lessons are read when they are looked for, not when the window opens.
    button.setOnShowing(e -> fill());
    button.getItems().add(file());
    desk.changesProperty()
        .addListener(
            (o, before, now) -> {
              boolean isOpen = desk.lecture().isPresent();
              if (isOpen == (root.getRight() != null)) return;
              root.setRight(isOpen ? column : null);
              placed.run();
            });
  }

  private void fill() {
    button.getItems().clear();
    List<String> ids = Lessons.ids();
    for (int i = 0; i < ids.size(); i++) {
      String id = ids.get(i);
      String title = Lessons.of(id, LessonDesk.language()).title();
      MenuItem item =
          FigureExports.item(Words.of("lesson.numbered", i + 1, title), () -> desk.open(id));
      item.setId("lesson-" + id);
      button.getItems().add(item);
    }
    button.getItems().add(new SeparatorMenuItem());
    button.getItems().add(file());
  }

  private MenuItem file() {
    return FigureExports.item(Words.of("lesson.file"), this::choose);
  }

  private void choose() {
    FileChooser chooser = tasks.chooser(Words.of("lesson.fileTitle"));
    chooser
        .getExtensionFilters()
        .add(new ExtensionFilter(Words.of("lesson.files"), "*" + Lessons.ENDING, "*.lesson.md"));
    tasks.chosen(chooser.showOpenDialog(tasks.window())).ifPresent(desk::open);
  }
}
