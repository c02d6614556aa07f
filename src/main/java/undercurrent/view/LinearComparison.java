package undercurrent.view;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import undercurrent.experiment.ExactComparison;
import undercurrent.experiment.Experiment;
import undercurrent.session.Snapshot;

/** The linear model that is compared with the deep one, fitted in the background on request. */
final class LinearComparison {
  private final Lab lab;
  private final BooleanProperty wanted = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<Optional<ExactComparison>> fitted =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  LinearComparison(Lab lab) {
    this.lab = lab;
    wanted.addListener((o, before, now) -> fit());
    lab.openedProperty().addListener((o, before, now) -> fit());
  }

  /** Whether somebody wants to see it. */
  BooleanProperty wantedProperty() {
    return wanted;
  }

  /** It, once it is fitted. */
  ReadOnlyObjectProperty<Optional<ExactComparison>> fittedProperty() {
    return fitted.getReadOnlyProperty();
  }

  /** Why the two models differ, as far as both have learned. */
  Optional<String> why(@Nullable Snapshot now) {
    if (now == null || now.curve().isEmpty()) return Optional.empty();
    return fitted.get().map(exact -> exact.why(now.curve()));
  }

  private void fit() {
    fitted.set(Optional.empty());
    Experiment experiment = lab.openedProperty().get();
    if (!wanted.get() || experiment == null || !ExactComparison.isPossible(experiment)) return;
    var unused =
        CompletableFuture.supplyAsync(() -> ExactComparison.of(experiment))
            .whenComplete((exact, e) -> Platform.runLater(() -> show(experiment, exact, e)));
  }

  private void show(Experiment of, @Nullable ExactComparison exact, @Nullable Throwable failure) {
    if (!of.equals(lab.openedProperty().get()) || !wanted.get()) return;
    if (exact != null) {
      fitted.set(Optional.of(exact));
      return;
    }
    String reason =
        failure == null || failure.getCause() == null ? "" : " " + failure.getCause().getMessage();
    lab.troubleProperty().set(Optional.of(Words.of("beside.failed") + reason));
    wanted.set(false);
  }
}
