package undercurrent.lesson;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a lesson asks for: a measure of a run, or the quotient or difference of two.
 *
 * @param sign '/' or '-', where there is a right side
 */
public record Quantity(Term left, char sign, Optional<Term> right) {
  /** The name of the run of the step itself. */
  public static final String THIS_RUN = "";

  private static final Pattern TERM =
      Pattern.compile("([a-z][a-z-]*)(?:\\(([^()]*)\\))?(?:@([\\w-]+))?");
  private static final Pattern WHOLE = Pattern.compile("(.*?)(?:\\s+([/-])\\s+(.*))?");

  /**
   * A measure of a run.
   *
   * @param argument in brackets; empty where there are none
   * @param run that a step has kept under this name, or {@link #THIS_RUN}
   */
  public record Term(Measure measure, String argument, String run) {
    private static Term of(String text) {
      Matcher matcher = TERM.matcher(text.strip());
      if (!matcher.matches()) {
        throw new IllegalArgumentException(LessonWords.of("quantity.syntax", text.strip()));
      }
      Measure measure = Measure.named(matcher.group(1));
      String argument = Optional.ofNullable(matcher.group(2)).orElse("").strip();
      measure.requireArgument(argument);
      return new Term(measure, argument, Optional.ofNullable(matcher.group(3)).orElse(THIS_RUN));
    }

    private double of(Function<String, Measured> runs) {
      return measure.of(runs.apply(run), argument);
    }

    @Override
    public String toString() {
      return measure.word()
          + (argument.isEmpty() ? "" : "(" + argument + ")")
          + (run.isEmpty() ? "" : "@" + run);
    }
  }

  /**
   * Reads {@code rmse(forecast)}, {@code rmse(forecast)@deep / rmse(forecast)@linear} or {@code
   * criterion@a - criterion@b}.
   *
   * @throws IllegalArgumentException the end of a sentence, when it is none
   */
  public static Quantity of(String text) {
    Matcher matcher = WHOLE.matcher(text.strip());
    if (!matcher.matches())
      throw new IllegalArgumentException(LessonWords.of("quantity.empty", text));
    Term left = Term.of(matcher.group(1));
    if (matcher.group(2) == null) return new Quantity(left, ' ', Optional.empty());
    Term right = Term.of(matcher.group(3));
    return new Quantity(left, matcher.group(2).charAt(0), Optional.of(right));
  }

  /**
   * Its value.
   *
   * @param runs the run of a name
   * @throws IllegalArgumentException one sentence, when a run does not have what is measured
   */
  public double of(Function<String, Measured> runs) {
    double first = left.of(runs);
    if (right.isEmpty()) return first;
    double second = right.get().of(runs);
    return sign == '/' ? first / second : first - second;
  }

  /** The runs that it is computed from. */
  public Set<String> runs() {
    Set<String> runs = new LinkedHashSet<>();
    runs.add(left.run());
    right.ifPresent(term -> runs.add(term.run()));
    return runs;
  }

  @Override
  public String toString() {
    return right.map(term -> left + " " + sign + " " + term).orElse(left.toString());
  }
}
