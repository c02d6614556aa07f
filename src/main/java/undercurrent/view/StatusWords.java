package undercurrent.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import undercurrent.inference.SeriesPart;
import undercurrent.kind.ResultKey;
import undercurrent.kind.Results;
import undercurrent.series.NumberWords;
import undercurrent.session.Snapshot;
import undercurrent.session.Snapshot.State;

/** What the status bar and the readouts say. */
final class StatusWords {
  private StatusWords() {}

  /** What the training does; before it begins also what the model does not look at. */
  static String of(@Nullable Snapshot now, List<String> notes) {
    boolean begun = now != null && (now.step() > 0 || now.state() != State.PAUSED);
    return begun || notes.isEmpty() ? of(now) : String.join(" ", notes) + " " + of(now);
  }

  /** What the training does, which rows are estimated, and the noise of known equations so far. */
  private static String of(@Nullable Snapshot now) {
    if (now == null) return Words.of("status.ready");
    List<String> learned = new ArrayList<>();
    now.beliefs().ifPresent(b -> learned.addAll(learned(b.results())));
    Stream<String> parts =
        now.beliefs().stream().flatMap(b -> b.watch().part().stream()).map(SeriesPart::note);
    Stream<String> values =
        learned.isEmpty() ? Stream.empty() : Stream.of(String.join(", ", learned));
    return Stream.of(Stream.of(state(now)), parts, values)
        .flatMap(words -> words)
        .collect(Collectors.joining(" · "));
  }

  /** Which epoch is shown again, and how to go on. */
  static String replay(int epoch, Snapshot now) {
    String at = Integer.toString(epoch);
    String last = Integer.toString(now.epoch());
    boolean goesOn = now.state() == State.FINISHED && now.epoch() >= now.settings().epochs();
    return Words.of(goesOn ? "replay.finished" : "replay.at", at, last);
  }

  /** Parameters and noise of known equations. */
  private static List<String> learned(Results results) {
    List<String> learned = new ArrayList<>();
    results
        .get(ResultKey.PARAMETERS)
        .ifPresent(
            p -> p.values().forEach((name, value) -> learned.add(name + " = " + number(value))));
    results
        .get(ResultKey.NOISE)
        .ifPresent(
            n ->
                learned.add(Words.of("status.noise", number(n.motion()), number(n.observation()))));
    return learned;
  }

  private static String number(double value) {
    return NumberWords.format("%.3g", value);
  }

  private static String state(Snapshot now) {
    if (now.state() != State.RUNNING && now.part() > 0) {
      return Words.of("status.computing", Long.toString(Math.round(100 * now.part())));
    }
    return switch (now.state()) {
      case RUNNING -> Words.of("status.running");
      case PAUSED -> Words.of(now.step() == 0 ? "status.ready" : "status.paused");
      case FINISHED -> Words.of(finished(now), Integer.toString(now.epoch()));
      case STOPPED_EARLY -> Words.of("status.early");
      case DIVERGED -> Words.of("status.diverged");
      case FAILED -> Words.of("status.failed");
    };
  }

  private static String finished(Snapshot now) {
    if (now.epoch() >= now.settings().epochs()) {
      return now.history().size() > 1 ? "status.finished" : "status.finishedAlone";
    }
    return now.curve().criterion().isHigherBetter() ? "status.converged" : "status.settled";
  }

  /** The criterion of the last epoch, with its standard error once the model has been looked at. */
  static String criterion(Snapshot now) {
    if (now.curve().isEmpty()) return NumberWords.DASH;
    String value = elbo(now.curve().criterion().shown(now.curve().getLast().elbo()));
    return now.beliefs()
        .filter(b -> b.step() == now.step())
        .flatMap(b -> b.results().get(ResultKey.CRITERION_ERROR))
        .map(error -> NumberWords.format("%s ± %.2g", value, error))
        .orElse(value);
  }

  static String elbo(double value) {
    return decimals("%.4f", value);
  }

  /** A term of the training where there is little room. */
  static String term(double value) {
    return decimals("%.2f", value);
  }

  private static String decimals(String format, double value) {
    return NumberWords.isAvailable(value)
        ? NumberWords.format(format, value).replace('-', '−')
        : NumberWords.DASH;
  }

  static String pace(Snapshot now) {
    if (now.stepsPerSecond() == 0) return "";
    double pace = now.stepsPerSecond();
    return Words.of("status.steps", NumberWords.format(pace < 10 ? "%.1f" : "%.0f", pace));
  }
}
