package undercurrent.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import undercurrent.settings.Settings;

class TrainingSettingsTest {
  /** A rate that falls at the end of a training depends on how many epochs it has. */
  @ParameterizedTest
  @CsvSource({
    "0, epochs, 900, true",
    "0.5, epochs, 900, false",
    "0, learningRate, 0.001, false",
    "0.5, klLength, 7, false",
    "0.5, epochs, 400, true"
  })
  void moreEpochsAloneGoOn(double rateFall, String key, String value, boolean goesOn) {
    TrainingSettings before = Settings.with(TrainingSettings.defaults(), "rateFall", rateFall);
    assertEquals(goesOn, Settings.with(before, key, value).goesOn(before));
  }
}
