package undercurrent.model.dynamical;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import undercurrent.math.Tape;
import undercurrent.math.Value;
import undercurrent.model.EmittedRows;
import undercurrent.model.Normal;
import undercurrent.model.Rollout;
import undercurrent.model.deep.RecordedEmission;
import undercurrent.model.dynamical.Part.Layer;

/**
 * The generative half of a dynamical VAE, step by step; see {@link StateLayout} for a state. Where
 * the emission reads states to come, as that of RVAE does, each step is emitted as the last step of
 * a series is: nothing is known of what comes.
 */
final class DynamicalRollout implements Rollout {
  private final DynamicalVae model;
  private final Structure structure;
  private final int rows;
  private final StateLayout layout;
  private final List<LayerStep> before = new ArrayList<>();
  private final List<LayerStep> after = new ArrayList<>();
  private final Tape priorTape;
  private final Value priorInput;
  private final Optional<Normal> prior;
  private final RecordedEmission emission;
  private final Value read;

  DynamicalRollout(DynamicalVae model, int rows) {
    this.model = model;
    this.rows = rows;
    structure = model.structure();
    layout = StateLayout.of(model);
    for (Layer layer : layout.layers()) {
      LayerStep step = new LayerStep(model, layout, layer, rows);
      (step.isBeforeState() ? before : after).add(step);
    }
    priorTape = new Tape(model.parameters(), false);
    priorInput = priorTape.input(rows, model.width(structure.prior()));
    prior = model.prior().map(head -> head.record(priorTape, priorInput));
    int width = model.width(structure.emission());
    int size = model.observationSize();
    emission = new RecordedEmission(model.parameters(), model.emission(), rows, width, size);
    read = priorTape.input(rows, width);
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int latentSize() {
    return model.latentSize();
  }

  @Override
  public int stateSize() {
    return layout.size();
  }

  @Override
  public boolean readsObservations() {
    return structure.readsObservations();
  }

  @Override
  public void start(Step first, float[] noise, float[] state) {
    Arrays.fill(state, 0f);
    int z = model.stateSize();
    int all = model.latentSize();
    for (int row = 0; row < rows; row++) {
      System.arraycopy(noise, row * all + z, state, row * layout.size() + z, all - z);
    }
    move(first, noise, state, true);
  }

  @Override
  public void step(Step next, float[] noise, float[] state) {
    move(next, noise, state, false);
  }

  private void move(Step next, float[] noise, float[] state, boolean isFirst) {
    for (LayerStep layer : before) {
      if (!isFirst || layer.readsFirstStep()) layer.move(next, state);
    }
    if (prior.isEmpty() || (isFirst && structure.startsStandard())) draw(noise, state);
    else draw(prior.get(), noise, state);
    for (LayerStep layer : after) layer.move(next, state);
  }

  /** zₜ ~ N(0, I). */
  private void draw(float[] noise, float[] state) {
    int z = model.stateSize();
    for (int row = 0; row < rows; row++) {
      System.arraycopy(noise, row * model.latentSize(), state, row * layout.size(), z);
    }
  }

  /** zₜ ~ p(zₜ|·). */
  private void draw(Normal p, float[] noise, float[] state) {
    fill(structure.prior(), state, priorInput);
    priorTape.forward();
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < model.stateSize(); i++) {
        state[row * layout.size() + i] =
            p.mean().get(row, i) + p.sd().get(row, i) * noise[row * model.latentSize() + i];
      }
    }
  }

  private void fill(List<Part> parts, float[] state, Value to) {
    for (int row = 0; row < rows; row++) {
      int column = 0;
      for (Part part : parts) {
        layout.read(part, state, row * layout.size(), to, row, column);
        column += model.width(part);
      }
    }
  }

  @Override
  public EmittedRows emit(float[] state) {
    fill(structure.emission(), state, read);
    return emission.emit(read.data());
  }
}
