package undercurrent.series;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before the values of an array of NumPy.
 *
 * @param fields one without a name, or those of a structured array
 * @param itemBytes of one element with all its fields
 * @param fortran true when the first index runs fastest
 */
record NpyHeader(List<Field> fields, int itemBytes, boolean fortran, long[] shape) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int LONGEST = 1 << 16;
  private static final Pattern TYPE = Pattern.compile("'descr':\\s*'([^']*)'");
  private static final Pattern FIELDS = Pattern.compile("'descr':\\s*\\[([^\\[\\]]*)\\]");
  private static final Pattern FIELD = Pattern.compile("\\(\\s*'([^']*)',\\s*'([^']*)'\\s*\\)");
  private static final Pattern ORDER = Pattern.compile("'fortran_order':\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\(([\\d, L]*)\\)");
  private static final int MOST_DIMENSIONS = 32;

  /**
   * One value of each element.
   *
   * @param name empty when the array has no fields
   * @param offset in bytes within the element
   */
  record Field(String name, NpyType type, int offset) {}

  static boolean isArray(byte[] bytes) {
    if (bytes.length < MAGIC.length) return false;
    for (int i = 0; i < MAGIC.length; i++) if (bytes[i] != MAGIC[i]) return false;
    return true;
  }

  /**
   * Reads a header and leaves the stream at the first value.
   *
   * @throws SeriesException also for types of values that are not read
   * @throws IOException when the stream cannot be read
   */
  static NpyHeader read(String file, InputStream in) throws IOException {
    byte[] start = in.readNBytes(MAGIC.length + 2);
    if (!isArray(start) || start.length < MAGIC.length + 2) throw damaged(file);
    int wide = start[MAGIC.length] == 1 ? 2 : 4;
    byte[] size = in.readNBytes(wide);
    if (size.length < wide) throw damaged(file);
    long length = 0;
    for (int i = wide - 1; i >= 0; i--) length = length << 8 | (size[i] & 0xFF);
    if (length > LONGEST) throw damaged(file);
    byte[] words = in.readNBytes((int) length);
    if (words.length < length) throw damaged(file);
    return of(
        file, new String(words, wide == 2 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8));
  }

  private static NpyHeader of(String file, String words) {
    Matcher order = ORDER.matcher(words);
    Matcher shape = SHAPE.matcher(words);
    if (!order.find() || !shape.find()) throw damaged(file);
    List<Field> fields = new ArrayList<>();
    int bytes = 0;
    Matcher one = TYPE.matcher(words);
    Matcher several = FIELDS.matcher(words);
    if (one.find()) {
      NpyType type = NpyType.of(file, one.group(1));
      bytes = type.bytes();
      fields.add(new Field("", type, 0));
    } else if (several.find()) {
      String list = several.group(1);
      Matcher field = FIELD.matcher(list);
      while (field.find()) {
        NpyType type = NpyType.of(file, field.group(2));
        if (!field.group(1).isEmpty()) fields.add(new Field(field.group(1), type, bytes));
        bytes = Math.addExact(bytes, type.bytes());
      }
      if (!FIELD.matcher(list).replaceAll("").matches("[\\s,]*")) fields.clear();
    }
    if (fields.isEmpty() || bytes > LONGEST) {
      throw SeriesException.in(file, SeriesWords.of("npyHeader.elements"));
    }
    return new NpyHeader(
        List.copyOf(fields), bytes, order.group(1).equals("True"), shape(file, shape.group(1)));
  }

  private static long[] shape(String file, String words) {
    List<Long> sizes = new ArrayList<>();
    for (String word : words.split("[, L]+")) {
      if (word.isEmpty()) continue;
      if (word.length() > 18 || sizes.size() == MOST_DIMENSIONS) throw damaged(file);
      sizes.add(Long.parseLong(word));
    }
    return sizes.stream().mapToLong(Long::longValue).toArray();
  }

  static SeriesException damaged(String file) {
    return SeriesException.in(file, SeriesWords.of("npyHeader.damaged"));
  }

  boolean isStructured() {
    return fields.size() > 1 || !fields.getFirst().name().isEmpty();
  }

  /** Values in all, as a double since a damaged header may tell any. */
  double count() {
    double count = fields.size();
    for (long size : shape) count *= size;
    return count;
  }

  /** "100 × 3", as people say it. */
  String described() {
    StringBuilder words = new StringBuilder();
    for (long size : shape) words.append(words.isEmpty() ? "" : " \u00D7 ").append(size);
    return words.isEmpty() ? SeriesWords.of("npyHeader.oneValue") : words.toString();
  }
}
