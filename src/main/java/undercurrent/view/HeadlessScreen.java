package undercurrent.view;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.nio.ByteBuffer;

/**
 * JavaFX's headless platform has one screen of 1000 × 1000 (JDK-8364201), too small for our window;
 * this puts a larger one in its place. Where that is not possible, the small one stays.
 */
final class HeadlessScreen {
  private static final System.Logger LOG = System.getLogger(HeadlessScreen.class.getName());
  private static final int WIDTH = 2000;
  private static final int HEIGHT = 1200;
  private static final int BYTES_A_PIXEL = 4;
  private static final int DOTS_PER_INCH = 96;

  private HeadlessScreen() {}

  static void enlarge() {
    try {
      Object application =
          Class.forName("com.sun.glass.ui.Application").getMethod("GetApplication").invoke(null);
      Class<?> type = Class.forName("com.sun.glass.ui.Screen");
      Object screen =
          type.getConstructors()[0].newInstance(
              0L,
              32,
              0,
              0,
              WIDTH,
              HEIGHT,
              0,
              0,
              WIDTH,
              HEIGHT,
              0,
              0,
              WIDTH,
              HEIGHT,
              DOTS_PER_INCH,
              DOTS_PER_INCH,
              1f,
              1f,
              1f,
              1f);
      Object screens = Array.newInstance(type, 1);
      Array.set(screens, 0, screen);
      set(application, "screens", screens);
      set(application, "frameBuffer", ByteBuffer.allocate(WIDTH * HEIGHT * BYTES_A_PIXEL));
      type.getMethod("notifySettingsChanged").invoke(null);
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.log(System.Logger.Level.DEBUG, "The headless screen stays small.", e);
    }
  }

  private static void set(Object object, String name, Object value)
      throws ReflectiveOperationException {
    Field field = object.getClass().getDeclaredField(name);
    field.setAccessible(true);
    field.set(object, value);
  }
}
