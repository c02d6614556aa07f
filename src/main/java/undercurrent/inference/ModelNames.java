package undercurrent.inference;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import undercurrent.text.Bundle;
import undercurrent.text.Language;

/**
 * What models call their states, parameters, matrices, methods and scores, as people read it. The
 * names themselves are English, as settings, lessons and files refer to them.
 */
public final class ModelNames {
  private static final Bundle BUNDLE = new Bundle("undercurrent.inference.names");
  private static final Pattern PART = Pattern.compile("(.+?): (.+)");
  private static final Pattern LINEAR = Pattern.compile("best linear \\((.+)\\)");
  private static final Pattern EFFECT = Pattern.compile("(.*effect) of (.+?) of (.+)");
  private static final Pattern OF = Pattern.compile("(.+?) of (.+)");
  private static final Pattern REGIME = Pattern.compile("(?:regime|mode) \\d+");
  private static final Pattern SIDE = Pattern.compile("(.+) (north|east)");
  private static final Pattern LAGS = Pattern.compile("(.+) \\((\\d+) lags\\)");
  private static final Pattern LIST = Pattern.compile("(.+?), (.+)");
  private static final Pattern NUMBERED = Pattern.compile("(.+) (\\d+)");

  private ModelNames() {}

  /**
   * The name in the language of words; a name that is not known, such as that of a channel, stays.
   */
  public static String of(String name) {
    if (Language.chosen() == Language.ENGLISH) return name;
    String key = name.toLowerCase(Locale.ROOT).replaceAll("[,:]", "").replace(' ', '-');
    if (BUNDLE.has(key)) return BUNDLE.of(key);
    Matcher part = PART.matcher(name);
    if (part.matches()) return BUNDLE.of("pattern.part", of(part.group(1)), of(part.group(2)));
    Matcher linear = LINEAR.matcher(name);
    if (linear.matches()) return BUNDLE.of("pattern.linear", linear.group(1));
    Matcher effect = EFFECT.matcher(name);
    if (effect.matches()) {
      String input = BUNDLE.of("pattern.of", of(effect.group(1)), effect.group(2));
      return BUNDLE.of("pattern.of", input, effect.group(3));
    }
    Matcher of = OF.matcher(name);
    if (of.matches()) {
      // Behind it stands a regime, or a channel, which is called as in the file.
      boolean isRegime = REGIME.matcher(of.group(2)).matches();
      String whose = isRegime ? of(of.group(2)) : of.group(2);
      return BUNDLE.of("pattern.of", of(of.group(1)), whose);
    }
    Matcher side = SIDE.matcher(name);
    if (side.matches()) return BUNDLE.of("pattern." + side.group(2), of(side.group(1)));
    Matcher lags = LAGS.matcher(name);
    if (lags.matches()) return BUNDLE.of("pattern.lags", lags.group(1), lags.group(2));
    Matcher list = LIST.matcher(name);
    if (list.matches()) return of(list.group(1)) + ", " + of(list.group(2));
    Matcher numbered = NUMBERED.matcher(name);
    return numbered.matches() ? of(numbered.group(1)) + " " + numbered.group(2) : name;
  }
}
