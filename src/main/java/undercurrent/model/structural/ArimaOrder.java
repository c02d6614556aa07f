package undercurrent.model.structural;

import java.util.Arrays;
import java.util.Locale;
import undercurrent.model.ModelWords;

/**
 * The orders of a (seasonal) ARIMA process, (p, d, q)(P, D, Q)s.
 *
 * @param p of the autoregression
 * @param d of the differences
 * @param q of the moving average
 * @param seasonalP those of the season, P
 * @param seasonalD D
 * @param seasonalQ Q
 * @param period s, in steps; 1 where there is no season
 */
public record ArimaOrder(
    int p, int d, int q, int seasonalP, int seasonalD, int seasonalQ, int period) {
  public ArimaOrder {
    int least = Math.min(Math.min(p, d), q);
    int leastSeasonal = Math.min(Math.min(seasonalP, seasonalD), seasonalQ);
    if (least < 0 || leastSeasonal < 0) {
      throw new IllegalArgumentException(ModelWords.of("arimaOrder.negative"));
    }
    boolean season = seasonalP + seasonalD + seasonalQ > 0;
    if (period < (season ? 2 : 1)) {
      throw new IllegalArgumentException(ModelWords.of("arimaOrder.period", period));
    }
  }

  /** Without a season. */
  public static ArimaOrder of(int p, int d, int q) {
    return new ArimaOrder(p, d, q, 0, 0, 0, 1);
  }

  /** (0, 1, 1)(0, 1, 1)s, with which Box and Jenkins (1970) forecast the airline passengers. */
  public static ArimaOrder airline(int period) {
    return of(0, 1, 1).withSeason(0, 1, 1, period);
  }

  /**
   * As it is written.
   *
   * @param order p,d,q
   * @param seasonal P,D,Q, of which all may be 0
   * @param period s, of no matter then
   */
  public static ArimaOrder of(String order, String seasonal, int period) {
    int[] plain = Arrays.stream(order.split(",")).mapToInt(Integer::parseInt).toArray();
    int[] far = Arrays.stream(seasonal.split(",")).mapToInt(Integer::parseInt).toArray();
    ArimaOrder without = of(plain[0], plain[1], plain[2]);
    return Arrays.stream(far).sum() == 0
        ? without
        : without.withSeason(far[0], far[1], far[2], period);
  }

  public ArimaOrder withSeason(int seasonalP, int seasonalD, int seasonalQ, int period) {
    return new ArimaOrder(p, d, q, seasonalP, seasonalD, seasonalQ, period);
  }

  /** The differences it takes. */
  public Differencing differencing() {
    return new Differencing(d, seasonalD, period);
  }

  /** The process of the differences, whose d and D are 0. */
  public ArimaOrder ofDifferences() {
    return new ArimaOrder(p, 0, q, seasonalP, 0, seasonalQ, period);
  }

  /** Such as AR(2), or ARIMA(0,1,1)(0,1,1)12. */
  @Override
  public String toString() {
    if (this.equals(of(p, 0, 0))) return String.format(Locale.ROOT, "AR(%d)", p);
    String plain = String.format(Locale.ROOT, "ARIMA(%d,%d,%d)", p, d, q);
    if (seasonalP + seasonalD + seasonalQ == 0) return plain;
    return plain
        + String.format(Locale.ROOT, "(%d,%d,%d)%d", seasonalP, seasonalD, seasonalQ, period);
  }
}
