package undercurrent.kind;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import undercurrent.inference.Estimate;
import undercurrent.inference.Estimator;

/**
 * Values by their {@link ResultKey}: what a model gave that figures are drawn from. Immutable; a
 * value may be worked out when it is first read.
 */
public final class Results {
  /** Nothing yet. */
  public static final Results NONE = new Results(Map.of());

  private final Map<ResultKey<?>, Supplier<? extends Optional<?>>> values;

  private Results(Map<ResultKey<?>, Supplier<? extends Optional<?>>> values) {
    this.values = values;
  }

  /**
   * What a model tells beside its estimates of a series: matrices, particles, noise, and what its
   * transition does around the smoothed states.
   */
  public static Results of(Estimator estimator, Estimate smoothed) {
    int series = smoothed.series();
    return NONE.and(ResultKey.FIELD, estimator.field(smoothed))
        .and(ResultKey.GATES, estimator.gates(smoothed))
        .and(ResultKey.MODES, estimator.modes(smoothed))
        .and(ResultKey.PHYSICAL, estimator.physical(smoothed))
        .and(ResultKey.FINDINGS, estimator.findings())
        .and(ResultKey.DEGENERACY, estimator.degeneracy(series))
        .and(ResultKey.DEPENDENCIES, estimator.dependencies())
        .later(ResultKey.DENSITY, estimator::density)
        .and(ResultKey.PARAMETERS, estimator.parameters())
        .and(ResultKey.NOISE, estimator.noise());
  }

  /** These and one more. */
  public <T> Results and(ResultKey<T> key, T value) {
    return and(key, Optional.of(value));
  }

  /** These and one more, if it is there. */
  public <T> Results and(ResultKey<T> key, Optional<T> value) {
    return later(key, () -> value);
  }

  /** These and one more that is worked out when it is read; each time anew. */
  public <T> Results later(ResultKey<T> key, Supplier<Optional<T>> value) {
    Map<ResultKey<?>, Supplier<? extends Optional<?>>> more = new LinkedHashMap<>(values);
    more.put(key, value);
    return new Results(more);
  }

  /** These and others. */
  public Results and(Results others) {
    Map<ResultKey<?>, Supplier<? extends Optional<?>>> more = new LinkedHashMap<>(values);
    more.putAll(others.values);
    return new Results(more);
  }

  /** The value of a key, if there is one. */
  public <T> Optional<T> get(ResultKey<T> key) {
    Supplier<? extends Optional<?>> value = values.get(key);
    if (value == null) return Optional.empty();
    // Only a value of this type is put under a key.
    @SuppressWarnings("unchecked")
    Optional<T> typed = (Optional<T>) value.get();
    return typed;
  }

  /**
   * The value of a key.
   *
   * @throws IllegalArgumentException one sentence, when there is none
   */
  public <T> T need(ResultKey<T> key) {
    return get(key)
        .orElseThrow(
            () -> new IllegalArgumentException(KindWords.of("refused.result", key.words())));
  }
}
