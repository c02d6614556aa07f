package undercurrent.session;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import undercurrent.experiment.Experiment;
import undercurrent.experiment.Run;
import undercurrent.kind.ChosenModel;
import undercurrent.kind.Fitting;
import undercurrent.series.Dataset;
import undercurrent.series.SeriesSet;
import undercurrent.training.Checkpoint;

/**
 * A model of an experiment that weights of a training are put into, one after another, to look at
 * whole series, at a part of one, at edited data, or with parameters that a person has set. Not
 * thread-safe.
 */
final class WatchedModel {
  private final Function<Optional<SeriesSet>, Dataset> data;
  private final BiFunction<Dataset, Optional<ChosenModel<?>>, Fitting> models;
  private @Nullable Prepared prepared;
  private @Nullable Opened opened;

  /** Data that are ready; parts of them are made of these. */
  private record Prepared(Optional<SeriesSet> edited, Dataset data) {}

  /** A model, and what it looks at. */
  private record Opened(Fitting model, Viewpoint viewpoint) {
    boolean isFor(Viewpoint wanted) {
      return viewpoint.edited().equals(wanted.edited())
          && viewpoint.tried().equals(wanted.tried())
          && viewpoint.part().equals(wanted.part())
          && (wanted.part().isEmpty() || viewpoint.series() == wanted.series());
    }
  }

  /** Of a training that is not there; nothing is made before it is asked for. */
  WatchedModel(Experiment experiment) {
    data = edited -> Run.dataset(experiment, edited);
    models = (seen, tried) -> Run.model(experiment, seen, tried);
  }

  /** Beside the model of a training, with the same data. */
  WatchedModel(Run run) {
    data = run::dataset;
    models = run::beside;
  }

  /**
   * The model with some weights, unless a person has set its parameters. Where a part of a series
   * is watched, row 0 of that series is the first of the part.
   */
  Fitting with(Checkpoint weights, Viewpoint viewpoint) {
    Opened now = opened;
    if (now == null || !now.isFor(viewpoint)) {
      opened = null;
      Dataset whole = data(viewpoint.edited());
      Dataset seen =
          viewpoint.part().map(p -> whole.looking(viewpoint.series(), p.rows())).orElse(whole);
      now = new Opened(models.apply(seen, viewpoint.tried()), viewpoint);
      opened = now;
    }
    if (viewpoint.tried().isEmpty()) now.model().use(weights);
    return now.model();
  }

  private Dataset data(Optional<SeriesSet> edited) {
    Prepared now = prepared;
    if (now == null || !now.edited().equals(edited)) {
      prepared = null;
      now = new Prepared(edited, data.apply(edited));
      prepared = now;
    }
    return now.data();
  }
}
