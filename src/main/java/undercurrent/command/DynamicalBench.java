package undercurrent.command;

import java.util.Optional;
import undercurrent.model.Trainable;
import undercurrent.model.dynamical.AutoregressiveSettings;
import undercurrent.model.dynamical.DynamicalSettings;
import undercurrent.model.dynamical.DynamicalVae;
import undercurrent.model.dynamical.Structure;
import undercurrent.series.Dataset;
import undercurrent.settings.Settings;

/** A dynamical VAE of three channels and four states, trained on noise. */
record DynamicalBench(Structure structure, int units) implements BenchSize.Bench {
  @Override
  public Dataset data(int series, int length) {
    return MarkovBench.noise(3, false, Optional.empty(), series, length);
  }

  @Override
  public Trainable model(Dataset data, long seed) {
    DynamicalSettings sizes = AutoregressiveSettings.defaults().sizes();
    sizes = Settings.with(sizes, "latentSize", 4);
    return DynamicalVae.of(structure, Settings.with(sizes, "hiddenUnits", units), 0, data, seed);
  }
}
