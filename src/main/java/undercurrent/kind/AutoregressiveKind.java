package undercurrent.kind;

import java.util.List;
import undercurrent.model.dynamical.AutoregressiveSettings;
import undercurrent.model.dynamical.DynamicalVae;
import undercurrent.model.dynamical.Structure;
import undercurrent.series.Dataset;

/** A dynamical VAE that reads what was observed before. */
abstract class AutoregressiveKind extends DynamicalKind<AutoregressiveSettings> {
  /** What its distributions read. */
  abstract Structure structure();

  @Override
  List<String> ownKnobs() {
    return List.of("scheduledSampling");
  }

  @Override
  public AutoregressiveSettings defaults() {
    return AutoregressiveSettings.defaults();
  }

  @Override
  DynamicalVae model(AutoregressiveSettings settings, Dataset data, long seed) {
    return DynamicalVae.of(structure(), settings.sizes(), 0, data, seed)
        .readingItself(settings.scheduledSampling());
  }
}
