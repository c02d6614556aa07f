package undercurrent.kind;

import java.util.List;
import java.util.function.Function;
import undercurrent.figure.Figure;
import undercurrent.figure.Figures;
import undercurrent.inference.Estimate;
import undercurrent.kind.FigureCard.Place;
import undercurrent.series.Roll;

/** The figures of sets with many binary channels, such as music. */
final class RollCards {
  private static final FigureCard ROLL =
      roll(
          "roll",
          ResultKey.SEEN,
          r ->
              Figures.roll(
                  r.need(ResultKey.SET), r.need(ResultKey.SERIES), "roll", r.need(ResultKey.SEEN)));

  /** One path of the forecast. */
  private static final FigureCard ROLL_SAMPLE =
      roll(
          "roll-sample",
          ResultKey.SEEN,
          r ->
              Figures.rollSample(
                  r.need(ResultKey.SET),
                  r.need(ResultKey.SERIES),
                  "roll-sample",
                  r.need(ResultKey.SEEN)));

  private static final FigureCard ROLL_SMOOTHED = roll("roll-smoothed", ResultKey.SMOOTHED);
  private static final FigureCard ROLL_PREDICTED = roll("roll-predicted", ResultKey.PREDICTED);

  /** In the order in which they are offered. */
  static final List<FigureCard> ALL = List.of(ROLL, ROLL_SAMPLE, ROLL_SMOOTHED, ROLL_PREDICTED);

  private RollCards() {}

  private static FigureCard roll(String id, ResultKey<Estimate> key) {
    return roll(
        id,
        key,
        r ->
            Figures.roll(
                r.need(ResultKey.SET), r.need(ResultKey.SERIES), id, List.of(r.need(key))));
  }

  /** Of sets with many binary channels. */
  private static FigureCard roll(String id, ResultKey<?> key, Function<Results, Figure> figure) {
    return FigureCard.of(id, Place.OBSERVED, List.of(ResultKey.SET, ResultKey.SERIES, key), figure)
        .offeredFor(Roll::isIn, "refused.roll");
  }
}
