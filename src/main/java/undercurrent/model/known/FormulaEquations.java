package undercurrent.model.known;

import java.util.Arrays;
import undercurrent.model.formula.Formula;
import undercurrent.model.gaussian.ConditionalGaussian;
import undercurrent.model.gaussian.Covariance;
import undercurrent.model.gaussian.Gaussian;
import undercurrent.model.nonlinear.Equations;
import undercurrent.model.nonlinear.NonlinearModel;

/**
 * Typed equations for a data set.
 *
 * @param columns which input of the data each input of the formula is
 * @param interval usual length of an integration step; infinite where a row is a step
 */
@SuppressWarnings("ArrayRecordComponent")
record FormulaEquations(
    Formula formula,
    double[] parameters,
    Gaussian prior,
    int[] columns,
    Solver solver,
    double interval)
    implements Equations {
  @Override
  public Equations with(double[] values) {
    return new FormulaEquations(formula, values, prior, columns, solver, interval);
  }

  /** Of rows that are always so far apart, from a time of 0 on, with inputs of 0. */
  @Override
  public ConditionalGaussian transition(int step, double gap, double motion) {
    double[] factors = formula.noise(parameters);
    double[] none = new double[columns.length];
    return new FormulaTransition(this, factors, none, step * gap - gap, gap, motion);
  }

  /** At a time of 0, with inputs of 0. */
  @Override
  public ConditionalGaussian emission(double observation) {
    Covariance noise = noise(formula.noise(parameters), observation);
    return emission(noise, 0, new double[columns.length]);
  }

  @Override
  public NonlinearModel at(double[] times, double[][] inputs, double motion, double observation) {
    double[] factors = formula.noise(parameters);
    Covariance noise = noise(factors, observation);
    return new NonlinearModel() {
      @Override
      public Gaussian prior() {
        return prior;
      }

      @Override
      public ConditionalGaussian transition(int step) {
        double from = times[step - 1];
        double gap = times[step] - from;
        return new FormulaTransition(
            FormulaEquations.this, factors, chosen(inputs[step]), from, gap, motion);
      }

      @Override
      public ConditionalGaussian emission(int step) {
        return FormulaEquations.this.emission(noise, times[step], chosen(inputs[step]));
      }
    };
  }

  private double[] chosen(double[] row) {
    return Arrays.stream(columns).mapToDouble(c -> row[c]).toArray();
  }

  /** R: the squared deviations of each channel. */
  private Covariance noise(double[] factors, double deviation) {
    double[] variances = new double[formula.observations()];
    for (int d = 0; d < variances.length; d++) {
      double own = factors[formula.size() + d] * deviation;
      variances[d] = own * own;
    }
    return Covariance.diagonal("R", variances);
  }

  private ConditionalGaussian emission(Covariance noise, double time, double[] inputs) {
    return new FormulaEmission(formula, parameters, noise, time, inputs);
  }
}
