package undercurrent.model.known;

import undercurrent.model.formula.Formula;
import undercurrent.model.gaussian.ConstantNoise;
import undercurrent.model.gaussian.Covariance;
import undercurrent.model.gaussian.Matrix;

/** p(xₜ|zₜ) of typed equations. */
@SuppressWarnings("ArrayRecordComponent")
record FormulaEmission(
    Formula formula, double[] parameters, Covariance covariance, double time, double[] inputs)
    implements ConstantNoise {
  @Override
  public double[] mean(double[] z) {
    double[] out = new double[formula.observations()];
    means(z, 1, out);
    return out;
  }

  @Override
  public void means(double[] z, int count, double[] out) {
    formula
        .observation(parameters, count)
        .at(time, inputs)
        .values(z, formula.size(), count, out, formula.observations());
  }

  @Override
  public Matrix jacobian(double[] z) {
    int m = formula.observations();
    double[] slopes = new double[m * formula.size()];
    formula.observation(parameters, 1).at(time, inputs).slopes(z, false, new double[m], slopes);
    return Matrix.of(m, formula.size(), slopes);
  }
}
