package undercurrent.view;

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

  /** What there is to tell of a row. */
  static List<Line> of(RowTrace trace) {
    ArithmeticWords words = new ArithmeticWords();
    switch (trace) {
      case RowTrace.Linear linear -> words.linear(linear.step());
      case RowTrace.Weighed weighed -> words.weighed(weighed);
      case RowTrace.Drawn drawn -> words.drawn(drawn.path());
      case RowTrace.Believed believed -> words.believed(believed);
    }
    return words.lines;
  }

  private void add(String key, String latex) {
    lines.add(new Line(Words.of(key), latex));
  }

  private void linear(KalmanStep s) {
    boolean isFirst = s.before().length == 0;
    if (isFirst) {
      add("arithmetic.start", "m^- = " + FormulaNumbers.vector(s.predicted()));
      add("arithmetic.start", "P^- = " + FormulaNumbers.matrix(s.predictedCovariance()));
    } else {
      boolean isMoved = Arrays.stream(s.moved()).anyMatch(b -> Math.abs(b) > 1e-9);
      add(
          "arithmetic.predict",
          "m^- = F m"
              + (isMoved ? " + b" : "")
              + " = "
              + FormulaNumbers.matrix(s.f())
              + FormulaNumbers.factor(s.before())
              + (isMoved ? " + " + FormulaNumbers.term(s.moved()) : "")
              + " = "
              + FormulaNumbers.vector(s.predicted()));
      add(
          "arithmetic.predict",
          "P^- = F P F^\\top + Q = F"
              + FormulaNumbers.between(s.beforeCovariance())
              + "F^\\top + "
              + FormulaNumbers.matrix(s.q())
              + " = "
              + FormulaNumbers.matrix(s.predictedCovariance()));
    }
    if (s.seen().length == 0) {
      add("arithmetic.missing", "m = m^-, \\quad P = P^-");
      return;
    }
    add(
        "arithmetic.innovation",
        "v = x - \\hat x = "
            + FormulaNumbers.vector(s.x())
            + " - "
            + FormulaNumbers.term(s.expected())
            + " = "
            + FormulaNumbers.vector(s.innovation())
            + ", \\quad H = "
            + FormulaNumbers.matrix(s.h()));
    add(
        "arithmetic.innovation",
        "S = H P^- H^\\top + R = H P^- H^\\top + "
            + FormulaNumbers.matrix(s.r())
            + " = "
            + FormulaNumbers.matrix(s.innovationCovariance()));
    add("arithmetic.gain", "K = P^- H^\\top S^{-1} = " + FormulaNumbers.matrix(s.gain()));
    add(
        "arithmetic.update",
        "m = m^- + K v = "
            + FormulaNumbers.vector(s.predicted())
            + " + "
            + FormulaNumbers.matrix(s.gain())
            + FormulaNumbers.factor(s.innovation())
            + " = "
            + FormulaNumbers.vector(s.filtered()));
    add(
        "arithmetic.update",
        "P = P^- - K S K^\\top = " + FormulaNumbers.matrix(s.filteredCovariance()));
  }

  private void weighed(RowTrace.Weighed w) {
    int count = w.after().length;
    add(
        w.resampled() ? "arithmetic.resampled" : "arithmetic.kept",
        "N = "
            + count
            + ", \\quad N_{\\mathrm{before}} = "
            + FormulaNumbers.number(effective(w.before())));
    List<Integer> heaviest =
        IntStream.range(0, count)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -w.after()[i]))
            .limit(HEAVIEST)
            .toList();
    StringBuilder rows = new StringBuilder("\\begin{pmatrix} ");
    for (int i = 0; i < heaviest.size(); i++) {
      int place = heaviest.get(i);
      if (i > 0) rows.append(" \\\\ ");
      double[] state = w.states()[place];
      for (int d = 0; d < Math.min(state.length, FormulaNumbers.MOST); d++) {
        rows.append(FormulaNumbers.number(state[d])).append(" & ");
      }
      rows.append(FormulaNumbers.number(w.before()[place]))
          .append(" & ")
          .append(FormulaNumbers.number(w.after()[place]));
    }
    add(
        "arithmetic.weights",
        "w_t \\propto w_{t-1} \\, p(x_t \\mid z_t): \\quad (z, w_{t-1}, w_t) = "
            + rows.append(" \\end{pmatrix}"));
    add(
        "arithmetic.effective",
        "N_{\\mathrm{after}} = 1 / \\textstyle\\sum w_t^2 = "
            + FormulaNumbers.number(effective(w.after()))
            + ", \\quad \\log \\hat p(x_t) = "
            + FormulaNumbers.number(w.logLikelihood()));
  }

  private static double effective(double[] weights) {
    return 1 / Arrays.stream(weights).map(w -> w * w).sum();
  }

  private void drawn(PathTrace p) {
    add(
        "arithmetic.prior",
        "p(z_t \\mid z_{t-1}) = \\mathcal{N}\\left("
            + FormulaNumbers.vector(p.priorMean())
            + ", \\, "
            + FormulaNumbers.vector(p.priorSd())
            + "^2\\right)");
    add(
        "arithmetic.posterior",
        "q(z_t \\mid x) = \\mathcal{N}\\left("
            + FormulaNumbers.vector(p.posteriorMean())
            + ", \\, "
            + FormulaNumbers.vector(p.posteriorSd())
            + "^2\\right)");
    add(
        "arithmetic.sample",
        "z_t = \\mu + \\sigma \\odot \\varepsilon = "
            + FormulaNumbers.vector(p.posteriorMean())
            + " + "
            + FormulaNumbers.vector(p.posteriorSd())
            + " \\odot "
            + FormulaNumbers.term(p.noise())
            + " = "
            + FormulaNumbers.vector(p.z()));
    add(
        "arithmetic.reconstruction",
        "\\log p(x_t \\mid z_t) = "
            + FormulaNumbers.number(p.logLikelihood())
            + ", \\quad x_t = "
            + FormulaNumbers.vector(FormulaNumbers.seen(p))
            + ", \\quad \\hat x_t = "
            + FormulaNumbers.vector(p.median()));
    double kl = Arrays.stream(p.kl()).sum();
    add(
        "arithmetic.kl",
        "\\mathrm{KL}(q \\,\\|\\, p) = \\textstyle\\sum "
            + FormulaNumbers.vector(p.kl())
            + " = "
            + FormulaNumbers.number(kl));
    add(
        "arithmetic.bound",
        "\\log p(x_t \\mid z_t) - \\mathrm{KL} = "
            + FormulaNumbers.number(p.logLikelihood())
            + " - "
            + FormulaNumbers.number(kl)
            + " = "
            + FormulaNumbers.number(p.logLikelihood() - kl));
  }

  private void believed(RowTrace.Believed b) {
    String level = NumberWords.format("%.0f %%", 100 * b.level());
    lines.add(new Line(Words.of("arithmetic.before", level), interval(b.predicted())));
    lines.add(new Line(Words.of("arithmetic.after", level), interval(b.filtered())));
  }

  private static String interval(double[][] ends) {
    return "z_t = "
        + FormulaNumbers.vector(ends[0])
        + " \\in \\left["
        + FormulaNumbers.vector(ends[1])
        + ", \\, "
        + FormulaNumbers.vector(ends[2])
        + "\\right]";
  }
}
