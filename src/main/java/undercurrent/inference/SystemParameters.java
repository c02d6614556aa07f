package undercurrent.inference;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Parameters of known equations that were learned.
 *
 * @param values by name, in their order
 */
public record SystemParameters(Map<String, Double> values) {
  public SystemParameters {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** Nothing where there are none. */
  static Optional<SystemParameters> of(Map<String, Double> values) {
    return values.isEmpty() ? Optional.empty() : Optional.of(new SystemParameters(values));
  }
}
