package undercurrent.model;

import java.util.List;

/**
 * Latent states as quantities of a known system.
 *
 * @param names of the quantities, {@code [Z]}
 * @param values in the units of the system, {@code [T][Z]}
 */
@SuppressWarnings("ArrayRecordComponent")
public record PhysicalStates(List<String> names, double[][] values) {
  public PhysicalStates {
    names = List.copyOf(names);
  }
}
