package undercurrent.experiment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import undercurrent.series.ColumnUse;
import undercurrent.series.ImportChoices;
import undercurrent.series.Split;
import undercurrent.settings.Settings;

/** The options of the command line that read a table as a person has chosen. */
final class ReadingWords {
  private ReadingWords() {}

  /** One word for each option and one for its value. */
  static List<String> of(ImportChoices choices) {
    List<String> words = new ArrayList<>();
    choices.split().ifPresent(split -> words.addAll(List.of("--split", shares(split))));
    choices.separator().ifPresent(s -> words.addAll(List.of("--separator", Settings.text(s))));
    choices.decimalSign().ifPresent(s -> words.addAll(List.of("--decimal", Settings.text(s))));
    choices.header().ifPresent(h -> words.addAll(List.of("--header", h ? "yes" : "no")));
    choices.timeForm().ifPresent(f -> words.addAll(List.of("--times", Settings.text(f))));
    choices.spacing().ifPresent(s -> words.addAll(List.of("--rows", Settings.text(s))));
    choices.wide().ifPresent(w -> words.addAll(List.of("--wide", w ? "yes" : "no")));
    choices.frames().ifPresent(f -> words.addAll(List.of("--frames", Settings.text(f))));
    for (String missing : new TreeSet<>(choices.missing())) {
      words.addAll(List.of("--missing", missing));
    }
    new TreeMap<>(choices.uses())
        .forEach((name, use) -> words.addAll(List.of("--column", name + "=" + use(use))));
    new TreeMap<>(choices.kinds())
        .forEach(
            (name, kind) -> words.addAll(List.of("--column", name + "=" + Settings.text(kind))));
    return words;
  }

  private static String shares(Split split) {
    if (split.equals(Split.NONE)) return "none";
    // The second is a share, and what the split keeps is where it ends.
    BigDecimal training = new BigDecimal(Double.toString(split.trainingFraction()));
    BigDecimal end = new BigDecimal(Double.toString(split.validationFraction()));
    return training.toPlainString() + "," + end.subtract(training).toPlainString();
  }

  private static String use(ColumnUse use) {
    return use == ColumnUse.LEFT_OUT ? "ignore" : Settings.text(use);
  }
}
