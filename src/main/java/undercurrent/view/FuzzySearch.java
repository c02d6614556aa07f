package undercurrent.view;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * Finds things by a few letters of their names, in their order: "phpl" finds "Phase plane". Upper
 * case, accents and the order of words do not matter.
 */
final class FuzzySearch {
  private static final int BEGINS_WORD = 8;
  private static final int FOLLOWS = 6;

  private FuzzySearch() {}

  /** Those that have all words that are searched, the best first; all without words. */
  static <T> List<T> find(List<T> all, Function<T, String> name, String wanted) {
    record Found<T>(T thing, int score) {}
    String[] words = plain(wanted).strip().split("\\s+", -1);
    return all.stream()
        .flatMap(
            thing ->
                score(plain(name.apply(thing)), words).stream()
                    .mapToObj(score -> new Found<>(thing, score)))
        .sorted(Comparator.comparingInt((Found<T> found) -> -found.score()))
        .map(Found::thing)
        .toList();
  }

  /** Lower case without accents. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .replace("ß", "ss")
        .toLowerCase(Locale.ROOT);
  }

  private static OptionalInt score(String name, String[] words) {
    int sum = 0;
    for (String word : words) {
      OptionalInt one = score(name, word);
      if (one.isEmpty()) return one;
      sum += one.getAsInt();
    }
    return OptionalInt.of(sum);
  }

  /** The best of the places at which the word may begin. */
  private static OptionalInt score(String name, String word) {
    if (word.isEmpty()) return OptionalInt.of(0);
    int best = Integer.MIN_VALUE;
    for (int at = name.indexOf(word.charAt(0)); at >= 0; ) {
      OptionalInt one = from(name, word, at);
      if (one.isEmpty()) break;
      best = Math.max(best, one.getAsInt());
      at = name.indexOf(word.charAt(0), at + 1);
    }
    return best == Integer.MIN_VALUE ? OptionalInt.empty() : OptionalInt.of(best);
  }

  /** Letters that follow each other or begin a word count more, and gaps less. */
  private static OptionalInt from(String name, String word, int first) {
    int score = -first / 8;
    int before = -2;
    int at = first;
    for (int i = 0; i < word.length(); i++) {
      at = name.indexOf(word.charAt(i), at);
      if (at < 0) return OptionalInt.empty();
      boolean begins = at == 0 || !Character.isLetterOrDigit(name.charAt(at - 1));
      if (begins) score += BEGINS_WORD;
      if (at == before + 1) score += FOLLOWS;
      else if (i > 0) score -= Math.min(FOLLOWS, at - before);
      before = at;
      at++;
    }
    return OptionalInt.of(score);
  }
}
