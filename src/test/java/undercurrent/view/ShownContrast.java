package undercurrent.view;

import io.fair_acc.chartfx.axes.spi.AbstractAxisParameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Finds words and signs that are not seen well on what is behind them (Web Content Accessibility
 * Guidelines 2.2: a ratio of 4.5, of large words and of what is drawn 3; controls that are switched
 * off are left out).
 */
final class ShownContrast {
  private static final double WORDS = 4.5;
  private static final double SHAPES = 3;
  private static final double LARGE = 24;
  private static final double LARGE_BOLD = 18.66;

  /** Parts of controls that say something by their shape alone. */
  private static final Set<String> SIGNS = Set.of("thumb", "arrow", "mark", "meter-fill", "bar");

  private final List<String> found = new ArrayList<>();

  private ShownContrast() {}

  /** What is wrong below a root; on the screen's thread. */
  static List<String> wrong(Parent root) {
    ShownContrast contrast = new ShownContrast();
    contrast.walk(root, Color.WHITE, 1);
    return contrast.found;
  }

  private void walk(Node node, Color behind, double opacity) {
    if (!node.isVisible() || node.isDisabled() || node.getOpacity() == 0) return;
    double share = opacity * node.getOpacity();
    Color ground = behind;
    if (node instanceof Region region) {
      ground = ground(region, behind, share);
      boolean isSign = region.getStyleClass().stream().anyMatch(SIGNS::contains);
      if (isSign && !ground.equals(behind) && isScrolled(region)) {
        demand(region, ground, behind, SHAPES, region.getStyleClass() + "");
      }
    }
    switch (node) {
      case FontIcon icon ->
          demand(
              icon,
              on(icon.getIconColor(), ground, share),
              ground,
              SHAPES,
              "icon " + icon.getIconLiteral());
      case Text text -> words(text, ground, share);
      case Shape shape -> shape(shape, ground, share);
      case AbstractAxisParameter axis -> {
        for (Text style : List.of(axis.getTickLabelStyle(), axis.getAxisLabel())) {
          demand(axis, on(style.getFill(), ground, share), ground, WORDS, "axis");
        }
      }
      default -> {}
    }
    if (node instanceof Parent parent) {
      List<Node> children = parent.getChildrenUnmodifiable();
      for (Node child : children) walk(child, below(child, children, ground, share), share);
    }
  }

  /** What a thumb lies on: its parent, or a part of it that is painted before. */
  private static Color below(Node child, List<Node> siblings, Color ground, double share) {
    Color below = ground;
    if (!child.getStyleClass().contains("thumb")) return below;
    for (Node sibling : siblings) {
      if (sibling == child) return below;
      boolean isUnder = sibling.getBoundsInParent().contains(child.getBoundsInParent());
      if (isUnder && sibling instanceof Region region) below = ground(region, below, share);
    }
    return below;
  }

  /** A bar that scrolls is the system's business. */
  private static boolean isScrolled(Node node) {
    for (Node up = node; up != null; up = up.getParent()) {
      if (up instanceof javafx.scene.control.ScrollBar) return false;
    }
    return true;
  }

  private static Color ground(Region region, Color behind, double share) {
    Color ground = behind;
    if (region.getBackground() == null) return ground;
    for (BackgroundFill fill : region.getBackground().getFills()) {
      ground = on(fill.getFill(), ground, share);
    }
    return ground;
  }

  private void words(Text text, Color ground, double share) {
    if (text.getText().isBlank()) return;
    double size = text.getFont().getSize();
    boolean isBold = text.getFont().getName().contains("Bold");
    boolean isLarge = size >= LARGE || (isBold && size >= LARGE_BOLD);
    Color colour = on(text.getFill(), ground, share);
    demand(text, colour, ground, isLarge ? SHAPES : WORDS, "\"" + text.getText() + "\"");
  }

  private void shape(Shape shape, Color ground, double share) {
    if (shape.getStyleClass().isEmpty() || shape.getLayoutBounds().isEmpty()) return;
    double most =
        Math.max(
            ratio(on(shape.getFill(), ground, share), ground),
            ratio(on(shape.getStroke(), ground, share), ground));
    if (most < SHAPES) say(shape, shape.getStyleClass() + "", most, ground);
  }

  private void demand(Node node, Color colour, Color ground, double least, String what) {
    double ratio = ratio(colour, ground);
    if (ratio < least) say(node, what + " " + colour, ratio, ground);
  }

  private void say(Node node, String what, double ratio, Color ground) {
    Node named = node;
    while (named.getParent() != null && named.getId() == null) named = named.getParent();
    found.add(
        String.format(Locale.ROOT, "%s in %s: %.2f on %s", what, named.getId(), ratio, ground));
  }

  private static Color on(Paint paint, Color ground, double share) {
    Color colour =
        switch (paint) {
          case Color c -> c;
          case LinearGradient g -> g.getStops().getLast().getColor();
          case null, default -> Color.TRANSPARENT;
        };
    double opacity = colour.getOpacity() * share;
    return Color.color(
        ground.getRed() + opacity * (colour.getRed() - ground.getRed()),
        ground.getGreen() + opacity * (colour.getGreen() - ground.getGreen()),
        ground.getBlue() + opacity * (colour.getBlue() - ground.getBlue()));
  }

  private static double ratio(Color a, Color b) {
    double light = Math.max(luminance(a), luminance(b));
    double dark = Math.min(luminance(a), luminance(b));
    return (light + 0.05) / (dark + 0.05);
  }

  private static double luminance(Color c) {
    return 0.2126 * linear(c.getRed())
        + 0.7152 * linear(c.getGreen())
        + 0.0722 * linear(c.getBlue());
  }

  private static double linear(double c) {
    return c <= 0.03928 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
