package undercurrent.kind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import undercurrent.model.exact.ExactFit;
import undercurrent.model.exact.ExactModel;
import undercurrent.model.exact.FittedQuantity;
import undercurrent.model.exact.FixedText;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.SystemPart;

/**
 * The parameters of a linear model that a person can set by hand: those that maximum likelihood
 * finds, by their names, and the start of a state of one dimension; of a model that is learned by
 * EM the entries of its matrices, such as {@code F 1,2}.
 */
final class ExactParameters {
  private static final String START_MEAN = "start mean";
  private static final String START_COVARIANCE = "start covariance";

  /** As far as a diffuse start is drawn on a slider, in variances of the values. */
  private static final double WIDE = 100;

  /** The largest state whose matrices are still a list that can be read. */
  private static final int LARGEST = 3;

  private static final List<SystemPart> MATRICES =
      List.of(
          SystemPart.TRANSITION,
          SystemPart.TRANSITION_NOISE,
          SystemPart.EMISSION,
          SystemPart.EMISSION_OFFSET,
          SystemPart.EMISSION_NOISE,
          SystemPart.INITIAL_MEAN,
          SystemPart.INITIAL_COVARIANCE);

  private ExactParameters() {}

  /** As the model has them now. */
  static List<AdjustableParameter> of(ExactModel model) {
    ExactFit fit = model.fit();
    return fit.canHold() ? quantities(model, fit) : entries(model);
  }

  private static List<AdjustableParameter> quantities(ExactModel model, ExactFit fit) {
    double scale = model.scale(0);
    List<AdjustableParameter> all = new ArrayList<>();
    for (FittedQuantity q : fit.quantities()) all.add(quantity(q, scale));
    LinearSystem system = model.system(0, 1);
    if (system.latentSize() == 1 && model.groups().size() == 1) all.addAll(start(model, system));
    return all;
  }

  private static AdjustableParameter quantity(FittedQuantity q, double scale) {
    String name = q.name().toLowerCase(Locale.ROOT);
    if (name.contains("variance")) {
      return AdjustableParameter.positive(q.name(), q.unit(), q.value(), scale * scale);
    }
    boolean isShare = q.unit().isEmpty() && q.value() >= 0 && q.value() <= 1;
    if (isShare) return AdjustableParameter.share(q.name(), q.value());
    if (q.value() > 0 && !q.unit().isEmpty()) {
      return AdjustableParameter.positive(q.name(), q.unit(), q.value(), q.value());
    }
    return AdjustableParameter.signed(
        q.name(), q.unit(), q.value(), Math.max(1, Math.abs(q.value())));
  }

  /** A start of which nothing is known is shown as one that is much wider than the values. */
  private static List<AdjustableParameter> start(ExactModel model, LinearSystem system) {
    double scale = model.scale(0);
    boolean isDiffuse = system.diffuseSize() > 0;
    double mean = model.centre(0) + scale * system.part(SystemPart.INITIAL_MEAN).at(0)[0];
    double covariance =
        isDiffuse
            ? WIDE * scale * scale
            : scale * scale * system.part(SystemPart.INITIAL_COVARIANCE).at(0)[0];
    return List.of(
        AdjustableParameter.signed(START_MEAN, "", mean, 4 * scale).unlearned(),
        AdjustableParameter.positive(START_COVARIANCE, "", covariance, scale * scale).unlearned());
  }

  private static List<AdjustableParameter> entries(ExactModel model) {
    LinearSystem system = model.system(0, 1);
    boolean isGivable =
        system.latentSize() <= LARGEST && model.dataset().source().inputChannels().length == 0;
    List<AdjustableParameter> all = new ArrayList<>();
    if (!isGivable) return all;
    for (SystemPart part : MATRICES) {
      double[] values = system.part(part).at(0);
      int columns = system.part(part).columns();
      for (int e = 0; e < values.length; e++) {
        int i = e / columns;
        int j = e % columns;
        String name = String.format(Locale.ROOT, "%s %d,%d", part.letter(), i + 1, j + 1);
        all.add(entry(name, part, i == j, inFile(model, part, i, j, values[e]), model.scale(0)));
      }
    }
    return all;
  }

  private static AdjustableParameter entry(
      String name, SystemPart part, boolean isDiagonal, double value, double scale) {
    if (!part.isCovariance()) {
      return AdjustableParameter.signed(name, "", value, Math.max(1, 2 * Math.abs(value)));
    }
    if (!isDiagonal) return AdjustableParameter.constant(name, value);
    double typical = part == SystemPart.EMISSION_NOISE ? scale * scale : 1;
    return AdjustableParameter.positive(name, "", value, typical);
  }

  /** As {@code fixed} takes them: what belongs to observed channels in the units of the file. */
  private static double inFile(ExactModel model, SystemPart part, int i, int j, double value) {
    return switch (part) {
      case EMISSION -> value * model.scale(i);
      case EMISSION_OFFSET -> model.centre(i) + value * model.scale(i);
      case EMISSION_NOISE -> value * model.scale(i) * model.scale(j);
      default -> value;
    };
  }

  /** The text of the setting that holds some values. */
  static String held(String fixed, Map<String, Double> values) {
    String text = fixed;
    Map<String, Map<Integer, List<Double>>> matrices = new LinkedHashMap<>();
    for (Map.Entry<String, Double> one : values.entrySet()) {
      String name = one.getKey();
      if (!name.matches("(F|Q|H|d|R|m1|P1) \\d+,\\d+")) {
        text = FixedText.with(text, name, one.getValue());
        continue;
      }
      int blank = name.indexOf(' ');
      int row = Integer.parseInt(name.substring(blank + 1, name.indexOf(',')));
      matrices
          .computeIfAbsent(name.substring(0, blank), k -> new TreeMap<>())
          .computeIfAbsent(row, k -> new ArrayList<>())
          .add(one.getValue());
    }
    StringBuilder all = new StringBuilder(text);
    matrices.forEach(
        (letter, rows) -> {
          if (!all.isEmpty()) all.append(';');
          all.append(letter).append('=');
          List<String> lines = new ArrayList<>();
          for (List<Double> row : rows.values()) {
            lines.add(String.join(",", row.stream().map(String::valueOf).toList()));
          }
          all.append(String.join("/", lines));
        });
    return all.toString();
  }
}
