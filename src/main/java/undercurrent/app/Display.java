package undercurrent.app;

import java.util.Locale;

/** Whether a window can be shown. */
final class Display {
  private Display() {}

  /** False on a system that shows windows through a display server when none is named. */
  static boolean isPresent() {
    if ("Headless".equals(System.getProperty("glass.platform"))) return true;
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.contains("windows") || system.contains("mac")) return true;
    return isNamed("DISPLAY") || isNamed("WAYLAND_DISPLAY");
  }

  private static boolean isNamed(String variable) {
    String value = System.getenv(variable);
    return value != null && !value.isBlank();
  }
}
