package undercurrent.experiment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import undercurrent.math.Randomness;

/**
 * Documents with one or two things changed, entry by entry: values of the manifest, cells of the
 * tables, the header and the numbers of the weights, the entries of the zip. The same number gives
 * the same document.
 */
final class Mutations {
  private static final String MANIFEST = "experiment.json";
  private static final String DATA = "data.csv";
  private static final String CURVE = "curve.csv";
  private static final String WEIGHTS = "weights.safetensors";
  private static final int LENGTH_BYTES = 8;
  private static final Set<String> ENTRIES = Set.of(MANIFEST, DATA, CURVE, WEIGHTS);
  private static final Pattern JSON_VALUE =
      Pattern.compile("(?<=: ?)(-?[0-9.eE+-]+|\"[^\"]*\"|true|false|null|\\[[^\\[\\]]*\\])");
  private static final Pattern JSON_KEY = Pattern.compile("\"[A-Za-z]+\"(?= ?:)");
  private static final String[] VALUES = {
    "null",
    "-1",
    "0",
    "1e308",
    "-1e308",
    "2147483648",
    "-100",
    "0.5",
    "NaN",
    "\"\"",
    "\"x\"",
    "[]",
    "{}",
    "true",
    "9007199254740993",
    "1e-320",
    "[null]",
    "\"\\u0000\"",
    "7"
  };
  private static final String[] CELLS = {
    "",
    "NaN",
    "Infinity",
    "-Infinity",
    "1e308",
    "-1e308",
    "0",
    "-1",
    "x",
    "\"",
    ",",
    "1e-320",
    "1e18",
    "99999999999999999999",
    "\n",
    "0x1p3",
    "1,5"
  };
  private static final float[] FLOATS = {
    Float.NaN,
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY,
    3e38f,
    -3e38f,
    Float.MIN_VALUE,
    0,
    -1,
    100
  };
  private final List<Map<String, byte[]>> documents = new ArrayList<>();

  /** Of some documents. */
  Mutations(List<Path> files) throws IOException {
    for (Path file : files) documents.add(Archive.read(file, ENTRIES));
  }

  /** Writes document {@code number}; gives what was changed, for the words of a failed test. */
  String write(int number, Path to) throws IOException {
    Randomness random = Randomness.of(15).named("mutations").at(number);
    int which = number % documents.size();
    Map<String, byte[]> entries = new LinkedHashMap<>(documents.get(which));
    StringBuilder told = new StringBuilder("document " + which);
    int changes = 1 + random.below(2);
    for (int i = 0; i < changes; i++) told.append("; ").append(change(entries, random));
    Archive.write(to, entries);
    if (random.below(20) == 0) told.append("; ").append(bytes(to, random));
    return told.toString();
  }

  private static String change(Map<String, byte[]> entries, Randomness random) {
    List<String> names = List.copyOf(entries.keySet());
    if (names.isEmpty()) return "nothing left";
    String name = names.get(random.below(names.size()));
    byte[] before = entries.getOrDefault(name, new byte[0]);
    if (random.below(30) == 0) {
      entries.remove(name);
      return "without " + name;
    }
    if (random.below(30) == 0) {
      entries.put(name, Arrays.copyOf(before, random.below(before.length + 1)));
      return name + " cut";
    }
    String text = new String(before, StandardCharsets.UTF_8);
    return switch (name) {
      case MANIFEST -> manifest(entries, text, random);
      case WEIGHTS -> weights(entries, before, random);
      default -> table(entries, name, text, random);
    };
  }

  private static String manifest(Map<String, byte[]> entries, String text, Randomness random) {
    boolean isKey = random.below(6) == 0;
    List<MatchResult> all = (isKey ? JSON_KEY : JSON_VALUE).matcher(text).results().toList();
    if (all.isEmpty()) return "nothing";
    MatchResult one = all.get(random.below(all.size()));
    String value = isKey ? "\"other\"" : VALUES[random.below(VALUES.length)];
    put(entries, MANIFEST, text.substring(0, one.start()) + value + text.substring(one.end()));
    int line = text.substring(0, one.start()).lastIndexOf('\n') + 1;
    return text.substring(line, one.end()).strip() + " -> " + value;
  }

  private static String table(
      Map<String, byte[]> entries, String name, String text, Randomness random) {
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
    int row = random.below(lines.size());
    int kind = random.below(8);
    if (kind == 0) {
      lines.remove(row);
    } else if (kind == 1) {
      lines.add(row, lines.get(random.below(lines.size())));
    } else {
      List<String> cells = new ArrayList<>(Arrays.asList(lines.get(row).split(",", -1)));
      int place = random.below(cells.size());
      if (kind == 2) cells.remove(place);
      else cells.set(place, CELLS[random.below(CELLS.length)]);
      lines.set(row, String.join(",", cells));
    }
    put(entries, name, String.join("\n", lines));
    String now = row < lines.size() ? lines.get(row) : "end";
    return name + " row " + row + ": " + now.substring(0, Math.min(80, now.length()));
  }

  private static String weights(Map<String, byte[]> entries, byte[] before, Randomness random) {
    byte[] after = before.clone();
    if (after.length < LENGTH_BYTES) return "nothing";
    long length = ByteBuffer.wrap(before).order(ByteOrder.LITTLE_ENDIAN).getLong();
    // A change before this one may have made the length of the header any number.
    boolean isSound = length > 0 && length + LENGTH_BYTES + Float.BYTES <= after.length;
    int header = LENGTH_BYTES + (isSound ? (int) length : 0);
    if (random.below(3) == 0 || !isSound) {
      int at = random.below(Math.min(header, after.length));
      after[at] = (byte) random.below(256);
      entries.put(WEIGHTS, after);
      return WEIGHTS + " header byte " + at;
    }
    int at = header + 4 * random.below((after.length - header) / 4);
    float value = FLOATS[random.below(FLOATS.length)];
    int bits = Float.floatToIntBits(value);
    for (int i = 0; i < 4; i++) after[at + i] = (byte) (bits >> (8 * i));
    entries.put(WEIGHTS, after);
    return WEIGHTS + " number at " + at + " = " + value;
  }

  /** Bytes of the zip itself. */
  private static String bytes(Path file, Randomness random) throws IOException {
    byte[] all = Files.readAllBytes(file);
    int at = random.below(all.length);
    all[at] = (byte) random.below(256);
    Files.write(file, all);
    return "zip byte " + at;
  }

  private static void put(Map<String, byte[]> entries, String name, String text) {
    entries.put(name, text.getBytes(StandardCharsets.UTF_8));
  }
}
