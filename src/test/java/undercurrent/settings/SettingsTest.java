package undercurrent.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import undercurrent.model.deep.DeepSettings;
import undercurrent.model.deep.NetworkKind;
import undercurrent.model.known.KnownSettings;
import undercurrent.training.TrainingSettings;

final class SettingsTest {
  @ParameterizedTest
  @ValueSource(classes = {DeepSettings.class, KnownSettings.class, TrainingSettings.class})
  void everySettingIsDescribed(Class<? extends Record> type) {
    for (Setting setting : Settings.of(type)) {
      assertFalse(setting.label().isBlank(), setting.key());
      assertTrue(setting.help().endsWith("."), setting.key());
      assertFalse(setting.group().equals(setting.knob().group()), setting.key());
    }
  }

  @Test
  void aTextBecomesTheValueOfItsType() {
    DeepSettings model = Settings.with(DeepSettings.defaults(), "latentSize", " 3 ");
    assertEquals(3, model.latentSize());
    model = Settings.with(model, "network", "mean-field past");
    assertEquals(NetworkKind.MEAN_FIELD_PAST, model.inference().network());
    TrainingSettings training = Settings.with(TrainingSettings.defaults(), "learningRate", "1e-3");
    assertEquals(1e-3, training.learningRate());
  }

  @ParameterizedTest
  @CsvSource({
    "latentSize, 0",
    "latentSize, two",
    "latentSize, 2.5",
    "latentSize, 1e9",
    "network, sideways",
    "filter, kalman",
    "particles, 1",
    "motionNoise, -1",
    "nothing, 1",
    "fixedNoise, NaN"
  })
  void whatIsNotAllowedIsSaidInOneSentence(String key, String value) {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                Settings.with(
                    Settings.has(KnownSettings.defaults(), key)
                        ? KnownSettings.defaults()
                        : DeepSettings.defaults(),
                    key,
                    value));
    String sentence = String.valueOf(e.getMessage());
    assertTrue(sentence.contains("'" + key + "'") && sentence.endsWith("."), sentence);
  }

  @Test
  void defaultsAreAllowedValues() {
    DeepSettings model = DeepSettings.defaults();
    for (var entry : Settings.values(model).entrySet()) {
      assertEquals(model, Settings.with(model, entry.getKey(), entry.getValue()));
    }
    TrainingSettings training = TrainingSettings.defaults();
    for (var entry : Settings.values(training).entrySet()) {
      assertEquals(training, Settings.with(training, entry.getKey(), entry.getValue()));
    }
  }
}
