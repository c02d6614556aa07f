package undercurrent.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import undercurrent.kind.AdjustableParameter;
import undercurrent.kind.ResultKey;
import undercurrent.series.NumberWords;
import undercurrent.session.Snapshot;
import undercurrent.session.Snapshot.Beliefs;

/**
 * Sliders of the parameters of an exact kind, what the likelihood says of their values beside those
 * that were learned, and how it runs along the slider that was moved last.
 */
final class ParameterPane extends ScrollPane {
  private final Lab lab;
  private final VBox rows = new VBox(6);
  private final Label now = new Label();
  private final Label learned = new Label();
  private final Button release = new Button(Words.of("hand.release"));
  private final Button hold = new Button(Words.of("hand.hold"));
  private final ProfileLine profile;
  private final HBox below;
  private List<AdjustableParameter> shown = List.of();
  private final List<ParameterRow> sliders = new ArrayList<>();

  ParameterPane(Lab lab) {
    this.lab = lab;
    profile = new ProfileLine(lab);
    // Below the slider, and as wide as it is.
    below = new HBox(ParameterRow.GAP, room("hand-name"), profile, room("hand-value"));
    HBox.setHgrow(profile, Priority.ALWAYS);
    setId("by-hand");
    getStyleClass().addAll("edge-to-edge", "by-hand");
    setFitToWidth(true);
    release.setId("hand-release");
    hold.setId("hand-hold");
    for (Button button : List.of(release, hold)) button.getStyleClass().add("small");
    release.setOnAction(e -> lab.byHand().release());
    hold.setOnAction(e -> lab.byHand().hold());
    Tips.put(release, "hand.releaseTip");
    Tips.put(hold, "hand.holdTip");
    now.setId("hand-likelihood");
    now.setWrapText(true);
    learned.setId("hand-learned");
    learned.setWrapText(true);
    HBox buttons = new HBox(6, release, hold);
    buttons.setAlignment(Pos.CENTER_LEFT);
    setContent(new VBox(8, now, learned, buttons, rows));
    lab.snapshotProperty().addListener((o, before, next) -> follow(next));
    lab.byHand().valuesProperty().addListener((o, before, next) -> show());
    show();
  }

  private static Label room(String style) {
    Label room = new Label();
    room.getStyleClass().add(style);
    return room;
  }

  private void follow(@Nullable Snapshot snapshot) {
    if (snapshot == null) return;
    List<AdjustableParameter> found = lab.byHand().learned();
    if (!found.equals(shown)) {
      shown = found;
      sliders.clear();
      rows.getChildren().clear();
      for (AdjustableParameter parameter : found) {
        if (!parameter.isFree()) continue;
        ParameterRow row = new ParameterRow(parameter, lab.byHand(), () -> moved(parameter));
        sliders.add(row);
        rows.getChildren().add(row);
      }
    }
    show();
  }

  /** The profile of a parameter stands below its slider. */
  private void moved(AdjustableParameter parameter) {
    for (int i = 0; i < sliders.size(); i++) {
      if (!sliders.get(i).parameter().equals(parameter)) continue;
      rows.getChildren().remove(below);
      rows.getChildren().add(i + 1, below);
    }
    profile.show(parameter);
  }

  private void show() {
    Map<String, Double> values = lab.byHand().values();
    for (ParameterRow row : sliders) row.show(values);
    boolean isSet = !values.isEmpty();
    release.setDisable(!isSet);
    hold.setDisable(!isSet);
    Snapshot snapshot = lab.snapshotProperty().get();
    if (!isSet) rows.getChildren().remove(below);
    if (snapshot == null || snapshot.curve().isEmpty()) {
      now.setText(Words.of("hand.none"));
      learned.setText("");
      return;
    }
    double best = snapshot.curve().getLast().elbo();
    learned.setText(Words.of("hand.learned", number(best)));
    double own =
        snapshot
            .beliefs()
            .filter(b -> b.watch().tried().isPresent())
            .map(Beliefs::results)
            .flatMap(r -> r.get(ResultKey.BY_HAND))
            .orElse(Double.NaN);
    boolean isKnown = isSet && Double.isFinite(own);
    now.setText(
        isKnown
            ? Words.of("hand.now", number(own), number(own - best))
            : Words.of(isSet ? "hand.coming" : "hand.how"));
  }

  private static String number(double value) {
    return NumberWords.format("%.4f", value).replace('-', '−');
  }
}
