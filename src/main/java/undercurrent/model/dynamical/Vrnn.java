package undercurrent.model.dynamical;

import java.util.Optional;
import undercurrent.math.Linear;
import undercurrent.math.Lstm;
import undercurrent.math.Parameters;
import undercurrent.math.Randomness;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.Conditioning;
import undercurrent.model.Normal;
import undercurrent.model.PathObjective;
import undercurrent.model.Posterior;
import undercurrent.model.Rollout;
import undercurrent.model.SequenceModel;
import undercurrent.model.deep.ChannelStatistics;
import undercurrent.model.deep.ElboObjective;
import undercurrent.model.deep.Emission;
import undercurrent.model.deep.EmissionParts;
import undercurrent.model.deep.Trunk;
import undercurrent.series.Dataset;

/**
 * A variational recurrent neural network (Chung et al., "A Recurrent Latent Variable Model for
 * Sequential Data", NeurIPS 2015). With vₜ = [xₜ ⊙ mₜ, mₜ] and h₁ = 0:
 *
 * <pre>
 *   prior              zₜ ~ N(μ(hₜ), σ²(hₜ))
 *   emission           xₜ ~ p(xₜ|zₜ, hₜ)
 *   memory             hₜ₊₁ = LSTM([vₜ, zₜ], hₜ)
 *   inference network  q(zₜ|x₁:ₜ) = N(μ(vₜ, hₜ), σ²(vₜ, hₜ))
 * </pre>
 *
 * @param units H, of the memory
 */
public record Vrnn(
    Parameters parameters,
    int observationSize,
    int latentSize,
    int units,
    Lstm memory,
    TanhHead prior,
    TanhHead posterior,
    Emission emission)
    implements SequenceModel {

  /** A model for a data set with freshly drawn weights. */
  public static Vrnn of(VrnnSettings settings, Dataset data, long seed) {
    return of(settings, ChannelStatistics.of(data), seed);
  }

  /** A model with freshly drawn weights. */
  public static Vrnn of(VrnnSettings settings, ChannelStatistics channels, long seed) {
    Parameters parameters = new Parameters();
    Randomness random = Randomness.of(seed).named("weights");
    int size = channels.size();
    int seen = 2 * size;
    int z = settings.latentSize();
    int h = settings.hiddenUnits();
    double floor = settings.deviationFloor();
    Lstm memory = new Lstm(parameters, "shared", seen + z, h, random);
    TanhHead prior = new TanhHead(parameters, "prior", h, h, z, floor, random);
    TanhHead posterior = new TanhHead(parameters, "posterior", seen + h, h, z, floor, random);
    Linear hidden = new Linear(parameters, "emission.hidden", z + h, h, random);
    EmissionParts parts =
        new EmissionParts(
            parameters, settings.emission(), floor, new Decoder(hidden, h), channels, random);
    Emission emission = parts.emission();
    return new Vrnn(parameters, size, z, h, memory, prior, posterior, emission);
  }

  /** One tanh layer. */
  private record Decoder(Linear hidden, int units) implements Trunk {
    @Override
    public Value record(Tape tape, Value z) {
      return hidden.recordTanh(tape, z);
    }
  }

  /**
   * The recursion on a tape.
   *
   * @param q of each step on the path drawn, {@code [T·B × Z]}
   * @param z the path, {@code [T·B × Z]}
   * @param h the memory that each step starts from, {@code [T·B × H]}
   * @param c its cell, {@code [T·B × H]}
   */
  record Path(Normal q, Value z, Value h, Value c) {}

  /** Records q and a sample of it. */
  Path recordPath(Tape tape, Value seen, Value active, Value noise, int steps) {
    int rows = seen.rows();
    int batch = rows / steps;
    int width = seen.columns();
    Value input = tape.block(rows, width + latentSize);
    Value known = tape.block(rows, width + units);
    tape.copy(seen, 0, input, 0, width);
    tape.copy(seen, 0, known, 0, width);
    Value z = tape.block(rows, latentSize);
    TanhHead.Steps q = posterior.steps(tape, known);
    Lstm.Stepwise lstm = memory.stepwise(tape, input, active, steps);
    for (int t = 0; t < steps; t++) {
      int from = t * batch;
      tape.copy(lstm.before().rows(from, batch), 0, known.rows(from, batch), width, units);
      q.record(from, batch);
      Value mean = q.all().mean().rows(from, batch);
      Value sd = q.all().sd().rows(from, batch);
      Value drawn = tape.sample(mean, sd, noise.rows(from, batch), z.rows(from, batch));
      tape.copy(drawn, 0, input.rows(from, batch), width, latentSize);
      lstm.record(t);
    }
    return new Path(q.all(), z, lstm.before(), lstm.cellBefore());
  }

  @Override
  public Conditioning conditioning() {
    return Conditioning.FILTERED;
  }

  @Override
  public ElboObjective record(Tape tape, int steps, int batch) {
    return new VrnnObjective(this, tape, steps, batch);
  }

  @Override
  public Optional<PathObjective> recordPaths(Tape tape, int steps, int batch) {
    return Optional.of(record(tape, steps, batch).withWeights());
  }

  @Override
  public Rollout rollout(int rows) {
    return new VrnnRollout(this, rows);
  }

  @Override
  public Posterior posterior(int steps, int paths) {
    return new VrnnPosterior(this, steps, paths);
  }
}
