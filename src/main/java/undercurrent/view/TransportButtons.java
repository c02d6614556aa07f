package undercurrent.view;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javafx.scene.control.Button;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import undercurrent.session.Snapshot;
import undercurrent.session.Snapshot.State;
import undercurrent.training.TrainingUse;

/** The buttons that run a training: all of it, one update, or one update in slow motion. */
record TransportButtons(
    Lab lab, Button play, FontIcon playIcon, Button step, Button slow, StatusLine status) {
  /** Nothing is left to train unless a setting is changed. */
  private static final Set<State> ENDED = EnumSet.of(State.FINISHED, State.STOPPED_EARLY);

  void bind() {
    Tips.put(play, "transport.playTip");
    Tips.put(step, "transport.stepTip");
    Tips.put(slow, "slow.tip");
    lab.snapshotProperty().addListener((o, before, now) -> show(now));
    lab.openedProperty()
        .addListener(
            (o, before, now) -> {
              if (now != null) show(null);
            });
    lab.replay()
        .playingProperty()
        .addListener((o, before, now) -> show(lab.snapshotProperty().get()));
    show(null);
  }

  private void show(@Nullable Snapshot now) {
    boolean running = now != null && now.state() == State.RUNNING;
    boolean moving = running || lab.replay().isPlaying();
    play.setText(Words.of(moving ? "transport.pause" : "transport.play"));
    playIcon.setIconLiteral(moving ? "mdmz-pause" : "mdmz-play_arrow");
    boolean failed = now != null && now.state() == State.FAILED;
    play.setDisable(failed);
    step.setDisable(failed || running);
    slow.setDisable(step.isDisable() || !lab.knobs().model().uses(TrainingUse.GRADIENTS));
  }

  /** Trains, or shows again how it was learned where nothing is left to train; or stops either. */
  void playOrPause() {
    boolean ended = lab.state().filter(ENDED::contains).isPresent();
    if (lab.state().equals(Optional.of(State.RUNNING))) {
      status.setText(Words.of("status.pausing"));
      lab.pause();
    } else if (lab.replay().isPlaying() || (ended && lab.replay().isPossible())) {
      // There is nothing left to train: it is shown how it was learned.
      lab.replay().playOrStop();
    } else {
      lab.play();
    }
  }
}
