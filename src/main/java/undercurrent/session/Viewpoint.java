package undercurrent.session;

/**
 * The series and the forecast that the window shows.
 *
 * @param series index in the set
 * @param seen rows that the forecast has seen
 * @param horizon rows of the forecast; 0 = none
 */
public record Viewpoint(int series, int seen, int horizon) {}
