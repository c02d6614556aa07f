package undercurrent.picture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What a reader finds on the page of a PDF file: it follows the table of objects, and reads words
 * by the fonts' own maps of letters.
 *
 * @param content operators of the page
 * @param words in the order in which they are drawn
 */
record PdfText(String content, List<String> words) {
  private static final Pattern WORDS =
      Pattern.compile("ActualText <FEFF([0-9A-F]*)>|/(F\\d) [^>]*?<([0-9A-F]*)> Tj");

  static PdfText of(byte[] file) {
    String all = new String(file, ISO_8859_1);
    int table = Integer.parseInt(group(all, "startxref\\n(\\d+)\\n%%EOF\\n$"));
    Matcher places = Pattern.compile("(\\d{10}) 00000 n ").matcher(all.substring(table));
    List<String> objects = new ArrayList<>(List.of(""));
    while (places.find()) {
      int at = Integer.parseInt(places.group(1));
      String head = objects.size() + " 0 obj\n";
      assertTrue(all.startsWith(head, at), "object " + objects.size());
      objects.add(all.substring(at + head.length(), all.indexOf("\nendobj\n", at)));
    }
    assertEquals(objects.size(), Integer.parseInt(group(all, "/Size (\\d+)")));
    String catalogue = objects.get(Integer.parseInt(group(all, "/Root (\\d+) 0 R")));
    String pages = objects.get(Integer.parseInt(group(catalogue, "/Pages (\\d+) 0 R")));
    String page = objects.get(Integer.parseInt(group(pages, "/Kids \\[(\\d+) 0 R\\]")));
    String content = stream(objects.get(Integer.parseInt(group(page, "/Contents (\\d+) 0 R"))));
    Map<String, Map<String, String>> letters = new HashMap<>();
    Matcher fonts = Pattern.compile("/(F\\d) (\\d+) 0 R").matcher(page);
    while (fonts.find()) {
      String font = objects.get(Integer.parseInt(fonts.group(2)));
      String map = stream(objects.get(Integer.parseInt(group(font, "/ToUnicode (\\d+) 0 R"))));
      letters.put(fonts.group(1), letters(map));
    }
    return new PdfText(content, words(content, letters));
  }

  private static Map<String, String> letters(String map) {
    Map<String, String> letters = new HashMap<>();
    Matcher rows = Pattern.compile("<([0-9A-F]{4})> <([0-9A-F]+)>\n").matcher(map);
    while (rows.find()) letters.put(rows.group(1), halves(rows.group(2)));
    return letters;
  }

  private static List<String> words(String content, Map<String, Map<String, String>> letters) {
    List<String> words = new ArrayList<>();
    Matcher found = WORDS.matcher(content);
    while (found.find()) {
      if (found.group(1) != null) {
        words.add(halves(found.group(1)));
        // The blank behind the words.
        assertTrue(found.find());
        continue;
      }
      StringBuilder text = new StringBuilder();
      String glyphs = found.group(3);
      for (int i = 0; i < glyphs.length(); i += 4) {
        text.append(of(of(letters, found.group(2)), glyphs.substring(i, i + 4)));
      }
      words.add(text.toString());
    }
    return words;
  }

  private static <T> T of(Map<String, T> all, String name) {
    return Objects.requireNonNull(all.get(name), name);
  }

  private static String halves(String hex) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < hex.length(); i += 4) {
      text.append((char) Integer.parseInt(hex.substring(i, i + 4), 16));
    }
    return text.toString();
  }

  private static String stream(String object) {
    int from = object.indexOf("\nstream\n") + "\nstream\n".length();
    int length = Integer.parseInt(group(object, "/Length (\\d+)"));
    assertEquals("\nendstream", object.substring(from + length));
    Inflater inflater = new Inflater();
    inflater.setInput(object.substring(from, from + length).getBytes(ISO_8859_1));
    StringBuilder text = new StringBuilder();
    byte[] buffer = new byte[1 << 14];
    try {
      while (!inflater.finished()) {
        text.append(new String(buffer, 0, inflater.inflate(buffer), ISO_8859_1));
      }
    } catch (DataFormatException e) {
      throw new AssertionError(e);
    } finally {
      inflater.end();
    }
    return text.toString();
  }

  private static String group(String text, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    assertTrue(found.find(), pattern);
    return found.group(1);
  }

  /** The words of a figure as SVG, in their order. */
  static List<String> wordsOfSvg(String svg) {
    List<String> words = new ArrayList<>();
    Matcher found = Pattern.compile("<text [^>]*>([^<]*)</text>").matcher(svg);
    while (found.find()) {
      words.add(
          found
              .group(1)
              .replace("&lt;", "<")
              .replace("&gt;", ">")
              .replace("&quot;", "\"")
              .replace("&amp;", "&"));
    }
    return words;
  }
}
