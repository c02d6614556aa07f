package undercurrent.view;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;
import undercurrent.session.Snapshot;
import undercurrent.session.Snapshot.State;
import undercurrent.settings.Settings;
import undercurrent.text.Visible;

/** The sentence above the figures that a person should read, and the remedy of a divergence. */
record TroubleBanner(Lab lab, HBox banner, Label text, Button act) {
  void bind() {
    lab.openedProperty()
        .addListener(
            (o, before, now) -> {
              if (now != null) lab.troubleProperty().set(Optional.empty());
            });
    lab.snapshotProperty().addListener((o, before, now) -> follow(before, now));
    lab.troubleProperty().addListener((o, before, now) -> show(now));
    act.setText(Words.of("diverged.halve"));
    act.setOnAction(e -> halve());
    show(Optional.empty());
  }

  private void follow(@Nullable Snapshot before, @Nullable Snapshot now) {
    if (now == null) return;
    // Between two snapshots a training may have gone on and have diverged again.
    boolean fresh =
        before == null
            || before.state() != now.state()
            || before.step() != now.step()
            || !before.settings().equals(now.settings())
            || !before.sentence().equals(now.sentence());
    if (!fresh) return;
    boolean isOver = before != null && before.sentence().equals(lab.troubleProperty().get());
    if (now.sentence().isPresent() || isOver) lab.troubleProperty().set(now.sentence());
  }

  private void show(Optional<String> sentence) {
    banner.setVisible(sentence.isPresent());
    banner.setManaged(sentence.isPresent());
    text.setText(SettingNames.inWords(Visible.of(sentence.orElse(""))));
    Snapshot now = lab.snapshotProperty().get();
    boolean diverged =
        now != null && now.state() == State.DIVERGED && now.sentence().equals(sentence);
    act.setVisible(diverged);
    act.setManaged(diverged);
  }

  private void halve() {
    lab.troubleProperty().set(Optional.empty());
    double rate = lab.knobs().training().learningRate() / 2;
    lab.turn(lab.knobs().model(), Settings.with(lab.knobs().training(), "learningRate", rate));
    lab.play();
  }
}
