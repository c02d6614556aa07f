package undercurrent.series;

/** A system that makes series from a seed, with the known truth as channels of their own. */
public interface Generator {
  /** The same seed gives the same numbers on every machine. */
  SeriesSet generate(long seed);
}
