package undercurrent.view;

import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import undercurrent.session.Releases;

/** Tells of a newer version, in one quiet line, where the person wants to know. */
final class NewVersion {
  private final Label line = new Label();
  private final Optional<Releases> releases;

  NewVersion(Lab lab, Optional<Releases> releases) {
    this.releases = releases;
    line.setId("newVersion");
    line.managedProperty().bind(line.textProperty().isNotEmpty());
    lab.preferences().updatesProperty().addListener((o, before, now) -> wanted(now));
  }

  /** The line, empty until there is something to tell. */
  Node line() {
    return line;
  }

  private void wanted(boolean wanted) {
    line.setText("");
    if (wanted) releases.ifPresent(this::ask);
  }

  private void ask(Releases of) {
    var unused = of.newer().thenAccept(v -> v.ifPresent(n -> Platform.runLater(() -> tell(n))));
  }

  private void tell(String version) {
    line.setText(Words.of("update.there", version));
  }

  /** The switch, off until somebody turns it on; none where no address was named to ask. */
  static Optional<Node> choice(Lab lab, Optional<Releases> releases) {
    return releases.map(
        r -> {
          CheckBox box = new CheckBox(Words.of("update.ask", r.address().getHost()));
          box.setId("updates");
          box.setWrapText(true);
          box.selectedProperty().bindBidirectional(lab.preferences().updatesProperty());
          return box;
        });
  }
}
