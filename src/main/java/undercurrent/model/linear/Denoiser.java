package undercurrent.model.linear;

/** Gives a series with less measurement noise; knows nothing but measured series. */
@FunctionalInterface
public interface Denoiser {
  /** Leaves every value as it was measured. */
  Denoiser NONE = seen -> seen;

  /** A series as long, with the same values missing. */
  Observations denoise(Observations seen);
}
