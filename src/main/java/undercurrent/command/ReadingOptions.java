package undercurrent.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import undercurrent.series.Channel;
import undercurrent.series.ColumnUse;
import undercurrent.series.DecimalSign;
import undercurrent.series.FrameReading;
import undercurrent.series.ImportChoices;
import undercurrent.series.RowSpacing;
import undercurrent.series.Separator;
import undercurrent.series.Split;
import undercurrent.series.SplitShares;
import undercurrent.series.TimeForm;
import undercurrent.settings.Settings;

/**
 * The options that say how a table is read where the guess is not what a person wants; the same in
 * every command that opens a file.
 */
final class ReadingOptions {
  private static final String USE_WORDS =
      String.join(", ", "observed", "time", "series", "input", "noise", "truth", "split", "ignore");

  private static final Map<String, ColumnUse> USES =
      Map.of(
          "observed", ColumnUse.OBSERVED,
          "time", ColumnUse.TIME,
          "series", ColumnUse.SERIES,
          "input", ColumnUse.INPUT,
          "noise", ColumnUse.NOISE,
          "truth", ColumnUse.TRUTH,
          "split", ColumnUse.SPLIT,
          "ignore", ColumnUse.LEFT_OUT);

  @Option(names = "--column", paramLabel = "NAME=USE")
  private List<String> columns = new ArrayList<>();

  @Option(names = "--split", paramLabel = "SHARES")
  private @Nullable String split;

  @Option(names = "--separator", paramLabel = "SIGN")
  private @Nullable String separator;

  @Option(names = "--decimal", paramLabel = "SIGN")
  private @Nullable String decimal;

  @Option(names = "--header", paramLabel = "yes|no")
  private @Nullable String header;

  @Option(names = "--times", paramLabel = "FORM")
  private @Nullable String times;

  @Option(names = "--rows", paramLabel = "calendar|consecutive")
  private @Nullable String rows;

  @Option(names = "--missing", paramLabel = "WORD")
  private List<String> missing = new ArrayList<>();

  @Option(names = "--wide", paramLabel = "yes|no")
  private @Nullable String wide;

  @Option(names = "--frames", paramLabel = "READING")
  private @Nullable String frames;

  /** What was chosen; {@link ImportChoices#AUTOMATIC} when none of the options was given. */
  ImportChoices choices() {
    ImportChoices choices = ImportChoices.AUTOMATIC;
    if (separator != null) {
      choices = choices.withSeparator(constant("separator", separator, Separator.values()));
    }
    if (decimal != null) {
      choices = choices.withDecimalSign(constant("decimal", decimal, DecimalSign.values()));
    }
    if (header != null) choices = choices.withHeader(isYes("header", header));
    if (times != null) {
      choices = choices.withTimeForm(constant("times", times, TimeForm.values()));
    }
    if (rows != null) {
      choices = choices.withSpacing(constant("rows", rows, RowSpacing.values()));
    }
    if (frames != null) {
      choices = choices.withFrames(constant("frames", frames, FrameReading.values()));
    }
    if (split != null) choices = choices.withSplit(split(split));
    if (wide != null) choices = choices.withWide(isYes("wide", wide));
    for (String word : missing) choices = choices.withMissing(word, true);
    for (String column : columns) choices = withColumn(choices, column);
    return choices;
  }

  private static Split split(String shares) {
    return SplitShares.of(shares)
        .orElseThrow(() -> new BadUsage(Words.of("reading.split", shares)));
  }

  /** Takes all rows for one part, whatever the file says. */
  void takeAllRows() {
    split = "none";
  }

  /** Refuses options that would have no effect, such as on an experiment. */
  void refuseFor(String named) {
    if (choices().equals(ImportChoices.AUTOMATIC)) return;
    throw new BadUsage(Words.of("reading.experiment", named));
  }

  private static ImportChoices withColumn(ImportChoices choices, String option) {
    // A column's name may hold an equals sign itself.
    int equal = option.lastIndexOf('=');
    if (equal < 1) {
      throw new BadUsage(Words.of("reading.noUse", option));
    }
    String name = option.substring(0, equal);
    String word = option.substring(equal + 1).strip().toLowerCase(Locale.ROOT);
    ColumnUse use = USES.get(word);
    if (use != null) return choices.withUse(name, use);
    Optional<Channel.Kind> kind =
        Arrays.stream(Channel.Kind.values()).filter(k -> Settings.text(k).equals(word)).findFirst();
    if (kind.isPresent()) return choices.withKind(name, kind.get());
    throw new BadUsage(Words.of("reading.unknownUse", word, option, USE_WORDS));
  }

  private static boolean isYes(String option, String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "yes", "true" -> true;
      case "no", "false" -> false;
      default -> throw new BadUsage(Words.of("reading.yesNo", option, word));
    };
  }

  private static <E extends Enum<E>> E constant(String option, String given, E[] values) {
    String word = given.toLowerCase(Locale.ROOT).replace('_', '-');
    for (E value : values) if (Settings.text(value).equals(word)) return value;
    throw new BadUsage(
        Words.of(
            "reading.unknown",
            option,
            given,
            Arrays.stream(values).map(Settings::text).collect(Collectors.joining(", "))));
  }
}
