package undercurrent.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.layout.HBox;
import undercurrent.text.Language;

/** Chooses the language of the window for its next start. */
final class LanguageChoice {
  private LanguageChoice() {}

  static Node of(WindowPreferences preferences) {
    List<Optional<Language>> all = new ArrayList<>();
    all.add(Optional.empty());
    for (Language language : Language.values()) all.add(Optional.of(language));
    ComboBox<Optional<Language>> box = new ComboBox<>();
    box.setId("language");
    box.getItems().setAll(all);
    box.setConverter(new ChoiceWords<>(LanguageChoice::name));
    box.setAccessibleText(Words.of("language.title"));
    box.valueProperty().bindBidirectional(preferences.languageProperty());
    Label title = new Label(Words.of("language.title"));
    title.setLabelFor(box);
    Label when = new Label(Words.of("language.next"));
    when.getStyleClass().add("hint");
    HBox row = new HBox(8, title, box, when);
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  /** A language by the name that it has for itself. */
  private static String name(Optional<Language> language) {
    return Words.of(language.map(LanguageChoice::key).orElse("language.system"));
  }

  /** A menu for the language of figures in files. */
  static Menu ofFiles(WindowPreferences preferences) {
    Menu menu = new Menu(Words.of("language.files"));
    menu.setId("files-language");
    for (Language language : Language.values()) {
      RadioMenuItem item = new RadioMenuItem(Words.of(key(language)));
      item.setSelected(preferences.filesProperty().get() == language);
      item.setOnAction(e -> preferences.filesProperty().set(language));
      menu.getItems().add(item);
    }
    return menu;
  }

  private static String key(Language language) {
    return switch (language) {
      case ENGLISH -> "language.english";
      case GERMAN -> "language.german";
      case FRENCH -> "language.french";
    };
  }
}
