package undercurrent.lesson;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import undercurrent.inference.Diagnosis;
import undercurrent.inference.FilterComparison;
import undercurrent.inference.LeadError;
import undercurrent.inference.Score;
import undercurrent.inference.Scores;
import undercurrent.model.exact.FittedQuantity;
import undercurrent.series.Part;

/** Measures that stand in the scores and the findings of a run. */
final class ScoreMeasures {
  private ScoreMeasures() {}

  static double criterion(Measured run, String part) {
    Part of = part.isEmpty() ? Scores.scored(run.trained().dataset()) : Measure.part(part);
    double value = run.trained().measured(of).value();
    return run.experiment().curve().criterion().reported(value);
  }

  static double kl(Measured run, String dimension) {
    if (dimension.isEmpty()) return run.last().kl();
    double[] each = run.last().klPerDimension();
    int wanted = Measure.whole(dimension);
    if (wanted <= each.length) return each[wanted - 1];
    throw new IllegalArgumentException(
        LessonWords.of("scoreMeasures.latentDimension", wanted, each.length));
  }

  static double parameter(Measured run, String name) {
    return run.trained()
        .diagnosis()
        .flatMap(diagnosis -> fitted(diagnosis, name))
        .or(
            () ->
                run.trained()
                    .estimator()
                    .parameters()
                    .flatMap(p -> java.util.Optional.ofNullable(p.values().get(name))))
        .orElseThrow(
            () -> new IllegalArgumentException(LessonWords.of("scoreMeasures.parameter", name)));
  }

  private static java.util.Optional<Double> fitted(Diagnosis diagnosis, String name) {
    return diagnosis.fit().quantities().stream()
        .filter(quantity -> quantity.name().equals(name))
        .map(FittedQuantity::value)
        .findFirst();
  }

  /** A score by its name; after a comma may stand the channel, otherwise it is the first one. */
  static Score score(Measured run, String argument) {
    int comma = argument.indexOf(',');
    String name = comma < 0 ? argument : argument.substring(0, comma).strip();
    String channel = comma < 0 ? "" : argument.substring(comma + 1).strip();
    List<Score> list = run.scores().list();
    return one(
        list.stream().filter(s -> channel.isEmpty() || s.channel().equals(channel)).toList(),
        Score::name,
        name,
        "score");
  }

  static LeadError lead(Measured run, String steps) {
    return one(run.scores().leads(), lead -> Integer.toString(lead.steps()), steps, "lead");
  }

  static double filterError(Measured run, String name) {
    List<FilterComparison.Filter> filters =
        run.trained().findings().filters().map(FilterComparison::filters).orElse(List.of());
    return one(filters, FilterComparison.Filter::name, name, "filter").errors().overall();
  }

  private static <T> T one(List<T> all, Function<T, String> name, String wanted, String what) {
    return all.stream()
        .filter(each -> name.apply(each).equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    LessonWords.of(
                        "lacks." + what,
                        wanted,
                        all.isEmpty()
                            ? LessonWords.of("lacks.none")
                            : all.stream()
                                .map(name)
                                .distinct()
                                .collect(Collectors.joining(", ")))));
  }
}
