package undercurrent.model.exact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import undercurrent.model.FitState;
import undercurrent.model.linear.BlockDiagonalSystem;
import undercurrent.model.linear.Learner;
import undercurrent.model.linear.LinearSystem;
import undercurrent.model.linear.LogLikelihood;

/**
 * A model of its own for every channel, side by side: nothing of one channel is learned from
 * another, and their log-likelihoods add up.
 */
final class IndependentChannels implements SystemKind {
  private final List<SystemKind> channels;

  /** One a channel; those that stand there more than once are learned from several together. */
  IndependentChannels(List<SystemKind> channels) {
    this.channels = List.copyOf(channels);
  }

  @Override
  public Learner learner() {
    List<Learner> learners = channels.stream().distinct().map(SystemKind::learner).toList();
    return new Learner() {
      @Override
      public void step() {
        learners.forEach(Learner::step);
      }

      @Override
      public Status status() {
        return learners.stream().allMatch(l -> l.status() == Status.CONVERGED)
            ? Status.CONVERGED
            : Status.READY;
      }

      @Override
      public LinearSystem system(int series) {
        return BlockDiagonalSystem.of(
            channels.stream().map(c -> c.learner().system(series)).toList());
      }

      @Override
      public List<Point> curve() {
        int length = learners.stream().mapToInt(l -> l.curve().size()).max().orElse(0);
        List<Point> curve = new ArrayList<>();
        for (int i = 0; i < length; i++) curve.add(new Point(0, i, sum(learners, i)));
        return curve;
      }
    };
  }

  @Override
  public Optional<String> noiseName() {
    return channels.getFirst().noiseName();
  }

  @Override
  public void write(FitState to) {
    channels.stream().distinct().forEach(c -> c.write(to));
  }

  @Override
  public void read(FitState from) {
    channels.stream().distinct().forEach(c -> c.read(from));
  }

  /** Who has converged stays where he is. */
  private static LogLikelihood sum(List<Learner> learners, int iteration) {
    double sum = 0;
    int count = 0;
    LogLikelihood last = learners.getFirst().curve().getFirst().logLikelihood();
    for (Learner learner : learners) {
      List<Learner.Point> points = learner.curve();
      last = points.get(Math.min(iteration, points.size() - 1)).logLikelihood();
      sum += last.value();
      count += last.count();
    }
    return new LogLikelihood(sum, last.convention(), count);
  }

  @Override
  public LinearSystem system(double[] times) {
    return BlockDiagonalSystem.of(channels.stream().map(c -> c.system(times)).toList());
  }

  @Override
  public List<SystemKind> apart() {
    return channels;
  }

  @Override
  public double noise(double[] times, int place) {
    return channels.get(place).noise(times, 0);
  }

  @Override
  public List<FittedQuantity.Raw> quantities() {
    List<FittedQuantity.Raw> all = new ArrayList<>();
    for (SystemKind kind : channels.stream().distinct().toList()) {
      int first = channels.indexOf(kind);
      boolean shared = channels.lastIndexOf(kind) > first;
      int channel = shared ? ExactModel.ALL : first;
      for (FittedQuantity.Raw raw : kind.quantities()) all.add(raw.of(channel));
    }
    return all;
  }

  @Override
  public String diffuseTime() {
    return channels.stream()
        .map(SystemKind::diffuseTime)
        .filter(time -> !time.isEmpty())
        .findFirst()
        .orElse("");
  }

  @Override
  public int parameterCount() {
    return channels.stream().distinct().mapToInt(SystemKind::parameterCount).sum();
  }

  @Override
  public int shapeCount() {
    return channels.getFirst().shapeCount();
  }
}
