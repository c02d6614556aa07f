package undercurrent.session;

import java.util.Optional;
import java.util.function.Function;
import undercurrent.kind.Fitting;
import undercurrent.series.SeriesSet;

/** The model of a training for data that were edited; that of the last data is kept. */
final class EditedModel {
  private record Made(SeriesSet set, Fitting fitting) {}

  private final Function<SeriesSet, Fitting> models;
  private Optional<Made> last = Optional.empty();

  /**
   * @param models makes one that is to be given weights
   */
  EditedModel(Function<SeriesSet, Fitting> models) {
    this.models = models;
  }

  /** The model for some data, with the weights that it was last given, or none. */
  Fitting of(SeriesSet set) {
    Optional<Made> same = last.filter(made -> made.set() == set);
    if (same.isEmpty()) {
      last = Optional.empty();
      same = Optional.of(new Made(set, models.apply(set)));
      last = same;
    }
    return same.get().fitting();
  }
}
