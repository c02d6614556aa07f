package undercurrent.model.structural;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import undercurrent.model.linear.Lyapunov;
import undercurrent.model.linear.Varying;

/**
 * A (seasonal) ARIMA process with the signs of R's arima, e being white noise of variance σ²:
 *
 * <pre>
 *   (1 - φ₁B - …)(1 - Φ₁Bˢ - …) wₜ = (1 + θ₁B + …)(1 + Θ₁Bˢ + …) eₜ     wₜ = (1 - B)ᵈ (1 - Bˢ)ᴰ yₜ
 * </pre>
 *
 * The state is that of w in Harvey's form, of r = max(p + sP, q + sQ + 1) dimensions with its exact
 * stationary start, and the d + sD last values of y, of which nothing is known at the start (Durbin
 * and Koopman 2012, 3.4). Both autoregressions are stationary and both moving averages invertible
 * for every θ, by their partial autocorrelations.
 *
 * <p>Convention: with d = D = 0 the log-likelihood has a proper start and all terms. Otherwise it
 * is exactly diffuse, and where no value is missing equals the log-likelihood of the differences w
 * alone, because the first d + sD values move one for one with the diffuse states. R's arima comes
 * near it: it gives those states a variance of 10⁶ σ² and drops terms above 10⁴ σ², which makes
 * 244.6995 of 244.6965 for the airline model of log AirPassengers. Differencing the data first,
 * with {@link Differencing} and {@link ArimaOrder#ofDifferences}, gives the exact number from a
 * smaller state, quicker for a long season, but has no forecasts of y, and a missing value spoils
 * several differences.
 */
public record Arima(ArimaOrder order) implements Component {
  /** AR(p), stationary. */
  public static Arima autoregression(int p) {
    return new Arima(ArimaOrder.of(p, 0, 0));
  }

  @Override
  public String name() {
    return order.toString();
  }

  @Override
  public List<Quantity> quantities() {
    List<Quantity> quantities = new ArrayList<>();
    String[] names = {"ar", "ma", "sar", "sma"};
    for (int g = 0; g < 4; g++) {
      for (int j = 1; j <= sizes()[g]; j++) quantities.add(Quantity.real(names[g] + j, ""));
    }
    quantities.add(Quantity.variance("innovation variance"));
    return quantities;
  }

  /** The process w; the last values of y below it say nothing more. */
  @Override
  public List<Meaning> meaning(double[] theta) {
    double[] weights = new double[block(theta).size()];
    weights[0] = 1;
    String name = order.differencing().lost() > 0 ? "differences" : name();
    return List.of(new Meaning(name, weights, Meaning.Amount.DIFFERENCE));
  }

  /** The coefficients, by their partial autocorrelations. */
  @Override
  public boolean isCoupled(int quantity) {
    return quantity < quantities().size() - 1;
  }

  /** The last values of y do. */
  @Override
  public double[] shift(double[] theta) {
    double[] shift = new double[block(theta).size()];
    Arrays.fill(shift, shift.length - order.differencing().weights().length, shift.length, 1);
    return shift;
  }

  /** How many coefficients there are: ar, ma, sar, sma. */
  private int[] sizes() {
    return new int[] {order.p(), order.q(), order.seasonalP(), order.seasonalQ()};
  }

  /** The coefficients of θ, group by group. */
  private double[][] coefficients(double[] theta) {
    double[][] groups = new double[4][];
    int at = 0;
    for (int g = 0; g < 4; g++) {
      groups[g] = Stationary.coefficients(Arrays.copyOfRange(theta, at, at + sizes()[g]));
      // 1 + Σ θⱼ Bʲ is invertible where 1 - Σ φⱼ Bʲ with φ = -θ is stationary
      for (int j = 0; g % 2 == 1 && j < groups[g].length; j++) groups[g][j] = -groups[g][j];
      at += sizes()[g];
    }
    return groups;
  }

  @Override
  public double[] natural(double[] theta) {
    double[] natural = new double[theta.length];
    int at = 0;
    for (double[] group : coefficients(theta)) {
      System.arraycopy(group, 0, natural, at, group.length);
      at += group.length;
    }
    natural[at] = Math.exp(theta[at]);
    return natural;
  }

  @Override
  public double[] theta(double[] natural) {
    double[] theta = new double[natural.length];
    String[] names = {"ar", "ma", "sar", "sma"};
    int at = 0;
    for (int g = 0; g < 4; g++) {
      double[] group = Arrays.copyOfRange(natural, at, at + sizes()[g]);
      for (int j = 0; g % 2 == 1 && j < group.length; j++) group[j] = -group[j];
      System.arraycopy(Stationary.theta(group, names[g]), 0, theta, at, group.length);
      at += group.length;
    }
    theta[at] = quantities().get(at).thetaOf(natural[at]);
    return theta;
  }

  @Override
  public Block block(double[] theta) {
    double[][] groups = coefficients(theta);
    double variance = Math.exp(theta[theta.length - 1]);
    int s = order.period();
    double[] ar =
        LagPolynomial.product(
            LagPolynomial.of(-1, groups[0], 1), LagPolynomial.of(-1, groups[2], s));
    double[] ma =
        LagPolynomial.product(LagPolynomial.of(1, groups[1], 1), LagPolynomial.of(1, groups[3], s));
    int r = Math.max(ar.length - 1, ma.length);
    double[][] transition = new double[r][r];
    double[][] noise = new double[r][r];
    for (int i = 0; i < r; i++) {
      if (i + 1 < ar.length) transition[i][0] = -ar[i + 1];
      if (i + 1 < r) transition[i][i + 1] = 1;
      for (int j = 0; i < ma.length && j < ma.length; j++) noise[i][j] = variance * ma[i] * ma[j];
    }
    double[][] stationary = Lyapunov.inSteps(transition, noise);
    return integrated(transition, noise, stationary);
  }

  /** With the last values of y below the state of w: yₜ = wₜ + Σ δⱼ yₜ₋ⱼ. */
  private Block integrated(double[][] transition, double[][] noise, double[][] stationary) {
    double[] weights = order.differencing().weights();
    int r = transition.length;
    int n = r + weights.length;
    double[] emission = new double[n];
    emission[0] = 1;
    System.arraycopy(weights, 0, emission, r, weights.length);
    double[][] f = enlarged(transition, n);
    double[][] directions = new double[n][weights.length];
    for (int j = 0; j < weights.length; j++) {
      if (j == 0) f[r] = emission.clone();
      else f[r + j][r + j - 1] = 1;
      directions[r + j][j] = 1;
    }
    return Block.starting(
        f,
        enlarged(noise, n),
        Varying.constant(1, n, emission),
        enlarged(stationary, n),
        directions);
  }

  private static double[][] enlarged(double[][] matrix, int n) {
    double[][] larger = new double[n][n];
    for (int i = 0; i < matrix.length; i++) {
      System.arraycopy(matrix[i], 0, larger[i], 0, matrix.length);
    }
    return larger;
  }

  /** White noise with the variance of the differences. */
  @Override
  public double[] start(double[] values) {
    double[] theta = new double[quantities().size()];
    theta[theta.length - 1] = Math.log(Scale.variance(order.differencing().of(values)));
    return theta;
  }
}
