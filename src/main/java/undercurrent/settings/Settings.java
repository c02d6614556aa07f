package undercurrent.settings;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import undercurrent.text.Visible;

/** Reads and changes settings records through their {@link Knob}s. */
public final class Settings {
  private Settings() {}

  /** The settings of a record type and of the records inside it, in the order they are declared. */
  public static List<Setting> of(Class<? extends Record> type) {
    return leaves(type)
        .filter(c -> c.isAnnotationPresent(Knob.class))
        .map(c -> new Setting(c.getName(), c.getType(), c.getAnnotation(Knob.class)))
        .toList();
  }

  private static Stream<RecordComponent> leaves(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .flatMap(c -> c.getType().isRecord() ? leaves(c.getType()) : Stream.of(c));
  }

  /** The values of a record and of the records inside it by key, in the order they are declared. */
  public static Map<String, Object> values(Record settings) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (RecordComponent component : settings.getClass().getRecordComponents()) {
      Object value = read(settings, component);
      if (value instanceof Record group) values.putAll(values(group));
      else values.put(component.getName(), value);
    }
    return values;
  }

  /**
   * The same settings with one of them changed.
   *
   * @param key a name, or what {@link Formerly} says that it was
   * @param value a number, a boolean, an enum constant, or the text of one (case does not matter)
   * @throws IllegalArgumentException one sentence naming the setting, the value and what is allowed
   */
  public static <R extends Record> R with(R settings, String key, Object value) {
    RecordComponent[] components = settings.getClass().getRecordComponents();
    Object[] arguments = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    boolean found = false;
    for (int i = 0; i < components.length; i++) {
      RecordComponent component = components[i];
      types[i] = component.getType();
      arguments[i] = read(settings, component);
      if (isNamed(component, key)) {
        found = true;
        arguments[i] = converted(component, value);
      } else if (arguments[i] instanceof Record group && has(group, key)) {
        found = true;
        arguments[i] = with(group, key, value);
      }
    }
    if (!found) {
      throw new IllegalArgumentException(
          Words.of(
              "settings.unknown", Visible.name(key), String.join(", ", values(settings).keySet())));
    }
    try {
      @SuppressWarnings("unchecked")
      R changed = (R) constructor(settings, types).newInstance(arguments);
      return changed;
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException cause) throw cause;
      throw new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Constructor<?> constructor(Record settings, Class<?>... types)
      throws NoSuchMethodException {
    Constructor<?> constructor = settings.getClass().getDeclaredConstructor(types);
    // A record may be nested in a class that is not public.
    constructor.setAccessible(true);
    return constructor;
  }

  /** The value of one setting. */
  public static Object value(Record settings, String key) {
    Object value = values(settings).get(key);
    if (value == null) throw new IllegalArgumentException("There is no setting '" + key + "'.");
    return value;
  }

  /** True when the record has a setting of this name, or had one. */
  public static boolean has(Record settings, String key) {
    return leaves(settings.getClass()).anyMatch(c -> isNamed(c, key));
  }

  /**
   * Refuses a setting that does nothing beside the others.
   *
   * @param owner of the settings, inside a sentence
   * @throws IllegalArgumentException one sentence that says with which others it counts
   */
  public static void requireEffect(Record settings, String key, String owner) {
    for (Setting setting : of(settings.getClass())) {
      if (!setting.key().equals(key) || setting.matters(settings)) continue;
      throw new IllegalArgumentException(
          Words.of("settings.noEffect", key, owner, Conditions.words(setting.knob().when()), key));
    }
  }

  /** The settings {@code to} with what {@code from} says under the same keys of the same type. */
  public static <R extends Record> R carried(Record from, R to) {
    R settings = to;
    Map<String, Object> own = values(to);
    for (Map.Entry<String, Object> entry : values(from).entrySet()) {
      Object before = own.get(entry.getKey());
      if (before == null || before.getClass() != entry.getValue().getClass()) continue;
      if (!isCarried(to, entry.getKey())) continue;
      try {
        settings = with(settings, entry.getKey(), entry.getValue());
      } catch (IllegalArgumentException outOfRange) {
        // The kind's own default stays.
      }
    }
    return settings;
  }

  private static boolean isCarried(Record settings, String key) {
    return of(settings.getClass()).stream()
        .filter(s -> s.key().equals(key))
        .allMatch(s -> s.knob().carried());
  }

  /**
   * A value as it is written: a choice with small letters and hyphens, a number without needless
   * digits.
   */
  public static String text(Object value) {
    return switch (value) {
      case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
      case Double number -> plain(number);
      default -> String.valueOf(value);
    };
  }

  private static boolean isNamed(RecordComponent component, String key) {
    if (component.getType().isRecord()) return false;
    Formerly old = component.getAnnotation(Formerly.class);
    return component.getName().equals(key) || (old != null && old.value().equals(key));
  }

  private static Object read(Record settings, RecordComponent component) {
    try {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(settings);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Object converted(RecordComponent component, Object value) {
    Class<?> type = component.getType();
    String text = String.valueOf(value).trim();
    if (type.isEnum()) {
      return constant(component, text);
    }
    if (type == boolean.class) {
      if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
        return Boolean.valueOf(text);
      }
      throw refused(component, text, Words.of("allowed.truth"));
    }
    // Blanks before it belong to the places in it.
    if (type == String.class) return written(component, String.valueOf(value));
    double number;
    try {
      number = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw refused(component, text, Words.of("allowed.number"));
    }
    Knob knob = component.getAnnotation(Knob.class);
    boolean whole = type != double.class;
    if (!Double.isFinite(number) || (whole && number != Math.rint(number))) {
      throw refused(
          component, text, whole ? Words.of("allowed.whole") : Words.of("allowed.number"));
    }
    if (knob != null && (number < knob.min() || number > knob.max())) {
      throw refused(
          component,
          text,
          Words.of("allowed.range", plain(knob.min(), whole), plain(knob.max(), whole)));
    }
    if (type == int.class) return (int) number;
    if (type == long.class) return text.matches("[-+]?\\d+") ? Long.parseLong(text) : (long) number;
    return number;
  }

  private static String written(RecordComponent component, String text) {
    Knob knob = component.getAnnotation(Knob.class);
    if (knob != null && knob.lines()) return text.stripTrailing();
    String dense = text.trim().replace(" ", "");
    if (knob == null || dense.matches(knob.pattern())) return dense;
    throw refused(component, text.trim(), Words.of("allowed.written", knob.example()));
  }

  private static Object constant(RecordComponent component, String text) {
    Object[] constants = component.getType().getEnumConstants();
    String wanted = text.replace('-', '_').replace(' ', '_');
    for (Object constant : constants) {
      String name = ((Enum<?>) constant).name();
      if (name.equalsIgnoreCase(wanted) || wanted.equalsIgnoreCase(formerly(component, name))) {
        return constant;
      }
    }
    throw refused(
        component,
        text,
        Words.of(
            "allowed.choice",
            String.join(", ", Arrays.stream(constants).map(Settings::text).toList())));
  }

  /** Its name of old, or none. */
  private static String formerly(RecordComponent component, String name) {
    try {
      Formerly old = component.getType().getField(name).getAnnotation(Formerly.class);
      return old == null ? "" : old.value();
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(e);
    }
  }

  private static IllegalArgumentException refused(
      RecordComponent component, String text, String wanted) {
    return new IllegalArgumentException(
        Words.of("settings.refused", component.getName(), Visible.name(text), wanted));
  }

  static String plain(double number, boolean whole) {
    if (number == Double.MAX_VALUE) return Words.of("allowed.larger");
    return whole ? Long.toString((long) number) : plain(number);
  }

  /** A number without needless digits. */
  public static String plain(double number) {
    boolean isWhole = number == Math.rint(number) && Math.abs(number) < 1e12;
    return isWhole ? Long.toString((long) number) : Double.toString(number);
  }
}
