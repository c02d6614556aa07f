package undercurrent.model.known;

import java.util.Arrays;
import java.util.List;
import undercurrent.model.ModelWords;
import undercurrent.model.formula.Formula;
import undercurrent.model.formula.Formula.Parameter;
import undercurrent.model.formula.StartValues;
import undercurrent.model.gaussian.Gaussian;
import undercurrent.model.gaussian.Matrix;
import undercurrent.series.Gaps;
import undercurrent.series.KnownInputs;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;

/** What typed equations are for a data set. */
public final class FormulaSystem {
  /** So many integration steps are in the usual time between rows. */
  private static final double STEPS = 10;

  private FormulaSystem() {}

  /** The equations of some settings, and which data are theirs. */
  public static KnownDynamics of(FormulaSettings settings) {
    Formula formula = Formula.of(settings.formula());
    int channels = formula.observations();
    return new KnownDynamics(
        "formula",
        channels,
        () -> ModelWords.of(channels == 1 ? "formula.one" : "formula.more", channels),
        false,
        true,
        formula.states(),
        formula.parameters().stream().map(Parameter::name).toList(),
        set -> system(formula, settings, set));
  }

  private static KnownSystem system(Formula formula, FormulaSettings settings, SeriesSet set) {
    if (formula.usesInputs()) KnownInputs.require(set);
    List<String> names =
        Arrays.stream(set.inputChannels()).mapToObj(c -> set.channels().get(c).name()).toList();
    double gap = Gaps.median(set.series().stream().map(Series::times).toList());
    double interval = settings.integrationStep() > 0 ? settings.integrationStep() : gap / STEPS;
    double[][] moments =
        Arrays.stream(set.observedChannels())
            .mapToObj(c -> moments(set, c))
            .toArray(double[][]::new);
    double[] means = Arrays.stream(moments).mapToDouble(m -> m[0]).toArray();
    double[] deviations = Arrays.stream(moments).mapToDouble(m -> m[1]).toArray();
    StartValues start = StartValues.of(formula, means, deviations);
    double[] variances = start.deviations();
    for (int i = 0; i < variances.length; i++) variances[i] *= variances[i];
    FormulaEquations equations =
        new FormulaEquations(
            formula,
            formula.startValues(),
            Gaussian.of(start.means(), Matrix.diagonal(variances)),
            formula.columns(names),
            settings.solver(),
            formula.isContinuous() ? interval : Double.POSITIVE_INFINITY);
    double half = Arrays.stream(deviations).average().orElse(1) / 2;
    double motion = formula.isContinuous() ? half / Math.sqrt(gap) : half;
    return new KnownSystem(equations, motion, half);
  }

  /** Mean and standard deviation in the training part; 0 and 1 where there is nothing. */
  private static double[] moments(SeriesSet set, int channel) {
    double[] values =
        set.trainingRows().mapToDouble(row -> row[channel]).filter(Double::isFinite).toArray();
    double mean = Arrays.stream(values).average().orElse(0);
    double square = Arrays.stream(values).map(x -> (x - mean) * (x - mean)).average().orElse(0);
    return new double[] {mean, square > 0 ? Math.sqrt(square) : 1};
  }
}
