package undercurrent.view;

import static undercurrent.view.FormulaNumbers.between;
import static undercurrent.view.FormulaNumbers.factor;
import static undercurrent.view.FormulaNumbers.matrix;
import static undercurrent.view.FormulaNumbers.normal;
import static undercurrent.view.FormulaNumbers.number;
import static undercurrent.view.FormulaNumbers.table;
import static undercurrent.view.FormulaNumbers.term;
import static undercurrent.view.FormulaNumbers.vector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import undercurrent.inference.RowTrace;
import undercurrent.model.PathTrace;
import undercurrent.model.linear.KalmanStep;
import undercurrent.series.NumberWords;

/** The arithmetic of a row: each step with its equation in the numbers of that row. */
final class ArithmeticWords {
  /** Particles that are listed, the heaviest first. */
  private static final int HEAVIEST = 6;

  private final List<Line> lines = new ArrayList<>();

  /**
   * A step.
   *
   * @param title what is done
   * @param latex the equation in numbers
   */
  record Line(String title, String latex) {}

  private ArithmeticWords() {}

  /** The steps of a row. */
  static List<Line> of(RowTrace trace) {
    ArithmeticWords words = new ArithmeticWords();
    switch (trace) {
      case RowTrace.Linear linear -> words.linear(linear.step(), linear.letter());
      case RowTrace.Weighed weighed -> words.weighed(weighed);
      case RowTrace.Drawn drawn -> words.drawn(drawn.path());
      case RowTrace.Believed believed -> words.believed(believed);
    }
    return words.lines;
  }

  private void add(String key, String latex) {
    lines.add(new Line(Words.of(key), latex));
  }

  private void linear(KalmanStep s, String letter) {
    if (s.before().length == 0) {
      add("arithmetic.start", "m^- = " + vector(s.predicted()));
      add("arithmetic.start", "P^- = " + matrix(s.predictedCovariance()));
    } else {
      boolean isMoved = Arrays.stream(s.moved()).anyMatch(b -> Math.abs(b) > 1e-9);
      add(
          "arithmetic.predict",
          "m^- = F m%s = %s%s%s = %s"
              .formatted(
                  isMoved ? " + b" : "",
                  matrix(s.f()),
                  factor(s.before()),
                  isMoved ? " + " + term(s.moved()) : "",
                  vector(s.predicted())));
      add(
          "arithmetic.predict",
          "P^- = F P F^\\top + Q = F%sF^\\top + %s = %s"
              .formatted(
                  between(s.beforeCovariance()), matrix(s.q()), matrix(s.predictedCovariance())));
    }
    if (s.seen().length == 0) {
      add("arithmetic.missing", "m = m^-, \\quad P = P^-");
      return;
    }
    add(
        "arithmetic.innovation",
        "v = %s - \\hat %s = %s - %s = %s, \\quad H = %s"
            .formatted(
                letter,
                letter,
                vector(s.x()),
                term(s.expected()),
                vector(s.innovation()),
                matrix(s.h())));
    add(
        "arithmetic.innovation",
        "S = H P^- H^\\top + R = H P^- H^\\top + %s = %s"
            .formatted(matrix(s.r()), matrix(s.innovationCovariance())));
    add("arithmetic.gain", "K = P^- H^\\top S^{-1} = " + matrix(s.gain()));
    add(
        "arithmetic.update",
        "m = m^- + K v = %s + %s%s = %s"
            .formatted(
                vector(s.predicted()),
                matrix(s.gain()),
                factor(s.innovation()),
                vector(s.filtered())));
    add("arithmetic.update", "P = P^- - K S K^\\top = " + matrix(s.filteredCovariance()));
  }

  private void weighed(RowTrace.Weighed w) {
    int count = w.after().length;
    add(
        w.resampled() ? "arithmetic.resampled" : "arithmetic.kept",
        "N = %s, \\quad N_{\\mathrm{before}} = %s".formatted(count, number(w.effectiveBefore())));
    double[][] heaviest =
        IntStream.range(0, count)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -w.after()[i]))
            .limit(HEAVIEST)
            .map(i -> particle(w, i))
            .toArray(double[][]::new);
    add(
        "arithmetic.weights",
        "w_t \\propto w_{t-1} \\, p(x_t \\mid z_t): \\quad (z, w_{t-1}, w_t) = " + table(heaviest));
    add(
        "arithmetic.effective",
        "N_{\\mathrm{after}} = 1 / \\textstyle\\sum w_t^2 = %s, \\quad \\log \\hat p(x_t) = %s"
            .formatted(number(w.effectiveAfter()), number(w.logLikelihood())));
  }

  /** The first dimensions of a particle, and its weights before and after. */
  private static double[] particle(RowTrace.Weighed w, int i) {
    double[] state = w.states()[i];
    int size = Math.min(state.length, FormulaNumbers.MOST);
    double[] cells = Arrays.copyOf(state, size + 2);
    cells[size] = w.before()[i];
    cells[size + 1] = w.after()[i];
    return cells;
  }

  private void drawn(PathTrace p) {
    String z = p.letters().drawn();
    add(
        "arithmetic.prior",
        "p(%s_t \\mid %s) = ".formatted(z, p.letters().before())
            + normal(p.priorMean(), p.priorSd()));
    add(
        "arithmetic.posterior",
        "q(%s_t \\mid x) = ".formatted(z) + normal(p.posteriorMean(), p.posteriorSd()));
    add(
        "arithmetic.sample",
        "%s_t = \\mu + \\sigma \\odot \\varepsilon = %s + %s \\odot %s = %s"
            .formatted(
                z,
                vector(p.posteriorMean()),
                vector(p.posteriorSd()),
                term(p.noise()),
                vector(p.z())));
    add(
        "arithmetic.reconstruction",
        "\\log p(x_t \\mid %s_t) = %s, \\quad x_t = %s, \\quad \\hat x_t = %s"
            .formatted(
                z, number(p.logLikelihood()), vector(FormulaNumbers.seen(p)), vector(p.median())));
    double kl = Arrays.stream(p.kl()).sum();
    add(
        "arithmetic.kl",
        "\\mathrm{KL}(q \\,\\|\\, p) = \\textstyle\\sum %s = %s"
            .formatted(vector(p.kl()), number(kl)));
    add(
        "arithmetic.bound",
        "\\log p(x_t \\mid %s_t) - \\mathrm{KL} = %s - %s = %s"
            .formatted(z, number(p.logLikelihood()), number(kl), number(p.logLikelihood() - kl)));
  }

  private void believed(RowTrace.Believed b) {
    String level = NumberWords.format("%.0f %%", 100 * b.level());
    lines.add(new Line(Words.of("arithmetic.before", level), interval(b.predicted())));
    lines.add(new Line(Words.of("arithmetic.after", level), interval(b.filtered())));
  }

  private static String interval(double[][] ends) {
    return "z_t = %s \\in \\left[%s, \\, %s\\right]"
        .formatted(vector(ends[0]), vector(ends[1]), vector(ends[2]));
  }
}
