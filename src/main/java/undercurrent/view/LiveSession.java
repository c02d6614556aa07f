package undercurrent.view;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import undercurrent.session.Session;
import undercurrent.session.Snapshot;
import undercurrent.session.Viewpoint;

/**
 * The session of the experiment that is open: it is given orders, and its snapshots are pulled, but
 * only while some may come. All of it lives on the screen's thread.
 */
final class LiveSession {
  private static final Duration PULL_EVERY = Duration.millis(100);
  private final Lab lab;
  private final ReadOnlyObjectWrapper<@Nullable Snapshot> snapshot = new ReadOnlyObjectWrapper<>();
  private final Timeline pulling = new Timeline(new KeyFrame(PULL_EVERY, e -> pull()));
  private final LookPacing looks = new LookPacing();
  private Optional<Session> session = Optional.empty();

  LiveSession(Lab lab) {
    this.lab = lab;
    pulling.setCycleCount(Timeline.INDEFINITE);
  }

  /** The newest that has come. */
  ReadOnlyObjectProperty<@Nullable Snapshot> snapshotProperty() {
    return snapshot.getReadOnlyProperty();
  }

  boolean isOpen() {
    return session.isPresent();
  }

  /** Another session, of which nothing is known yet. */
  void begin(Session begun) {
    looks.begin();
    session = Optional.of(begun);
  }

  /** Ends the training thread, and forgets what came from it. */
  void end() {
    session.ifPresent(Session::close);
    session = Optional.empty();
    snapshot.set(null);
  }

  /** Ends the training thread and pulls nothing any more. */
  void close() {
    pulling.stop();
    session.ifPresent(Session::close);
  }

  /** Something may come soon. */
  void expect() {
    if (isOpen()) pulling.play();
  }

  void order(Consumer<Session> order) {
    session.ifPresent(order);
    expect();
  }

  /** What the session answers, if one is open. */
  <T> Optional<T> ask(Function<Session, T> question) {
    expect();
    return session.map(question);
  }

  /** Asks for estimates of what is looked at. */
  void watch(Viewpoint wanted) {
    looks.want(wanted);
    askForEstimates();
  }

  private void askForEstimates() {
    looks.due(System.nanoTime()).ifPresent(next -> order(s -> s.watch(next)));
    if (looks.isWaiting()) expect();
  }

  private void pull() {
    if (session.isEmpty() || lab.experiment().isEmpty()) return;
    Optional<Snapshot> next = session.get().poll();
    // Listeners to the snapshot ask whether its history can be replayed, so it is offered first.
    next.map(Snapshot::history).ifPresent(lab.replay()::offer);
    next.ifPresent(lab.byHand()::follow);
    next.ifPresent(snapshot::set);
    Snapshot now = snapshot.get();
    if (now == null) return;
    next.ifPresent(s -> looks.came(s.beliefs()));
    askForEstimates();
    boolean awaited = lab.replay().pull();
    Viewpoint viewpoint = lab.viewpoint(lab.experiment().get());
    if (now.isSettled(session.get().orderCount(), viewpoint) && !awaited) pulling.stop();
  }
}
