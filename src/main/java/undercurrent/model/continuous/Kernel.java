package undercurrent.model.continuous;

/**
 * Stationary Gaussian processes whose state is finite, by their covariance k(τ), with r = √(2ν) |τ|
 * / ℓ: Gaussian-process regression in linear time (Hartikainen and Särkkä 2010). The first of the
 * state is the process, the others are its derivatives.
 */
public enum Kernel {
  /** k = s² e⁻ʳ, r = |τ| / ℓ: the Ornstein-Uhlenbeck process. */
  MATERN_12(1),
  /** k = s² (1 + r) e⁻ʳ: once differentiable. */
  MATERN_32(2),
  /** k = s² (1 + r + r²/3) e⁻ʳ: twice differentiable. */
  MATERN_52(3);

  private final int size;

  Kernel(int size) {
    this.size = size;
  }

  /** n, the size of the state: the process and its derivatives. */
  public int latentSize() {
    return size;
  }

  /** H [1][n], which sees the process itself. */
  public double[][] emission() {
    double[][] h = new double[1][size];
    h[0][0] = 1;
    return h;
  }

  /** With a lengthscale ℓ in the unit of the times and the variance s² of the process. */
  public ContinuousSystem system(double lengthscale, double variance) {
    SizeChecks.positive("lengthscale", lengthscale);
    SizeChecks.positive("variance", variance);
    // (d/dt + λ)ⁿ z = w with λ = √(2ν) / ℓ and ν = n - ½
    double rate = Math.sqrt(2 * size - 1) / lengthscale;
    double[][] a = new double[size][size];
    for (int i = 1; i < size; i++) a[i - 1][i] = 1;
    double binomial = 1;
    for (int j = 0; j < size; j++) {
      a[size - 1][j] = -binomial * Math.pow(rate, size - j);
      binomial *= (double) (size - j) / (j + 1);
    }
    double[][] l = new double[size][1];
    l[size - 1][0] = 1;
    // q = s² (2λ)²ⁿ⁻¹ (n-1)!² / (2n-2)!
    double share = new double[] {1, 0.5, 1.0 / 6}[size - 1];
    double density = variance * Math.pow(2 * rate, 2 * size - 1) * share;
    return ContinuousSystem.of(a, l, new double[][] {{density}});
  }
}
