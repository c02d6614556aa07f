package undercurrent.view;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;
import undercurrent.session.Replayed;
import undercurrent.session.Session;
import undercurrent.session.Snapshot.Beliefs;
import undercurrent.session.Viewpoint;
import undercurrent.training.Moment;

/**
 * Goes back to earlier epochs of a training, and plays them one after the other. All of it lives on
 * the screen's thread.
 */
final class Replay {
  private static final Duration EVERY = Duration.millis(100);

  /** Where fewer moments were kept, each is shown longer, up to four times as long. */
  private static final double USUAL = 60;

  private static final double SLOWEST = 0.25;
  private final ReadOnlyObjectWrapper<Optional<Moment>> moment =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<Beliefs>> beliefs =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Timeline player = new Timeline(new KeyFrame(EVERY, e -> advance()));
  private List<Moment> history = List.of();
  private Optional<Session> session = Optional.empty();
  private Optional<Viewpoint> viewpoint = Optional.empty();
  private boolean fast;

  Replay() {
    player.setCycleCount(Timeline.INDEFINITE);
  }

  /** The moment that is shown in the place of the newest one, if any. */
  ReadOnlyObjectProperty<Optional<Moment>> momentProperty() {
    return moment.getReadOnlyProperty();
  }

  /** The estimates at that moment, when they are there. */
  ReadOnlyObjectProperty<Optional<Beliefs>> beliefsProperty() {
    return beliefs.getReadOnlyProperty();
  }

  /** The epoch of the estimates that are shown; empty = the newest. */
  OptionalInt epoch() {
    return beliefs.get().stream().mapToInt(Beliefs::epoch).findFirst();
  }

  /** Another training is shown; what was gone back to is left. */
  void begin(Session newSession) {
    leave();
    history = List.of();
    session = Optional.of(newSession);
  }

  /** What there is to go back to. */
  void offer(List<Moment> moments) {
    history = moments;
  }

  List<Moment> history() {
    return history;
  }

  /** True when there is an earlier moment than the newest. */
  boolean isPossible() {
    return history.size() > 1;
  }

  /** What is watched; the moment that is shown is estimated again. */
  void look(Viewpoint wanted) {
    viewpoint = Optional.of(wanted);
    moment.get().ifPresent(this::show);
  }

  /** Shows the moment that is nearest to an epoch, and stops playing. */
  void goTo(double epoch) {
    player.stop();
    history.stream()
        .min((a, b) -> Double.compare(Math.abs(a.epoch() - epoch), Math.abs(b.epoch() - epoch)))
        .ifPresent(this::show);
  }

  /** Shows the next or an earlier moment, and stops playing. */
  void move(int by) {
    if (!isPossible()) return;
    player.stop();
    int from = moment.get().map(history::indexOf).orElse(history.size() - 1);
    show(history.get(Math.clamp((long) from + by, 0, history.size() - 1)));
  }

  /** Plays from the moment that is shown, or from the first, to the last; or stops where it is. */
  void playOrStop() {
    if (isPlaying()) {
      player.stop();
    } else if (isPossible()) {
      int shown = moment.get().map(history::indexOf).orElse(-1);
      if (shown < 0 || shown == history.size() - 1) show(history.getFirst());
      player.setRate(fast ? 1 : Math.clamp(history.size() / USUAL, SLOWEST, 1));
      player.play();
    }
  }

  /** Whether each moment is shown as briefly as can be followed, however few there are. */
  void fast(boolean isFast) {
    fast = isFast;
  }

  boolean isPlaying() {
    return player.getStatus() == Animation.Status.RUNNING;
  }

  /** Whether it plays, to be listened to. */
  ReadOnlyObjectProperty<Animation.Status> playingProperty() {
    return player.statusProperty();
  }

  /** Shows the newest model again. */
  void leave() {
    player.stop();
    moment.set(Optional.empty());
    beliefs.set(Optional.empty());
  }

  private void show(Moment wanted) {
    if (viewpoint.isEmpty()) return;
    moment.set(Optional.of(wanted));
    session.ifPresent(s -> s.replay(wanted, viewpoint.get()));
  }

  /** Takes the estimates that have come; true while some are awaited. */
  boolean pull() {
    session.flatMap(Session::takeReplayed).ifPresent(this::take);
    return isAwaited();
  }

  private void take(Replayed answer) {
    if (moment.get().isEmpty()) return;
    if (answer.beliefs().isPresent()) beliefs.set(answer.beliefs());
    else if (answer.moment().equals(moment.get().get())) leave();
  }

  private boolean isAwaited() {
    return moment
        .get()
        .filter(m -> beliefs.get().filter(b -> b.step() == m.step()).isEmpty())
        .isPresent();
  }

  private void advance() {
    pull();
    if (isAwaited()) return;
    int next = moment.get().map(history::indexOf).orElse(-1) + 1;
    if (next > 0 && next < history.size()) show(history.get(next));
    else leave();
  }
}
