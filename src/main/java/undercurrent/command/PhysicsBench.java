package undercurrent.command;

import undercurrent.model.Trainable;
import undercurrent.model.physics.PhysicsModel;
import undercurrent.model.physics.PhysicsSettings;
import undercurrent.series.DampedPendulums;
import undercurrent.series.Dataset;
import undercurrent.series.Split;
import undercurrent.settings.Settings;

/** A physics-guided model of damped pendulums, in its published form of two chains. */
record PhysicsBench() implements BenchSize.Bench {
  @Override
  public Dataset data(int series, int length) {
    Split all = Split.of(series, 0);
    return Dataset.of(new DampedPendulums(series, length).generate(1, all), length);
  }

  @Override
  public Trainable model(Dataset data, long seed) {
    PhysicsSettings settings = PhysicsSettings.defaults();
    return PhysicsModel.of(Settings.with(settings, "guidance", "two-chains"), data, seed);
  }
}
