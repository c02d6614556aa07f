package undercurrent.view;

import java.util.List;
import java.util.OptionalInt;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import undercurrent.experiment.Experiment;
import undercurrent.session.Snapshot;
import undercurrent.session.Snapshot.State;

/** How far a training is, in the numbers above the figures and in the line below them. */
final class Readout {
  private final Lab lab;
  private final Label epoch;
  private final Label criterion;
  private final Label value;
  private final Label best;
  private final Label seed;
  private final StatusLine status;

  /** Notes on the data that are open; found once, because that reads all of them. */
  private List<String> notes = List.of();

  /**
   * Not shown before {@link #bind}.
   *
   * @param criterion what {@code value} and {@code best} are values of
   */
  Readout(
      Lab lab,
      Label epoch,
      Label criterion,
      Label value,
      Label best,
      Label seed,
      StatusLine status) {
    this.lab = lab;
    this.epoch = epoch;
    this.criterion = criterion;
    this.value = value;
    this.best = best;
    this.seed = seed;
    this.status = status;
  }

  void bind() {
    lab.snapshotProperty().addListener((o, before, now) -> show(now));
    lab.openedProperty().addListener((o, before, now) -> opened(now));
    lab.edits().revisionProperty().addListener((o, before, now) -> edited());
    lab.byHand().valuesProperty().addListener((o, before, now) -> say());
    lab.beside().fittedProperty().addListener((o, before, now) -> say());
    lab.replay().beliefsProperty().addListener((o, before, now) -> say());
    show(null);
  }

  private void opened(@Nullable Experiment experiment) {
    if (experiment == null) return;
    notes = experiment.notes();
    status.notes(inWords(notes));
    criterion.setText(RunWords.criterion(experiment.curve().criterion()));
    seed(experiment);
    show(null);
  }

  /** The notes say how the data were edited. */
  private void edited() {
    Experiment experiment = lab.openedProperty().get();
    if (experiment == null) return;
    notes =
        lab.edits()
            .revisionProperty()
            .get()
            .map(r -> experiment.notes(r))
            .orElseGet(experiment::notes);
    status.notes(inWords(notes));
    say();
  }

  private static List<String> inWords(List<String> notes) {
    return notes.stream().map(SettingNames::inWords).toList();
  }

  /** The one that is trained with; one that is typed counts from the next start on. */
  private void seed(Experiment experiment) {
    seed.setText(Long.toString(experiment.training().seed()));
  }

  private void say() {
    say(lab.snapshotProperty().get());
  }

  private void say(@Nullable Snapshot now) {
    OptionalInt earlier = lab.replay().epoch();
    if (now != null && earlier.isPresent()) {
      status.setText(StatusWords.replay(earlier.getAsInt(), now));
      return;
    }
    if (now != null && !lab.byHand().values().isEmpty()) {
      status.setText(Words.of("hand.status"));
      return;
    }
    String words = lab.beside().why(now).orElseGet(() -> StatusWords.of(now, inWords(notes)));
    // How the data were edited is the first of the notes.
    String note =
        lab.edits().original().isPresent() && !notes.isEmpty()
            ? SettingNames.inWords(notes.getFirst())
            : "";
    status.setText(words.contains(note) ? words : words + " · " + note);
  }

  private void show(@Nullable Snapshot now) {
    say(now);
    if (now == null) {
      epoch.setText(Words.of("transport.epochOf", "0", "–"));
      value.setText("–");
      best.setText("–");
      status.pace("");
      status.setProgress(0);
      return;
    }
    int total = now.settings().epochs();
    epoch.setText(
        Words.of("transport.epochOf", Integer.toString(now.epoch()), Integer.toString(total)));
    value.setText(StatusWords.criterion(now));
    best.setText(StatusWords.elbo(now.curve().criterion().shown(now.bestElbo())));
    status.pace(StatusWords.pace(now));
    boolean running = now.state() == State.RUNNING;
    status.setProgress(running ? (now.epoch() + now.part()) / total : now.part());
  }
}
