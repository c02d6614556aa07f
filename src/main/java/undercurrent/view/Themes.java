package undercurrent.view;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import javafx.application.Application;

/** Light and dark. */
final class Themes {
  private Themes() {}

  static void apply(boolean dark) {
    Application.setUserAgentStylesheet(
        (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
  }

  /** Whether the dark one is shown. */
  static boolean isDark() {
    return new PrimerDark().getUserAgentStylesheet().equals(Application.getUserAgentStylesheet());
  }
}
