package undercurrent.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import undercurrent.inference.FilterComparison;
import undercurrent.inference.FilterComparison.Filter;
import undercurrent.model.optimized.FilterErrors.Paired;

/** The error that a share of the series stays below, one line a filter. */
final class ErrorFigure {
  private static final int POINTS = 101;
  private static final List<Ink> INKS = List.of(Ink.MUTED, Ink.ORANGE, Ink.BLUE);
  private final Optional<FilterComparison> comparison;

  ErrorFigure(Optional<FilterComparison> comparison) {
    this.comparison = comparison;
  }

  Figure figure() {
    List<Mark> marks = new ArrayList<>();
    comparison.ifPresent(c -> c.filters().forEach(f -> marks.add(line(c, f, marks.size()))));
    String unit = comparison.map(FilterComparison::unit).orElse("");
    return new Figure(
        "errors",
        Words.of("errors.title"),
        new Axis(Words.of("axis.share"), "%", Axis.Kind.NUMBER, 0, 100),
        Axis.of(Words.of("axis.rmse"), unit),
        marks,
        0,
        comparison.map(ErrorFigure::summary).orElse(Words.of("errors.nothing")));
  }

  private static Mark line(FilterComparison c, Filter filter, int place) {
    double[] shares = new double[POINTS];
    Arrays.setAll(shares, i -> i);
    double[] errors =
        Arrays.stream(shares).map(p -> Math.sqrt(filter.errors().quantile(p / 100))).toArray();
    boolean own = filter.equals(c.filters().getLast());
    return new Mark.Line(
        Words.of(
            "errors.legend",
            Words.name(filter.name()),
            Numbers.rounded(Math.sqrt(filter.errors().overall()), 3),
            own ? "" : z(c.minusOwn(filter))),
        INKS.get(place % INKS.size()),
        own ? Mark.Stroke.SOLID : Mark.Stroke.DASHED,
        shares,
        errors);
  }

  /** ", worse by z 4.2": how far from chance the difference to the model's own filter is. */
  private static String z(Paired difference) {
    if (!Double.isFinite(difference.z())) return "";
    String key = difference.z() < 0 ? "errors.better" : "errors.worse";
    return ", " + Words.of(key, Numbers.rounded(Math.abs(difference.z()), 2));
  }

  private static String summary(FilterComparison c) {
    int count = c.filters().getFirst().errors().bySeries().length;
    List<String> errors = new ArrayList<>();
    for (Filter filter : c.filters()) {
      errors.add(
          Words.name(filter.name()) + " " + Numbers.words(Math.sqrt(filter.errors().overall())));
    }
    return Words.of(
        "errors.summary", count, Words.of("part." + c.part()), String.join(", ", errors));
  }
}
