package undercurrent.session;

import java.util.Optional;
import java.util.function.Function;
import undercurrent.kind.ChosenModel;
import undercurrent.kind.Fitting;
import undercurrent.series.SeriesSet;

/**
 * The model of a training for data that were edited, or with parameters that a person has set; the
 * last one is kept.
 */
final class OtherModel {
  private record Made(Optional<SeriesSet> edited, Optional<ChosenModel<?>> tried, Fitting fitting) {
    boolean isFor(Viewpoint viewpoint) {
      return edited.equals(viewpoint.edited()) && tried.equals(viewpoint.tried());
    }
  }

  private final Function<Viewpoint, Fitting> models;
  private Optional<Made> last = Optional.empty();

  /**
   * @param models makes one that is to be given weights, unless its parameters are set
   */
  OtherModel(Function<Viewpoint, Fitting> models) {
    this.models = models;
  }

  /** The model that looks at something, with the weights that it was last given, or none. */
  Fitting of(Viewpoint viewpoint) {
    Optional<Made> same = last.filter(made -> made.isFor(viewpoint));
    if (same.isEmpty()) {
      last = Optional.empty();
      same = Optional.of(new Made(viewpoint.edited(), viewpoint.tried(), models.apply(viewpoint)));
      last = same;
    }
    return same.get().fitting();
  }
}
