package undercurrent.model.continuous;

import java.util.List;
import undercurrent.model.linear.Family;
import undercurrent.model.linear.LinearSystem;

/**
 * A kernel whose lengthscale, variance and measurement noise are to be learned from series with
 * their own times: θ = (log ℓ, log s², log r). Rows with a noise of their own keep it; r then
 * belongs to nothing and should be {@linkplain #withOwnNoise left out}.
 */
public final class KernelFamily implements Family {
  private final Kernel kernel;
  private final List<RowTimes> times;
  private final boolean ownNoise;

  private KernelFamily(Kernel kernel, List<RowTimes> times, boolean ownNoise) {
    this.kernel = kernel;
    this.times = List.copyOf(times);
    this.ownNoise = ownNoise;
  }

  /** With one measurement noise for all rows; one {@code RowTimes} a series. */
  public static KernelFamily of(Kernel kernel, List<RowTimes> times) {
    return new KernelFamily(kernel, times, false);
  }

  /** For observations that know their noise: θ = (log ℓ, log s²). */
  public static KernelFamily withOwnNoise(Kernel kernel, List<RowTimes> times) {
    return new KernelFamily(kernel, times, true);
  }

  @Override
  public int size() {
    return ownNoise ? 2 : 3;
  }

  /** θ of a lengthscale, a variance and, unless the rows have their own, a measurement noise. */
  public double[] theta(double... natural) {
    double[] theta = new double[size()];
    if (natural.length != theta.length) {
      throw new IllegalArgumentException(
          "There are %d values and %d parameters (%s)."
              .formatted(natural.length, theta.length, String.join(", ", names())));
    }
    for (int i = 0; i < theta.length; i++) {
      theta[i] = Math.log(Sizes.positive(names().get(i), natural[i]));
    }
    return theta;
  }

  @Override
  public LinearSystem system(double[] theta, int series) {
    double[] natural = natural(theta);
    double[][] noise = {{ownNoise ? 1 : natural[2]}};
    return kernel.system(natural[0], natural[1]).at(times.get(series), kernel.emission(), noise);
  }

  @Override
  public List<String> names() {
    List<String> names = List.of("lengthscale", "variance", "measurement noise");
    return names.subList(0, size());
  }

  @Override
  public double[] natural(double[] theta) {
    double[] natural = new double[theta.length];
    for (int i = 0; i < theta.length; i++) natural[i] = Math.exp(theta[i]);
    return natural;
  }
}
