package undercurrent.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class VisibleTest {
  @ParameterizedTest
  @CsvSource({
    "1b, \\u001b",
    "0, \\u0000",
    "7, \\u0007",
    "8, \\u0008",
    "d, \\u000d",
    "7f, \\u007f",
    "9b, \\u009b",
    "85, \\u0085",
    "202e, \\u202e",
    "2066, \\u2066",
    "200f, \\u200f",
    "feff, \\ufeff",
    "200b, \\u200b",
    "2028, \\u2028",
    "ad, \\u00ad",
    "d800, \\ud800",
    "e0041, \\udb40\\udc41"
  })
  void whatSteersIsWrittenOut(String hexadecimal, String shown) {
    String sign = Character.toString(Integer.parseInt(hexadecimal, 16));
    assertEquals("a" + shown + "[31mb", Visible.of("a" + sign + "[31mb"));
  }

  @Test
  void whatIsReadStays() {
    String text = "flow (m³/s)\tgröße\n水位 🌊 می\u200cخواهم";
    assertSame(text, Visible.of(text));
  }

  @Test
  void aNameIsCutAndStandsOnOneLine() {
    assertEquals("a".repeat(80) + "…", Visible.name("a".repeat(300_000)));
    assertEquals("a".repeat(80), Visible.name("a".repeat(80)));
    assertEquals("a".repeat(79) + "…", Visible.name("a".repeat(79) + "🌊🌊"));
    assertEquals("two words", Visible.name("two\r\nwords"));
  }
}
