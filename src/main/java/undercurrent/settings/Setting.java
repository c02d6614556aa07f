package undercurrent.settings;

/**
 * One component of a settings record, as read from its {@link Knob}.
 *
 * @param key the component's name, also its name on the command line and in the file
 * @param type {@code int}, {@code long}, {@code double}, {@code boolean}, {@code String} or an enum
 */
public record Setting(String key, Class<?> type, Knob knob) {
  public boolean isNumber() {
    return type == int.class || type == long.class || type == double.class;
  }

  public boolean isWhole() {
    return type == int.class || type == long.class;
  }
}
