package undercurrent.view;

import javafx.scene.control.Menu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import undercurrent.figure.Paper;
import undercurrent.picture.FigureFiles;
import undercurrent.picture.PictureLook;

/** Chooses on what figures are drawn in files, and with how many pixels; both are remembered. */
record PictureLookMenu(WindowPreferences preferences) {
  Menu menu() {
    Menu menu = new Menu(Words.of("export.look"));
    ToggleGroup papers = new ToggleGroup();
    for (Paper paper : Paper.values()) {
      menu.getItems().add(item(words(paper), papers, now().on(paper)));
    }
    menu.getItems().add(new SeparatorMenuItem());
    ToggleGroup scales = new ToggleGroup();
    for (int scale : PictureLook.SCALES) {
      menu.getItems().add(item(words(scale), scales, now().scaled(scale)));
    }
    return menu;
  }

  private PictureLook now() {
    return preferences.picturesProperty().get();
  }

  /** The menu closes with a choice, and is made anew when it opens. */
  private RadioMenuItem item(String words, ToggleGroup group, PictureLook look) {
    RadioMenuItem item = new RadioMenuItem(words);
    item.setToggleGroup(group);
    item.setSelected(look.equals(now()));
    item.setOnAction(e -> preferences.picturesProperty().set(look));
    return item;
  }

  private static String words(Paper paper) {
    return switch (paper) {
      case WHITE -> Words.of("export.white");
      case TRANSPARENT -> Words.of("export.transparent");
      case DARK -> Words.of("export.dark");
    };
  }

  private static String words(int scale) {
    return Words.of(
        "export.scale",
        Integer.toString(scale),
        Integer.toString(scale * FigureFiles.WIDTH),
        Integer.toString(scale * FigureFiles.HEIGHT));
  }
}
