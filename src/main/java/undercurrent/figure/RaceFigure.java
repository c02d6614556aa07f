package undercurrent.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import undercurrent.inference.NetworkLane;
import undercurrent.series.NumberWords;

/** Bounds of inference networks by the epochs, beside the best bounds that their families have. */
final class RaceFigure {
  private static final List<Ink> INKS =
      List.of(Ink.BLUE, Ink.GREEN, Ink.ORANGE, Ink.PURPLE, Ink.VERMILION, Ink.DATA);
  private static final double ABOVE = 0.35;
  private static final double BELOW = 0.02;
  private final List<NetworkLane> lanes;

  RaceFigure(List<NetworkLane> lanes) {
    this.lanes = lanes;
  }

  Figure figure() {
    List<Mark> marks = new ArrayList<>();
    Map<Double, List<String>> limits = new LinkedHashMap<>();
    double lowest = Double.POSITIVE_INFINITY;
    double highest = Double.NEGATIVE_INFINITY;
    List<String> words = new ArrayList<>();
    for (NetworkLane lane : lanes) {
      if (Double.isNaN(lane.limit())) continue;
      limits.computeIfAbsent(lane.limit(), l -> new ArrayList<>()).add(lane.label());
      lowest = Math.min(lowest, lane.limit());
      highest = Math.max(highest, lane.limit());
    }
    limits.forEach(
        (limit, names) ->
            marks.add(
                new Mark.Rule(
                    marks.isEmpty() ? Words.of("race.best") : "",
                    String.join(", ", names),
                    limit,
                    false)));
    for (NetworkLane lane : lanes) {
      if (lane.bounds().length == 0) continue;
      double last = lane.bounds()[lane.bounds().length - 1];
      String label = lane.label().isEmpty() ? "" : " (" + lane.label() + ")";
      String legend =
          Words.of(
              "race.legend", Words.name(lane.name()) + label, NumberWords.format("%.4f", last));
      boolean isKnown = !Double.isNaN(lane.limit());
      words.add(
          isKnown
              ? Words.of("race.limit", legend, NumberWords.format("%.4f", lane.limit()))
              : legend);
      Ink ink = INKS.get(lanes.indexOf(lane) % INKS.size());
      marks.add(new Mark.Line(legend, ink, Mark.Stroke.SOLID, lane.epochs(), lane.bounds()));
    }
    return new Figure(
        "race",
        Words.of("race.title"),
        new Axis(Words.of("axis.epoch"), "", Axis.Kind.COUNT, Double.NaN, Double.NaN),
        new Axis("", Words.of("unit.nats"), Axis.Kind.NUMBER, lowest - BELOW, highest + ABOVE),
        marks,
        0,
        words.isEmpty()
            ? Words.of("race.nothing")
            : Words.of("race.summary", String.join("; ", words)));
  }
}
