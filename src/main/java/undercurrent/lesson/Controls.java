package undercurrent.lesson;

import java.util.Optional;
import java.util.Set;

/**
 * Which settings a person sees and may turn during a lesson.
 *
 * @param only those that are shown; all where it is empty
 * @param hidden those that are not
 * @param locked those that cannot be turned
 */
public record Controls(Optional<Set<String>> only, Set<String> hidden, Set<String> locked) {
  /** Everything, as without a lesson. */
  public static final Controls ALL = new Controls(Optional.empty(), Set.of(), Set.of());

  public Controls {
    only = only.map(Set::copyOf);
    hidden = Set.copyOf(hidden);
    locked = Set.copyOf(locked);
  }

  /** Whether a setting is shown. */
  public boolean shows(String key) {
    return !hidden.contains(key) && only.map(o -> o.contains(key)).orElse(true);
  }

  /** Whether a setting can be turned. */
  public boolean frees(String key) {
    return shows(key) && !locked.contains(key);
  }
}
