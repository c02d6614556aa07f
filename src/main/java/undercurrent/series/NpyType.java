package undercurrent.series;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The type of the values of an array of NumPy, such as {@code <f8}.
 *
 * @param kind b, i, u, f, M (date), m (duration), S or U (text)
 * @param unit of dates, with a factor, such as "ns" or "15m"; else empty
 */
record NpyType(char kind, int bytes, ByteOrder order, String unit) {
  private static final Pattern TYPE =
      Pattern.compile("([<>|=])([a-zA-Z])(\\d{0,5})(?:\\[([^\\]]*)\\])?");
  private static final Pattern UNIT = Pattern.compile("(\\d{0,9})(Y|M|W|D|h|m|s|ms|us|ns)");
  private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
  private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
  private static final long BILLION = 1_000_000_000L;

  static NpyType of(String file, String written) {
    Matcher m = TYPE.matcher(written);
    if (!m.matches()) throw unread(file, written);
    char kind = m.group(2).charAt(0);
    if (kind == 'O') {
      throw SeriesException.in(file, SeriesWords.of("npyType.objects"));
    }
    int size = m.group(3).isEmpty() ? 0 : Integer.parseInt(m.group(3));
    boolean known =
        switch (kind) {
          case 'b' -> size == 1;
          case 'i', 'u' -> size == 1 || size == 2 || size == 4 || size == 8;
          case 'f' -> size == 2 || size == 4 || size == 8;
          case 'M', 'm' -> size == 8;
          case 'S', 'U' -> size > 0 && size <= 4096;
          default -> false;
        };
    if (!known) throw unread(file, written);
    ByteOrder order = m.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    String unit = m.group(4) == null ? "" : m.group(4);
    return new NpyType(kind, kind == 'U' ? 4 * size : size, order, unit);
  }

  private static SeriesException unread(String file, String written) {
    return SeriesException.in(file, SeriesWords.of("npyType.unread", Excerpt.of(written)));
  }

  /** The cell of a table for the value at a place; single precision has its own shortest digits. */
  String cell(ByteBuffer data, int at) {
    data.order(order);
    return switch (kind) {
      case 'b' -> data.get(at) == 0 ? "0" : "1";
      case 'i' -> Long.toString(whole(data, at));
      case 'u' -> unsigned(data, at);
      case 'f' -> number(data, at);
      case 'M' -> date(data.getLong(at));
      case 'm' -> data.getLong(at) == Long.MIN_VALUE ? "" : Long.toString(data.getLong(at));
      default -> text(data, at);
    };
  }

  /** True when its values are numbers, and neither dates nor text. */
  boolean isNumber() {
    return kind == 'b' || kind == 'i' || kind == 'u' || kind == 'f';
  }

  /**
   * Numbers one after the other from the start of a buffer that has the type's order of bytes.
   *
   * @return whether any had more digits than single precision
   */
  boolean numbers(ByteBuffer data, float[] out) {
    boolean isRounded = false;
    for (int i = 0; i < out.length; i++) {
      double number =
          switch (kind) {
            case 'f' ->
                switch (bytes) {
                  case 2 -> Float.float16ToFloat(data.getShort(2 * i));
                  case 4 -> data.getFloat(4 * i);
                  default -> data.getDouble(8 * i);
                };
            case 'b' -> data.get(i) == 0 ? 0 : 1;
            case 'u' -> unsignedNumber(data, bytes * i);
            default -> whole(data, bytes * i);
          };
      out[i] = (float) number;
      isRounded |= out[i] != number && !Double.isNaN(number);
    }
    return isRounded;
  }

  private double unsignedNumber(ByteBuffer data, int at) {
    long bits = whole(data, at);
    if (bytes < 8) return bits & ((1L << (8 * bytes)) - 1);
    return bits >= 0 ? bits : 2.0 * (bits >>> 1);
  }

  private long whole(ByteBuffer data, int at) {
    return switch (bytes) {
      case 1 -> data.get(at);
      case 2 -> data.getShort(at);
      case 4 -> data.getInt(at);
      default -> data.getLong(at);
    };
  }

  private String unsigned(ByteBuffer data, int at) {
    return bytes == 8
        ? Long.toUnsignedString(data.getLong(at))
        : Long.toString(whole(data, at) & ((1L << (8 * bytes)) - 1));
  }

  private String number(ByteBuffer data, int at) {
    return switch (bytes) {
      case 2 -> Float.toString(Float.float16ToFloat(data.getShort(at)));
      case 4 -> Float.toString(data.getFloat(at));
      default -> Double.toString(data.getDouble(at));
    };
  }

  private String text(ByteBuffer data, int at) {
    byte[] letters = new byte[bytes];
    data.get(at, letters);
    Charset charset =
        kind == 'S'
            ? StandardCharsets.ISO_8859_1
            : order == ByteOrder.BIG_ENDIAN ? UTF_32BE : UTF_32LE;
    String text = new String(letters, charset);
    int end = text.indexOf('\0');
    return (end < 0 ? text : text.substring(0, end)).strip();
  }

  /** As ISO 8601 writes it; the plain number where there is no such date. */
  private String date(long value) {
    if (value == Long.MIN_VALUE) return "";
    Matcher m = UNIT.matcher(unit);
    if (!m.matches()) return Long.toString(value);
    try {
      long count = Math.multiplyExact(value, m.group(1).isEmpty() ? 1 : Long.parseLong(m.group(1)));
      return switch (m.group(2)) {
        case "Y" -> LocalDate.ofEpochDay(0).plusYears(count).toString();
        case "M" -> LocalDate.ofEpochDay(0).plusMonths(count).toString();
        case "W" -> LocalDate.ofEpochDay(Math.multiplyExact(7, count)).toString();
        case "D" -> LocalDate.ofEpochDay(count).toString();
        case "h" -> moment(Math.multiplyExact(3600, count), 0);
        case "m" -> moment(Math.multiplyExact(60, count), 0);
        case "s" -> moment(count, 0);
        case "ms" -> fraction(count, 1000);
        case "us" -> fraction(count, 1_000_000);
        default -> fraction(count, BILLION);
      };
    } catch (DateTimeException | ArithmeticException e) {
      return Long.toString(value);
    }
  }

  private static String fraction(long count, long perSecond) {
    return moment(
        Math.floorDiv(count, perSecond), Math.floorMod(count, perSecond) * (BILLION / perSecond));
  }

  private static String moment(long seconds, long nanos) {
    return LocalDateTime.ofEpochSecond(seconds, (int) nanos, ZoneOffset.UTC).toString();
  }
}
