package undercurrent.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import undercurrent.inference.Estimate;
import undercurrent.model.Conditioning;
import undercurrent.series.SeriesSet;

/** Each latent dimension over time with its band; of many, those that move most. */
final class LatentFigure {
  static final List<Ink> INKS =
      List.of(Ink.BLUE, Ink.ORANGE, Ink.GREEN, Ink.PURPLE, Ink.SKY, Ink.VERMILION);
  private static final List<Mark.Stroke> STROKES =
      List.of(Mark.Stroke.SOLID, Mark.Stroke.DASHED, Mark.Stroke.DOTTED);

  private static final double ROOM = 0.1;
  private final ShownSeries shown;
  private final List<Estimate> estimates;
  private final List<Mark> marks = new ArrayList<>();

  LatentFigure(SeriesSet set, int series, List<Estimate> estimates) {
    this.shown = new ShownSeries(set, series);
    this.estimates =
        estimates.stream().filter(e -> e.series() == series && e.length() > 0).toList();
  }

  Figure figure() {
    int[] dimensions = estimates.isEmpty() ? new int[0] : mostActive(estimates.getFirst());
    for (Estimate e : estimates) bands(e, dimensions);
    for (int i = 0; i < estimates.size(); i++) means(estimates.get(i), i, dimensions);
    for (Estimate e : estimates) {
      if (e.conditioning() == Conditioning.FORECAST) marks.add(ForecastMarks.rule(shown, e));
    }
    return new Figure(
        "latent",
        Words.of("latent.title", shown.title()),
        shown.timeAxis(),
        axis(Words.of(isStandardised() ? "axis.latentStandardised" : "axis.latent")),
        marks,
        0,
        summary(dimensions));
  }

  /** Of what most marks need: a state that is not known yet at the start would flatten all else. */
  private Axis axis(String label) {
    double[] values = marks.stream().flatMapToDouble(LatentFigure::values).toArray();
    Range most = Range.robust(values);
    if (DoubleStream.of(values).noneMatch(most::isFarFrom)) return Axis.of(label, "");
    Range shownMost = most.padded(ROOM);
    return new Axis(label, "", Axis.Kind.NUMBER, shownMost.min(), shownMost.max());
  }

  private static DoubleStream values(Mark mark) {
    return switch (mark) {
      case Mark.Line m -> DoubleStream.of(m.y());
      case Mark.Band m ->
          DoubleStream.concat(DoubleStream.of(m.lower()), DoubleStream.of(m.upper()));
      default -> DoubleStream.empty();
    };
  }

  /** Whether dimensions have units of the file, and are drawn without them to be compared. */
  private boolean isStandardised() {
    return !estimates.isEmpty()
        && estimates.getFirst().dimensions().stream().anyMatch(d -> d.scale() != 1);
  }

  private void bands(Estimate e, int[] dimensions) {
    for (int i = 0; i < dimensions.length; i++) {
      marks.add(
          new Mark.Band(
              i == 0 ? EstimateWords.latentBand(shown, e) : "",
              INKS.get(i),
              e.times(),
              e.latent().lower().column(dimensions[i]),
              e.latent().upper().column(dimensions[i])));
    }
  }

  private void means(Estimate e, int place, int[] dimensions) {
    Mark.Stroke stroke = STROKES.get(Math.min(place, STROKES.size() - 1));
    for (int i = 0; i < dimensions.length; i++) {
      String name = legend(e, dimensions, i);
      boolean isNamed = place == 0 || i == 0;
      double[] centre = e.latent().median().column(dimensions[i]);
      marks.add(new Mark.Line(isNamed ? name : "", INKS.get(i), stroke, e.times(), centre));
    }
  }

  /** The dimensions whose means move most, at most one for each ink, in their own order. */
  private static int[] mostActive(Estimate e) {
    int size = e.latent().size();
    return IntStream.range(0, size)
        .boxed()
        .sorted((a, b) -> Double.compare(activity(e, b), activity(e, a)))
        .limit(INKS.size())
        .mapToInt(Integer::intValue)
        .sorted()
        .toArray();
  }

  private static double activity(Estimate e, int dimension) {
    double deviation = Columns.deviation(e.latent().median().column(dimension));
    return Double.isNaN(deviation) ? -1 : deviation;
  }

  private String summary(int[] dimensions) {
    if (dimensions.length == 0) return Words.of("latent.nothing");
    Estimate e = estimates.getFirst();
    int size = e.latent().size();
    String which =
        size == dimensions.length
            ? size == 1 ? Words.of("latent.one") : Words.of("latent.all", size)
            : Words.of("latent.some", dimensions.length, size);
    return Words.of(
        "latent.summary", which, e.length(), EstimateWords.given(shown, e), EstimateWords.level(e));
  }

  /** Of more than two the first says for all what they are, so that a small card has room. */
  private static String legend(Estimate e, int[] dimensions, int i) {
    if (dimensions.length <= 2)
      return name(e, dimensions[i]) + " " + EstimateWords.centre(e, e.latent());
    String axis = axis(e, dimensions[i]);
    return i == 0 ? Words.of("latent.legend", EstimateWords.centres(e), axis) : axis;
  }

  /** The name that it has, as "slope,", or else its symbol. */
  private static String name(Estimate e, int dimension) {
    return e.latentNames().isEmpty() ? symbol(dimension) : axis(e, dimension) + ",";
  }

  /** The name of a latent dimension, or its symbol. */
  static String axis(Estimate e, int dimension) {
    return e.latentNames().isEmpty() ? symbol(dimension) : e.dimensions().get(dimension).words();
  }

  /** "z₂" for dimension 1: people count from one. */
  static String symbol(int dimension) {
    return symbol("z", dimension);
  }

  /** A letter with the number of a dimension below it, from one on. */
  static String symbol(String letter, int dimension) {
    return letter
        + Integer.toString(dimension + 1)
            .chars()
            .mapToObj(digit -> Character.toString(digit - '0' + '₀'))
            .collect(java.util.stream.Collectors.joining());
  }
}
