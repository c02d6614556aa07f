package undercurrent.series;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The keys of a piano by their MIDI numbers and names: 21 is A0, 60 is C4, 108 is C8. The numbers
 * of octaves are those of scientific pitch notation; between two white keys the sharp is named.
 */
public final class Pitch {
  /** The key at the left end of a piano, A0. */
  public static final int LOWEST = 21;

  /** The key at its right end, C8. */
  public static final int HIGHEST = 108;

  /** How many keys a piano has. */
  public static final int KEYS = HIGHEST - LOWEST + 1;

  /** The largest number of a note in MIDI. */
  public static final int MOST = 127;

  private static final String[] NAMES = {
    "C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B"
  };

  private static final Pattern WRITTEN = Pattern.compile("([A-G]#?)(-1|\\d)");

  private Pitch() {}

  /** Whether a piano has the key. */
  public static boolean isKey(int number) {
    return number >= LOWEST && number <= HIGHEST;
  }

  /** The name of a note, such as "F#3". */
  public static String name(int number) {
    return NAMES[Math.floorMod(number, 12)] + (Math.floorDiv(number, 12) - 1);
  }

  /** The note that has a name; empty where none has. */
  public static OptionalInt of(String name) {
    Matcher written = WRITTEN.matcher(name);
    if (!written.matches()) return OptionalInt.empty();
    for (int i = 0; i < NAMES.length; i++) {
      if (!NAMES[i].equals(written.group(1))) continue;
      int number = 12 * (Integer.parseInt(written.group(2)) + 1) + i;
      return number <= MOST ? OptionalInt.of(number) : OptionalInt.empty();
    }
    return OptionalInt.empty();
  }
}
