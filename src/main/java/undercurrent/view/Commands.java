package undercurrent.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.stage.Stage;
import undercurrent.kind.Catalogue;
import undercurrent.kind.ChosenModel;
import undercurrent.kind.FigureCard;
import undercurrent.kind.ModelKind;
import undercurrent.lesson.Lessons;
import undercurrent.series.Samples;

/** All that the window can do now: by keys and from menus, and what it can show and open. */
record Commands(MainController main, Lab lab, Stage stage) {
  /** Those of keys first. */
  List<Command> all() {
    List<Command> all = new ArrayList<>(Shortcuts.commands(main, lab, stage));
    all.add(command("palette.command", Words.of("transport.newSeed"), main::newSeed));
    Stream.of(
            main.figures().controls().curves(),
            main.figures().controls().observations(),
            main.figures().controls().frames())
        .forEach(choice -> figures(choice, all));
    exports(all);
    for (String id : Lessons.ids()) {
      String title = Lessons.of(id, LessonDesk.language()).title();
      all.add(command("palette.lesson", title, () -> main.desk().open(id)));
    }
    Samples.all()
        .forEach(s -> all.add(command("palette.sample", s.title(), () -> main.files().open(s))));
    Catalogue.standard().kinds().forEach(kind -> kind(kind, all));
    return all;
  }

  private static Command command(String group, String words, Runnable action) {
    return new Command(Words.of(group), words, "", action);
  }

  private static void figures(FigureChoice choice, List<Command> all) {
    if (!choice.isVisible()) return;
    for (FigureCard card : choice.getItems()) {
      all.add(command("palette.figure", card.title(), () -> choice.choose(card.id())));
    }
  }

  /** Unless a lesson holds the kind. */
  private void kind(ModelKind<?> kind, List<Command> all) {
    if (!lab.knobs().controlsProperty().get().frees(ChosenModel.KIND)) return;
    all.add(
        command(
            "palette.kind",
            kind.card().name(),
            () -> lab.turn(lab.knobs().model().changedTo(kind), lab.knobs().training())));
  }

  private void exports(List<Command> all) {
    MenuButton menu = new MenuButton();
    main.exports().fill(menu, main.figures().figures(), main.figures().films().played());
    main.replayExports().fill(menu);
    menu.getItems().forEach(item -> flat(item, "", all));
  }

  /** An item of a menu in a menu is called by the names of both. */
  private static void flat(MenuItem item, String before, List<Command> all) {
    if (item.isDisable() || item instanceof SeparatorMenuItem) return;
    String words = before + item.getText();
    if (item instanceof Menu menu) {
      menu.getItems().forEach(below -> flat(below, words + " › ", all));
    } else {
      all.add(command("palette.export", words, item::fire));
    }
  }
}
