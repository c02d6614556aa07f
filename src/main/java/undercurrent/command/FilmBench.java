package undercurrent.command;

import java.util.function.BiFunction;
import undercurrent.model.Trainable;
import undercurrent.model.kvae.KalmanVae;
import undercurrent.model.kvae.KalmanVaeSettings;
import undercurrent.series.Dataset;
import undercurrent.series.Generator;
import undercurrent.settings.Settings;

/**
 * A Kalman VAE with convolutions.
 *
 * @param modes K; of a single one the variances are learned too
 * @param latent n, of the state
 * @param encoding m
 * @param film of a number of clips and of frames a clip
 */
record FilmBench(int modes, int latent, int encoding, BiFunction<Integer, Integer, Generator> film)
    implements BenchSize.Bench {
  @Override
  public Trainable model(Dataset data, long seed) {
    KalmanVaeSettings model = KalmanVaeSettings.defaults();
    model = Settings.with(model, "modes", modes);
    model = Settings.with(model, "latentSize", latent);
    model = Settings.with(model, "encodingSize", encoding);
    model = Settings.with(model, "hiddenUnits", 64);
    model = Settings.with(model, "mixingUnits", 50);
    model = Settings.with(model, "learnedNoise", modes == 1);
    return KalmanVae.of(model, data, seed);
  }

  @Override
  public Dataset data(int series, int length) {
    return Dataset.of(film.apply(series, length).generate(1), length);
  }
}
