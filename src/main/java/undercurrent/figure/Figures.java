package undercurrent.figure;

import java.util.List;
import undercurrent.inference.Estimate;
import undercurrent.series.SeriesSet;
import undercurrent.training.Curve;

/** The figures of Undercurrent, each from the results that it shows. */
public final class Figures {
  private Figures() {}

  /** Objective, ELBO and validation ELBO over the epochs, the best one marked. */
  public static Figure elbo(Curve curve) {
    return stub("elbo");
  }

  /** The two terms of the ELBO apart: reconstruction and KL. */
  public static Figure terms(Curve curve) {
    return stub("terms");
  }

  /** KL of each latent dimension over the epochs. */
  public static Figure kl(Curve curve) {
    return stub("kl");
  }

  /**
   * What was observed in one channel, with truth, means, bands and sample paths.
   *
   * @param channel index in {@link SeriesSet#channels()}
   * @param estimates those of other series are left out
   */
  public static Figure observed(SeriesSet set, int series, int channel, List<Estimate> estimates) {
    return stub("observed");
  }

  /** Each latent dimension over time with its band. */
  public static Figure latent(SeriesSet set, int series, List<Estimate> estimates) {
    return stub("latent");
  }

  /** The path of the latent mean in a plane, coloured by time. */
  public static Figure phase(SeriesSet set, Estimate estimate) {
    return stub("phase");
  }

  /** A track on the coastline, with means and forecast. */
  public static Figure map(SeriesSet set, int series, List<Estimate> estimates) {
    return stub("map");
  }

  /** The channels of one series as they were read. */
  public static Figure series(SeriesSet set, int series) {
    return stub("series");
  }

  private static Figure stub(String id) {
    return new Figure(id, id, Axis.of("x", ""), Axis.of("y", ""), List.of(), 0, "Nothing yet.");
  }
}
