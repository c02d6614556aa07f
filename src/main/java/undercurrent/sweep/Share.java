package undercurrent.sweep;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import undercurrent.text.Visible;

/**
 * One of several equal parts of a sweep, for machines that know nothing of one another. Runs are
 * dealt out like cards, so that slow settings do not all fall to one part.
 *
 * @param index from 1
 */
public record Share(int index, int count) {
  /** The whole sweep. */
  public static final Share WHOLE = new Share(1, 1);

  private static final Pattern FORM = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

  public Share {
    if (count < 1 || index < 1 || index > count) {
      throw new SweepException(Words.of("share.outside", index, count));
    }
  }

  /**
   * Reads "3/10".
   *
   * @throws SweepException when it has another form
   */
  public static Share parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw new SweepException(Words.of("share.noPart", Visible.name(text)));
    }
    return new Share(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  public boolean isWhole() {
    return count == 1;
  }

  /** Numbers of its runs. */
  public List<Integer> of(int runs) {
    return IntStream.rangeClosed(1, runs)
        .filter(number -> (number - 1) % count == index - 1)
        .boxed()
        .toList();
  }

  /** The folder, beside those of other parts, that it writes to. */
  public String folder() {
    return String.format(Locale.ROOT, "part-%d-of-%d", index, count);
  }
}
