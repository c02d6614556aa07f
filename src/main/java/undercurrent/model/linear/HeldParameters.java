package undercurrent.model.linear;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A family of which some quantities are held at given values: θ are the coordinates of the others.
 * Quantities that are {@linkplain Family#isCoupled coupled} are their own coordinates where one of
 * them is held, so that the others can have every value beside it.
 */
public final class HeldParameters implements Family {
  /** Values that are tried for coupled quantities where those of a start do not suit. */
  private static final double[] TRIED = {0, 0.3, -0.3, 0.6, -0.6, 0.9, -0.9};

  private final Family family;
  private final double[] given;
  private final int[] free;

  /** θ of the family with what is given in its place. */
  private final double[] base;

  private final boolean holdsCoupled;

  /**
   * Holds some.
   *
   * @param start any θ of the family
   * @param given a value for each of its quantities, NaN where it is learned
   * @throws IllegalArgumentException one sentence, when a value is outside its range
   */
  public HeldParameters(Family family, double[] start, double[] given) {
    this.family = family;
    this.given = given.clone();
    free = IntStream.range(0, given.length).filter(i -> Double.isNaN(given[i])).toArray();
    holdsCoupled =
        IntStream.range(0, given.length)
            .anyMatch(i -> family.isCoupled(i) && !Double.isNaN(given[i]));
    base = based(start);
  }

  private double[] based(double[] start) {
    double[] natural = family.natural(start);
    for (int i = 0; i < given.length; i++) if (!Double.isNaN(given[i])) natural[i] = given[i];
    if (!holdsCoupled) return family.theta(natural);
    int[] others = Arrays.stream(free).filter(family::isCoupled).toArray();
    int combinations = (int) Math.pow(TRIED.length, Math.min(others.length, 4));
    IllegalArgumentException refusal = null;
    for (int c = 0; c < combinations; c++) {
      int rest = c;
      for (int i : others) {
        natural[i] = TRIED[rest % TRIED.length];
        rest /= TRIED.length;
      }
      try {
        return family.theta(natural);
      } catch (IllegalArgumentException e) {
        refusal = refusal == null ? e : refusal;
      }
    }
    throw refusal == null ? new IllegalArgumentException("Nothing is given.") : refusal;
  }

  private boolean isNatural(int quantity) {
    return holdsCoupled && family.isCoupled(quantity);
  }

  /** All θ of the family. */
  public double[] whole(double[] theta) {
    double[] whole = base.clone();
    for (int k = 0; k < free.length; k++) {
      if (!isNatural(free[k])) whole[free[k]] = theta[k];
    }
    if (!holdsCoupled) return whole;
    double[] natural = family.natural(whole);
    for (int i = 0; i < given.length; i++) if (!Double.isNaN(given[i])) natural[i] = given[i];
    for (int k = 0; k < free.length; k++) {
      if (isNatural(free[k])) natural[free[k]] = theta[k];
    }
    double[] coupled = family.theta(natural);
    for (int i = 0; i < whole.length; i++) if (isNatural(i)) whole[i] = coupled[i];
    return whole;
  }

  /** The θ of a start of the family; coupled quantities begin where what is given allows it. */
  public double[] start(double[] ofFamily) {
    double[] beginning = family.natural(base);
    double[] start = new double[free.length];
    for (int k = 0; k < free.length; k++) {
      start[k] = isNatural(free[k]) ? beginning[free[k]] : ofFamily[free[k]];
    }
    return start;
  }

  /** Whether a quantity is held. */
  public boolean isHeld(int quantity) {
    return !Double.isNaN(given[quantity]);
  }

  @Override
  public int size() {
    return free.length;
  }

  @Override
  public LinearSystem system(double[] theta, int series) {
    return family.system(whole(theta), series);
  }

  @Override
  public boolean isAdmissible(double[] theta) {
    return family.isAdmissible(whole(theta));
  }

  /** Of all quantities, also those that are held. */
  @Override
  public List<String> names() {
    return family.names();
  }

  /** All quantities. */
  @Override
  public double[] natural(double[] theta) {
    double[] natural = family.natural(whole(theta));
    for (int i = 0; i < given.length; i++) if (isHeld(i)) natural[i] = given[i];
    return natural;
  }

  @Override
  public double[] theta(double... natural) {
    return start(family.theta(natural));
  }

  @Override
  public int quantity(int i) {
    return free[i];
  }
}
