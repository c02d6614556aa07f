package undercurrent.view;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a box are written from which one is chosen; nothing is typed into it.
 *
 * @param <T> of the values
 */
final class ChoiceWords<T> extends StringConverter<T> {
  private final Function<T, String> words;

  ChoiceWords(Function<T, String> words) {
    this.words = words;
  }

  @Override
  public String toString(@Nullable T value) {
    return value == null ? "" : words.apply(value);
  }

  @Override
  public T fromString(String text) {
    throw new UnsupportedOperationException(text);
  }
}
