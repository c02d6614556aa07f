package undercurrent.kind;

import java.util.Set;
import undercurrent.kind.ModelGraph.Box;
import undercurrent.kind.ModelGraph.Shape;
import undercurrent.model.known.FilterSettings;
import undercurrent.model.known.KnownDynamics;
import undercurrent.model.known.KnownModel;
import undercurrent.model.known.KnownSettings;
import undercurrent.series.Dataset;
import undercurrent.series.SeriesSet;

/** What kinds of built-in equations share: the noise is learned and a filter is chosen. */
abstract class KnownKind extends FilteredKind<KnownSettings> {
  private final KnownDynamics dynamics;

  KnownKind(KnownDynamics dynamics) {
    this.dynamics = dynamics;
  }

  /** Its id is the name of its dynamics with hyphens. */
  @Override
  public final String id() {
    return dynamics.name().replace(' ', '-');
  }

  @Override
  public ModelGraph graph() {
    return graph(
        ModelGraphs.start().with("startMean", "startDeviation"),
        Box.of("known-transition", Shape.MAP, "f(z)"));
  }

  @Override
  public KnownSettings defaults() {
    return KnownSettings.defaults();
  }

  @Override
  FilterSettings filtering(KnownSettings settings) {
    return settings.filtering();
  }

  /** Equations in seconds go from row to row by their times; others count rows. */
  @Override
  public Set<DataUse> looksAt(KnownSettings settings, SeriesSet set) {
    return dynamics.inSeconds() ? Set.of(DataUse.GAPS) : Set.of();
  }

  @Override
  boolean givesStart() {
    return true;
  }

  @Override
  KnownModel model(KnownSettings settings, Dataset data, long seed) {
    return KnownModel.of(dynamics, settings, data, seed);
  }
}
