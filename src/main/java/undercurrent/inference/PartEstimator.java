package undercurrent.inference;

import java.util.Optional;
import undercurrent.model.Dependencies;

/** Estimates by a model that sees a part of one series, at the rows of that series. */
final class PartEstimator implements Estimator {
  private final SeriesPart part;
  private final Estimator ofPart;

  PartEstimator(SeriesPart part, Estimator ofPart) {
    this.part = part;
    this.ofPart = ofPart;
  }

  @Override
  public Estimator level(double level) {
    ofPart.level(level);
    return this;
  }

  @Override
  public double level() {
    return ofPart.level();
  }

  @Override
  public Estimator paths(int paths) {
    ofPart.paths(paths);
    return this;
  }

  @Override
  public Online online(int series) {
    Online online = ofPart.online(series);
    return new Online(
        part.placed(online.filtered()), part.placed(online.predicted()), online.logLikelihood());
  }

  @Override
  public boolean smooths() {
    return ofPart.smooths();
  }

  @Override
  public Estimate smoothed(int series) {
    return part.placed(ofPart.smoothed(series));
  }

  @Override
  public Estimate forecast(int series, int seen, int horizon) {
    return part.placed(ofPart.forecast(series, part.row(series, seen), horizon));
  }

  @Override
  public Findings findings() {
    return ofPart.findings();
  }

  @Override
  public Optional<Degeneracy> degeneracy(int series) {
    return ofPart.degeneracy(series);
  }

  @Override
  public Optional<DensityMaps> density() {
    return ofPart.density();
  }

  @Override
  public Optional<DensityMaps> densityWeek() {
    return ofPart.densityWeek();
  }

  @Override
  public Optional<KnownNoise> noise() {
    return ofPart.noise();
  }

  @Override
  public Optional<SystemParameters> parameters() {
    return ofPart.parameters();
  }

  @Override
  public Optional<TransitionField> field(Estimate estimate) {
    return ofPart.field(part.cut(estimate));
  }

  @Override
  public Optional<Dependencies> dependencies() {
    return ofPart.dependencies();
  }

  @Override
  public Optional<GateActivation> gates(Estimate estimate) {
    return ofPart.gates(part.cut(estimate));
  }

  @Override
  public Optional<ModePath> modes(Estimate estimate) {
    return ofPart.modes(part.cut(estimate));
  }

  @Override
  public Optional<PhysicalReading> physical(Estimate estimate) {
    return ofPart.physical(part.cut(estimate));
  }

  @Override
  public Optional<Imputer> imputer(int most) {
    return ofPart.imputer(most);
  }

  @Override
  public Optional<RowTrace> trace(int series, int row, int place) {
    return ofPart.trace(series, part.row(series, row), place);
  }

  @Override
  public double logLikelihoodVariance(int series, int rows) {
    return ofPart.logLikelihoodVariance(series, rows);
  }

  @Override
  public boolean isNoisy(int place) {
    return ofPart.isNoisy(place);
  }
}
