package undercurrent.series;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first line {@code sep=;}, by which spreadsheets tell each other the separator. */
final class SeparatorLine {
  private static final Pattern LINE =
      Pattern.compile("\\A\"?sep=([^\r\n])\"?[ \t]*(?:\r\n|\r|\n|\\z)", Pattern.CASE_INSENSITIVE);

  private SeparatorLine() {}

  /** The separator that the first line names, if it does. */
  static Optional<Separator> of(String text) {
    Matcher line = LINE.matcher(text);
    if (!line.find()) return Optional.empty();
    char sign = line.group(1).charAt(0);
    return Arrays.stream(Separator.values()).filter(s -> s.sign() == sign).findFirst();
  }

  /** The same text with that line left empty, so that rows keep their numbers. */
  static TextSource without(TextSource source, List<String> notes) {
    Matcher line = LINE.matcher(source.text());
    if (!line.find()) return source;
    notes.add(SeriesWords.of("separatorLine.leftOut", line.group(1)));
    return new TextSource(
        source.name(), "\n" + source.text().substring(line.end()), source.encoding());
  }
}
