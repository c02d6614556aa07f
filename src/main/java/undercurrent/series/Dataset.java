package undercurrent.series;

import java.util.List;

/**
 * A {@link SeriesSet} made ready for a model, with the way back to its own units.
 *
 * <p>The rows of a {@link Sequence} are what {@link Preparation} made of the observed channels:
 * standardised on the training part, and for tracks the steps in local metres.
 *
 * @param training pieces for training, each no longer than the window
 * @param validation pieces (or whole series) that choose the best checkpoint; may be empty
 * @param test pieces (or whole series) that are only scored; may be empty
 * @param whole every series from its first row to its last, in the order of the set
 */
public record Dataset(
    SeriesSet source,
    Preparation preparation,
    List<Sequence> training,
    List<Sequence> validation,
    List<Sequence> test,
    List<Sequence> whole) {
  public Dataset {
    training = List.copyOf(training);
    validation = List.copyOf(validation);
    test = List.copyOf(test);
    whole = List.copyOf(whole);
  }

  /** D, the number of values a model sees at each step. */
  public int observationSize() {
    return preparation.observationSize();
  }

  /**
   * Makes a set ready for a model.
   *
   * @param window longest piece for training, 0 = chosen by itself
   */
  public static Dataset of(SeriesSet source, int window) {
    throw new UnsupportedOperationException();
  }
}
