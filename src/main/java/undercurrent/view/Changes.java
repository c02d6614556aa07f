package undercurrent.view;

import java.util.Optional;
import javafx.application.Platform;
import undercurrent.edit.Revision;
import undercurrent.experiment.Experiment;
import undercurrent.session.ExperimentSource;
import undercurrent.view.Undo.Before;

/** What was changed in a lab, taken back and done again. */
final class Changes {
  private final Lab lab;
  private final Undo undo = new Undo();

  Changes(Lab lab) {
    this.lab = lab;
  }

  /** Remembers how something stood that is about to change. */
  void remember(Before before) {
    undo.changing(before);
  }

  /** Remembers the document that is about to be replaced. */
  void replacing() {
    undo.changing(whole());
  }

  /** Remembers the knobs. */
  void turning() {
    undo.changing(knobs());
  }

  /** Takes the last change back. */
  void back() {
    lab.edits().end();
    undo.back(this::asItIs).ifPresent(this::put);
  }

  /** Does again what was taken back. */
  void forth() {
    undo.forth(this::asItIs).ifPresent(this::put);
  }

  private Before knobs() {
    return new Before.Knobs(lab.knobs().model(), lab.knobs().training());
  }

  /** The document, or of a training that could not be, what it should have begun with. */
  private Before whole() {
    Experiment begun = lab.experiment().orElseThrow();
    return new Before.Document(lab.document().exceptionally(e -> begun), lab.unsaved().source());
  }

  private Before asItIs(Before same) {
    return switch (same) {
      case Before.Knobs k -> knobs();
      case Before.Document d -> whole();
      case Before.Data d -> data(d);
      case Before.ByHand h -> new Before.ByHand(lab.byHand().values());
      case Before.Compared c -> new Before.Compared(lab.compared().now());
      case Before.Seen s -> new Before.Seen(lab.selection().seenShareProperty().get());
    };
  }

  private Before data(Before.Data same) {
    Optional<Revision> now = lab.edits().revisionProperty().get();
    return now.<Before>map(Before.Data::new).orElse(same);
  }

  private void put(Before before) {
    switch (before) {
      case Before.Knobs turned -> lab.set(turned.model(), turned.training());
      case Before.Data data -> lab.edits().put(data.revision());
      case Before.ByHand byHand -> lab.byHand().put(byHand.values());
      case Before.Compared compared -> lab.compared().put(compared.comparisons());
      case Before.Seen seen -> lab.selection().seenShareProperty().set(seen.share());
      case Before.Document document -> {
        ExperimentSource source = document.source();
        var unused =
            document.experiment().thenAccept(e -> Platform.runLater(() -> lab.replace(e, source)));
      }
    }
  }
}
