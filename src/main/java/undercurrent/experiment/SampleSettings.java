package undercurrent.experiment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;

/** A properties file of this package whose keys are {@code NAME.SETTING}. */
record SampleSettings(Properties all) {
  static SampleSettings read(String file) {
    Properties properties = new Properties();
    try (InputStream in = SampleSettings.class.getResourceAsStream(file)) {
      properties.load(Objects.requireNonNull(in, file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new SampleSettings(properties);
  }

  /** The settings of a name, by their keys. */
  Map<String, String> of(String name) {
    String prefix = name + ".";
    Map<String, String> own = new TreeMap<>();
    for (String key : all.stringPropertyNames()) {
      if (key.startsWith(prefix)) own.put(key.substring(prefix.length()), all.getProperty(key));
    }
    return own;
  }
}
