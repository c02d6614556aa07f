package undercurrent.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import undercurrent.inference.HorizonScore;

/** The errors of forecasts from several origins by how far ahead they look, a line a method. */
final class HorizonFigure {
  private static final List<Ink> INKS = List.of(Ink.BLUE, Ink.MUTED, Ink.ORANGE, Ink.GREEN);
  private final List<HorizonScore> scores;
  private final String channel;

  /** Of one channel. */
  HorizonFigure(List<HorizonScore> all, String channel) {
    this.channel = channel;
    scores = all.stream().filter(s -> s.channel().equals(channel)).toList();
  }

  Figure figure() {
    Map<String, List<HorizonScore>> methods = new LinkedHashMap<>();
    for (HorizonScore score : scores) {
      methods.computeIfAbsent(score.method(), m -> new ArrayList<>()).add(score);
    }
    List<Mark> marks = new ArrayList<>();
    List<String> words = new ArrayList<>();
    methods.forEach(
        (method, own) -> {
          marks.add(line(method, own, marks.size()));
          own.stream()
              .filter(s -> s.steps() == HorizonScore.ALL)
              .forEach(s -> words.add(Words.name(method) + " " + Numbers.words(s.rmse())));
        });
    String unit = scores.isEmpty() ? "" : scores.getFirst().unit();
    return new Figure(
        "backtest",
        Words.of("backtest.title", name()),
        new Axis(Words.of("axis.ahead"), "", Axis.Kind.COUNT, Double.NaN, Double.NaN),
        new Axis(Words.of("axis.rmse"), unit, Axis.Kind.NUMBER, 0, Double.NaN),
        marks,
        0,
        Words.of("backtest.summary", name(), String.join(", ", words)));
  }

  /**
   * A channel is called as in the file; the places of a track, which have no band, by what they
   * are.
   */
  private String name() {
    boolean isPlace =
        channel.equals(HorizonScore.POSITION)
            && scores.stream().allMatch(s -> Double.isNaN(s.coverage()));
    return isPlace ? Words.name(channel) : channel;
  }

  private static Mark line(String method, List<HorizonScore> scores, int place) {
    List<HorizonScore> steps = scores.stream().filter(s -> s.steps() != HorizonScore.ALL).toList();
    boolean isModel = method.equals(HorizonScore.MODEL);
    return new Mark.Line(
        Words.name(method),
        INKS.get(place % INKS.size()),
        isModel ? Mark.Stroke.SOLID : Mark.Stroke.DASHED,
        steps.stream().mapToDouble(HorizonScore::steps).toArray(),
        steps.stream().mapToDouble(HorizonScore::rmse).toArray());
  }
}
