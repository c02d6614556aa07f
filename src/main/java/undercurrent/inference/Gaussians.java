package undercurrent.inference;

/**
 * Diagonal Gaussians, one a row; the arrays are reused by the next call of what gave them.
 *
 * @param mean {@code [rows·size]} row-major
 * @param sd standard deviations, {@code [rows·size]}
 */
record Gaussians(float[] mean, float[] sd) {}
