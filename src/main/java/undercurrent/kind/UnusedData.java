package undercurrent.kind;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import undercurrent.series.SeriesSet;

/**
 * The parts of a file that a kind of model does not use or can learn nothing from, each as a
 * sentence for a person.
 */
public record UnusedData(ChosenModel<?> model, SeriesSet set) {

  /** Empty when all of the file is used. */
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    if (isUnused(DataUse.INPUTS, set.inputChannels().length > 0)) {
      notes.add(
          "The %s model does not use %s%s."
              .formatted(
                  model.kind().id(),
                  columns("the input", set.inputChannels()),
                  others(DataUse.INPUTS)));
    }
    if (isUnused(DataUse.NOISE, set.noiseChannels().length > 0)) {
      notes.add(
          "The %s model does not use %s and learns a noise of its own%s."
              .formatted(
                  model.kind().id(),
                  columns("the measurement noise in", set.noiseChannels()),
                  others(DataUse.NOISE)));
    }
    if (isUnused(DataUse.GAPS, !set.time().regular() && model.kind().isSequential())) {
      notes.add(
          "The %s model counts rows and does not use that the gaps of '%s' are uneven%s%s."
              .formatted(model.kind().id(), set.time().name(), setting(), others(DataUse.GAPS)));
    }
    notes.addAll(new ChannelChecks(set).notes(model.kind()));
    return notes;
  }

  private boolean isUnused(DataUse use, boolean isThere) {
    return isThere && !model.looksAt(use, set);
  }

  /** The setting by which the model would read gaps, where it has one. */
  private String setting() {
    return model.has("gaps") ? "; set 'gaps' to true, and it reads how long they are" : "";
  }

  private String others(DataUse use) {
    List<ModelKind<?>> kinds = model.catalogue().lookingAt(use, set);
    return kinds.isEmpty() ? "" : "; kinds that do: " + Catalogue.names(kinds);
  }

  private String columns(String what, int[] channels) {
    return what
        + " "
        + Arrays.stream(channels)
            .mapToObj(c -> "'" + set.channels().get(c).name() + "'")
            .collect(Collectors.joining(", "));
  }
}
