package undercurrent.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import undercurrent.experiment.KeptRun;
import undercurrent.kind.ChosenModel;
import undercurrent.series.NumberWords;
import undercurrent.settings.KnobWords;
import undercurrent.settings.Setting;
import undercurrent.settings.Settings;
import undercurrent.training.Criterion;
import undercurrent.training.TrainingSettings;

/** What a person reads of runs that are kept: their settings by label, their numbers. */
final class RunWords {
  private static final String SEED = "seed";
  private static final int LONGEST = 32;
  private static final double MINUTE = 60;

  private RunWords() {}

  /**
   * A setting in which runs differ.
   *
   * @param label as it stands beside its control
   * @param cells one for each run
   */
  record Column(String label, List<String> cells) {}

  /** The settings in which runs differ, but for the seed; what a kind does not have is a dash. */
  static List<Column> differing(List<KeptRun> runs) {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put(ChosenModel.KIND, Words.of("sweep.kind"));
    for (KeptRun run : runs) settings(run).forEach(s -> labels.putIfAbsent(s.key(), s.label()));
    labels.remove(SEED);
    List<Column> columns = new ArrayList<>();
    labels.forEach(
        (key, label) -> {
          List<String> cells = runs.stream().map(run -> cell(run, key)).toList();
          if (cells.stream().distinct().count() > 1) columns.add(new Column(label, cells));
        });
    return columns;
  }

  /** The settings that a newcomer needs, as "Latent size = 2"; the seed stands elsewhere. */
  static String settings(ChosenModel<?> model, TrainingSettings training) {
    return effective(model, training)
        .filter(s -> !s.knob().advanced() && !s.key().equals(SEED))
        .map(s -> Words.of("lesson.set", s.label(), value(s.key(), model, training)))
        .collect(Collectors.joining(" · "));
  }

  private static Stream<Setting> settings(KeptRun run) {
    return effective(run.model(), run.training());
  }

  /** Those that do something. */
  private static Stream<Setting> effective(ChosenModel<?> model, TrainingSettings training) {
    return Stream.concat(
        model.knobs().stream().filter(s -> s.matters(model.settings())),
        model.knobs(training).stream());
  }

  private static String cell(KeptRun run, String key) {
    if (key.equals(ChosenModel.KIND)) return run.model().kind().card().name();
    return settings(run).anyMatch(s -> s.key().equals(key))
        ? value(key, run.model(), run.training())
        : NumberWords.DASH;
  }

  private static String value(String key, ChosenModel<?> model, TrainingSettings training) {
    Object value =
        model.has(key) ? Settings.value(model.settings(), key) : Settings.value(training, key);
    String text =
        switch (value) {
          case Enum<?> choice -> KnobWords.choice(choice);
          case Double number -> NumberWords.format("%s", Settings.plain(number));
          case Boolean on -> Words.of(on ? "pinned.yes" : "pinned.no");
          default -> String.valueOf(value).strip().replaceAll("\\s+", " ");
        };
    if (text.isEmpty()) return NumberWords.DASH;
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }

  /** What a run was trained on, as above the figures. */
  static String criterion(Criterion criterion) {
    return switch (criterion) {
      case ELBO -> Words.of("transport.elbo");
      case LOG_LIKELIHOOD -> Words.of("transport.exact");
      case SQUARED_ERROR -> Words.of("transport.error");
    };
  }

  static String number(double value) {
    return Double.isFinite(value) ? NumberWords.of(value) : NumberWords.DASH;
  }

  static String seconds(double seconds) {
    if (!Double.isFinite(seconds)) return NumberWords.DASH;
    if (seconds < 2 * MINUTE)
      return Words.of("pinned.seconds", NumberWords.format("%.1f", seconds));
    return Words.of("pinned.minutes", NumberWords.format("%.1f", seconds / MINUTE));
  }
}
