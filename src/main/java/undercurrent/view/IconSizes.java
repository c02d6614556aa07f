package undercurrent.view;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The sizes of icons in a style sheet: they are given in pixels, which do not follow the size of
 * letters by themselves.
 */
final class IconSizes {
  private record Size(String selector, double pixels) {}

  private static final List<Size> SIZES =
      List.of(
          new Size(".ikonli-font-icon", 16),
          new Size(".live-knob", 14),
          new Size(".restart-knob", 14),
          new Size(".card .button-icon .ikonli-font-icon", 15),
          new Size(".banner .ikonli-font-icon", 18),
          new Size(".graph-joint .ikonli-font-icon", 14),
          new Size(".stepper .ikonli-font-icon", 13));

  private IconSizes() {}

  /** The address of a style sheet with all of them. */
  static String at(double scale) {
    String rules =
        SIZES.stream()
            .map(
                size ->
                    String.format(
                        Locale.ROOT,
                        "%s { -fx-icon-size: %dpx; }",
                        size.selector(),
                        Math.round(size.pixels() * scale)))
            .collect(Collectors.joining("\n"));
    byte[] bytes = rules.getBytes(StandardCharsets.UTF_8);
    return "data:text/css;base64," + Base64.getEncoder().encodeToString(bytes);
  }
}
