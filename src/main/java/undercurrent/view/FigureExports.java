package undercurrent.view;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.FileChooser;
import javafx.stage.FileChooser.ExtensionFilter;
import undercurrent.figure.Figure;
import undercurrent.figure.FigureCsv;
import undercurrent.figure.MovingFigure;
import undercurrent.picture.FigureFiles;
import undercurrent.picture.FilmFiles;
import undercurrent.picture.PictureLook;
import undercurrent.text.Language;

/** Copies and writes single figures, from a menu that names them. */
record FigureExports(Lab lab, FileTasks tasks, FigureArrangement places) {
  /**
   * A menu for each figure on the screen: to copy it, or to write it in a format.
   *
   * @param played the film on the screen, which can be written with all its moments
   */
  void fill(MenuButton menu, List<Figure> figures, Optional<MovingFigure> played) {
    menu.getItems().clear();
    menu.getItems()
        .addAll(
            new PictureLookMenu(lab.preferences()).menu(),
            LanguageChoice.ofFiles(lab.preferences()),
            new RunReports(lab, tasks).item(),
            new SeparatorMenuItem());
    for (Figure figure : figures) {
      Menu one = new Menu(figure.title());
      one.setMnemonicParsing(false);
      one.getItems().add(item(Words.of("export.copyPicture"), () -> copyPicture(figure)));
      one.getItems().add(item(Words.of("export.copyData"), () -> copyData(figure)));
      for (String format : FigureFiles.formats(figure)) {
        String words = Words.of("export.item", format.toUpperCase(Locale.ROOT));
        one.getItems().add(item(words, () -> chooseAndExport(figure, format)));
      }
      played
          .filter(film -> film.at(0).id().equals(figure.id()))
          .ifPresent(film -> one.getItems().addAll(items(film)));
      menu.getItems().add(one);
    }
  }

  private List<MenuItem> items(MovingFigure film) {
    return List.of(
        item(Words.of("frames.gif"), () -> chooseAndExport(film, FilmFiles.GIF)),
        item(Words.of("frames.pictures"), () -> chooseAndExport(film, FilmFiles.PICTURES)));
  }

  private void chooseAndExport(MovingFigure film, String format) {
    boolean isGif = format.equals(FilmFiles.GIF);
    String title = Words.of(isGif ? "file.exportTitle" : "frames.folder", film.at(0).title());
    FileChooser chooser = tasks.chooser(title);
    if (isGif) chooser.getExtensionFilters().add(new ExtensionFilter("GIF", "*.gif"));
    chooser.setInitialFileName(isGif ? "film.gif" : "film");
    tasks
        .chosen(chooser.showSaveDialog(tasks.window()))
        .ifPresent(target -> export(film, format, target));
  }

  private void export(MovingFigure film, String format, Path target) {
    // The menu tells the size of PNG pictures; a GIF is for a screen.
    PictureLook look = format.equals(FilmFiles.GIF) ? look().scaled(1) : look();
    Language language = language("");
    MovingFigure made = places.in(language, film);
    write(
        target,
        language,
        () -> FilmFiles.write(made, format, look, target, () -> false, done -> {}));
  }

  /** Writes the run that is open on one page. */
  void report(Path file) {
    new RunReports(lab, tasks).write(file);
  }

  static MenuItem item(String words, Runnable action) {
    MenuItem item = new MenuItem(words);
    item.setOnAction(e -> action.run());
    return item;
  }

  void copyPicture(Figure figure) {
    ClipboardContent content = new ClipboardContent();
    PictureLook look = look();
    content.putImage(
        Images.of(
            Language.in(language(""), () -> FigureFiles.image(in(language(""), figure), look))));
    Clipboard.getSystemClipboard().setContent(content);
    tasks.notify(Words.of("export.copied", figure.title()));
  }

  void copyData(Figure figure) {
    ClipboardContent content = new ClipboardContent();
    content.putString(FigureCsv.csv(in(Language.ENGLISH, figure)));
    Clipboard.getSystemClipboard().setContent(content);
    tasks.notify(Words.of("export.copied", figure.title()));
  }

  private void chooseAndExport(Figure figure, String format) {
    FileChooser chooser = tasks.chooser(Words.of("file.exportTitle", figure.title()));
    chooser
        .getExtensionFilters()
        .add(new ExtensionFilter(format.toUpperCase(Locale.ROOT), "*." + format));
    chooser.setInitialFileName(figure.id() + "." + format);
    tasks
        .chosen(chooser.showSaveDialog(tasks.window()))
        .ifPresent(file -> export(figure, format, file));
  }

  void export(Figure figure, String format, Path file) {
    PictureLook look = look();
    Language language = language(format);
    Figure made = in(language, figure);
    write(file, language, () -> FigureFiles.write(made, format, look, file));
  }

  /** Tables are read by programs and stay English. */
  private Language language(String format) {
    return format.equals("csv") ? Language.ENGLISH : lab.preferences().filesProperty().get();
  }

  private Figure in(Language language, Figure figure) {
    return places.in(language, figure);
  }

  private PictureLook look() {
    return lab.preferences().picturesProperty().get();
  }

  private interface Writing {
    void run() throws IOException;
  }

  /** Writes away from the screen's thread, and says so. */
  private void write(Path target, Language language, Writing writing) {
    tasks.inBackground(
        String.valueOf(target.getFileName()),
        () -> {
          return Language.in(
              language,
              () -> {
                writing.run();
                return target;
              });
        },
        f -> tasks.notify(Words.of("file.exported", f)));
  }
}
