package undercurrent.model.structural;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import undercurrent.model.ModelWords;
import undercurrent.model.linear.Family;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.Observations;

/**
 * The sum of components and, unless it is left out, an irregular part N(0, σ²) that is new at every
 * step; one observed channel. As a {@link Family} its θ are those of the components in their order,
 * and last the logarithm of σ². States are stacked in the same order. What starts exactly diffuse
 * makes the log-likelihood exactly diffuse; statsmodels counts {@code -½ log 2π} for the values
 * that fix the start too, {@link
 * undercurrent.model.linear.FilterResult#logLikelihoodWithAllConstants}. A {@link Constant} beside
 * a level cannot be told from it; take one of the two.
 */
public final class StructuralModel implements Family {
  private static final Quantity IRREGULAR = Quantity.variance("irregular variance");
  private final List<Component> components;
  private final boolean irregular;
  private final List<Quantity> quantities;

  private StructuralModel(List<Component> components, boolean irregular) {
    this.components = components;
    this.irregular = irregular;
    quantities = new ArrayList<>();
    for (Component component : components) quantities.addAll(component.quantities());
    if (irregular) quantities.add(IRREGULAR);
  }

  /** With an irregular part; at least one component must have states. */
  public static StructuralModel of(Component... components) {
    return new StructuralModel(List.of(components), true);
  }

  /** The same without the irregular part, as for ARIMA processes. */
  public StructuralModel withoutIrregular() {
    return new StructuralModel(components, false);
  }

  @Override
  public int size() {
    return quantities.size();
  }

  @Override
  public LinearSystem system(double[] theta, int series) {
    double variance = irregular ? Math.exp(own(theta)[size() - 1]) : 0;
    return Stack.of(blocks(theta), variance);
  }

  @Override
  public boolean isAdmissible(double[] theta) {
    int at = 0;
    for (Component component : components) {
      int next = at + component.quantities().size();
      if (!component.isAdmissible(Arrays.copyOfRange(theta, at, next))) return false;
      at = next;
    }
    return true;
  }

  /** What of the stacked state a person knows. */
  public List<Meaning> meaning(double[] theta) {
    List<Meaning> meaning = new ArrayList<>();
    List<Block> blocks = blocks(theta);
    int size = blocks.stream().mapToInt(Block::size).sum();
    int state = 0;
    int at = 0;
    for (int c = 0; c < blocks.size(); c++) {
      Component component = components.get(c);
      int next = at + component.quantities().size();
      for (Meaning one : component.meaning(Arrays.copyOfRange(own(theta), at, next))) {
        Set<String> used = meaning.stream().map(Meaning::name).collect(Collectors.toSet());
        meaning.add(one.within(size, state, unused(one.name(), used)));
      }
      state += blocks.get(c).size();
      at = next;
    }
    return meaning;
  }

  private static String unused(String name, Set<String> used) {
    String found = name;
    for (int i = 2; used.contains(found); i++) found = name + " " + i;
    return found;
  }

  /** What every component adds for a θ. */
  List<Block> blocks(double[] theta) {
    List<Block> blocks = new ArrayList<>();
    int at = 0;
    for (Component component : components) {
      int next = at + component.quantities().size();
      blocks.add(component.block(Arrays.copyOfRange(own(theta), at, next)));
      at = next;
    }
    return blocks;
  }

  private double[] own(double[] theta) {
    if (theta.length == size()) return theta;
    throw new IllegalArgumentException(ModelWords.of("structuralModel.size", size(), theta.length));
  }

  /** The quantities' names; one that comes again has a number. */
  @Override
  public List<String> names() {
    return numbered(quantities.stream().map(Quantity::name).toList());
  }

  static List<String> numbered(List<String> names) {
    List<String> numbered = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      long before = names.subList(0, i).stream().filter(name::equals).count();
      numbered.add(before == 0 ? name : name + " " + (before + 1));
    }
    return numbered;
  }

  /** The units of {@link #natural}, x standing for the unit of the series. */
  public List<String> units() {
    return quantities.stream().map(Quantity::unit).toList();
  }

  /** Variances, periods, coefficients: what a person knows, in the order of {@link #names}. */
  @Override
  public double[] natural(double[] theta) {
    double[] natural = new double[size()];
    int at = 0;
    for (Component component : components) {
      int next = at + component.quantities().size();
      double[] part = component.natural(Arrays.copyOfRange(own(theta), at, next));
      System.arraycopy(part, 0, natural, at, part.length);
      at = next;
    }
    if (irregular) natural[at] = Math.exp(theta[at]);
    return natural;
  }

  @Override
  public boolean isCoupled(int quantity) {
    int at = quantity;
    for (Component component : components) {
      int size = component.quantities().size();
      if (at < size) return component.isCoupled(at);
      at -= size;
    }
    return false;
  }

  /** How far each stacked state moves when all values of the series move by 1. */
  public double[] shift(double[] theta) {
    List<double[]> shifts = new ArrayList<>();
    int at = 0;
    for (Component component : components) {
      int next = at + component.quantities().size();
      shifts.add(component.shift(Arrays.copyOfRange(own(theta), at, next)));
      at = next;
    }
    return shifts.stream().flatMapToDouble(Arrays::stream).toArray();
  }

  /** The θ of quantities that are known, in the order of {@link #names}. */
  @Override
  public double[] theta(double... natural) {
    double[] theta = new double[size()];
    int at = 0;
    for (Component component : components) {
      int next = at + component.quantities().size();
      double[] part = component.theta(Arrays.copyOfRange(own(natural), at, next));
      System.arraycopy(part, 0, theta, at, part.length);
      at = next;
    }
    if (irregular) theta[at] = IRREGULAR.thetaOf(natural[at]);
    return theta;
  }

  /** A fair θ to begin a search with, by how much the series varies. */
  public double[] start(Observations seen) {
    double[] values = Transform.channel(seen);
    double[] theta = new double[size()];
    int at = 0;
    for (Component component : components) {
      double[] part = component.start(values);
      System.arraycopy(part, 0, theta, at, part.length);
      at += part.length;
    }
    if (irregular) theta[at] = Scale.logOfChanges(values, 0.3);
    return theta;
  }

  /**
   * Where searches may begin, {@link #start} first: each of a component's starts in turn. Where
   * there are several, each again with the other starts of the components beside it.
   */
  public double[][] starts(Observations seen) {
    double[] values = Transform.channel(seen);
    List<double[]> starts = new ArrayList<>();
    starts.add(start(seen));
    int at = 0;
    for (Component component : components) {
      List<double[]> own = component.starts(values);
      for (double[] part : own.subList(1, own.size())) {
        starts.add(replaced(starts.getFirst(), part, at));
      }
      at += component.quantities().size();
    }
    if (starts.size() > 1) addOthers(starts, values);
    return starts.toArray(double[][]::new);
  }

  private void addOthers(List<double[]> starts, double[] values) {
    int at = 0;
    for (Component component : components) {
      List<double[]> before = List.copyOf(starts);
      for (double[] part : component.otherStarts(values)) {
        for (double[] theta : before) starts.add(replaced(theta, part, at));
      }
      at += component.quantities().size();
    }
  }

  private static double[] replaced(double[] theta, double[] part, int at) {
    double[] replaced = theta.clone();
    System.arraycopy(part, 0, replaced, at, part.length);
    return replaced;
  }
}
