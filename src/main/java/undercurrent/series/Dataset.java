package undercurrent.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A {@link SeriesSet} made ready for a model, with the way back to its own units.
 *
 * <p>The rows of a {@link Sequence} are what {@link Preparation} made of the observed channels:
 * standardised on the training part, and for tracks the steps in local metres.
 *
 * @param training pieces for training, each no longer than the window
 * @param validation pieces (or whole series) that choose the best checkpoint; may be empty
 * @param test pieces (or whole series) that are only scored; may be empty
 * @param whole every series from its first row to its last, in the order of the set; each is made
 *     when it is first asked for
 */
public record Dataset(
    SeriesSet source,
    Preparation preparation,
    List<Sequence> training,
    List<Sequence> validation,
    List<Sequence> test,
    List<Sequence> whole) {
  /** Rows of a piece that is not kept. */
  private static final int PASSING = 256;

  public Dataset {
    training = List.copyOf(training);
    validation = List.copyOf(validation);
    test = List.copyOf(test);
  }

  /** D, the number of values a model sees at each step. */
  public int observationSize() {
    return preparation.observationSize();
  }

  /**
   * All rows of all series in their order, in short pieces that are made one after another and not
   * kept: long films have no room for another copy.
   */
  public Stream<Sequence> passing() {
    return IntStream.range(0, source.series().size()).boxed().flatMap(this::passing);
  }

  private Stream<Sequence> passing(int series) {
    int length = source.series().get(series).length();
    return IntStream.range(0, Math.ceilDiv(length, PASSING))
        .mapToObj(i -> preparation.apply(series, i * PASSING, Math.min(length, (i + 1) * PASSING)));
  }

  /** The median time between rows of the training part; 1 where no two rows follow each other. */
  public double medianGap() {
    return Gaps.median(
        training.stream()
            .map(
                s ->
                    Arrays.copyOfRange(
                        source.series().get(s.series()).times(), s.from(), s.from() + s.steps()))
            .toList());
  }

  /**
   * The same to learn from, of which one series can be looked at in a stretch alone. Its index is
   * that of these rows from now on, of which row 0 is the first of the stretch; the whole of it has
   * an index behind all others. Scaling and pieces are shared.
   */
  public Dataset looking(int series, Stretch rows) {
    SeriesSet looked = source.looking(series, rows);
    Preparation same = preparation.on(looked);
    int moved = source.series().size();
    return new Dataset(
        looked,
        same,
        moved(training, series, moved),
        moved(validation, series, moved),
        moved(test, series, moved),
        new WholeSeries(looked, same));
  }

  private static List<Sequence> moved(List<Sequence> pieces, int from, int to) {
    return pieces.stream().map(piece -> piece.series() == from ? piece.of(to) : piece).toList();
  }

  /**
   * Makes a set ready for a model.
   *
   * @param window longest piece for training, 0 = chosen by itself: what has up to 200 steps is one
   *     piece, what is longer is cut to pieces of about 100
   * @throws SeriesException when nothing in it can be trained on
   */
  public static Dataset of(SeriesSet source, int window) {
    if (source.observedChannels().length == 0) {
      throw SeriesException.in(source.name(), SeriesWords.of("dataset.nothingObserved"));
    }
    Preparation preparation = Preparation.fit(source);
    Pieces pieces = new Pieces(preparation);
    List<Sequence> training = new ArrayList<>();
    List<Sequence> validation = new ArrayList<>();
    List<Sequence> test = new ArrayList<>();
    for (int s = 0; s < source.series().size(); s++) {
      int length = source.series().get(s).length();
      int trainingEnd = source.split().end(Part.TRAINING, s, length);
      int validationEnd = source.split().end(Part.VALIDATION, s, length);
      training.addAll(pieces.cut(s, 0, trainingEnd, window));
      validation.addAll(pieces.whole(s, trainingEnd, validationEnd));
      test.addAll(pieces.whole(s, validationEnd, length));
    }
    if (training.isEmpty()) {
      throw SeriesException.in(source.name(), SeriesWords.of("dataset.nothingToTrain"));
    }
    return new Dataset(
        source, preparation, training, validation, test, new WholeSeries(source, preparation));
  }
}
