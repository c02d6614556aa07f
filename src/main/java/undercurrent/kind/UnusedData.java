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
          KindWords.of(
              "unused.inputs",
              model.kind().id(),
              columns(set.inputChannels()),
              others(DataUse.INPUTS)));
    }
    if (isUnused(DataUse.NOISE, set.noiseChannels().length > 0)) {
      notes.add(
          KindWords.of(
              "unused.noise",
              model.kind().id(),
              columns(set.noiseChannels()),
              others(DataUse.NOISE)));
    }
    if (isUnused(DataUse.GAPS, !set.time().regular() && model.kind().isSequential())) {
      notes.add(
          KindWords.of(
              "unused.gaps",
              model.kind().id(),
              set.time().name(),
              setting(),
              others(DataUse.GAPS)));
    }
    notes.addAll(new ChannelChecks(set).notes(model.kind()));
    return notes;
  }

  private boolean isUnused(DataUse use, boolean isThere) {
    return isThere && !model.looksAt(use, set);
  }

  /** The setting by which the model would read gaps, where it has one. */
  private String setting() {
    return model.has("gaps") ? "; " + KindWords.of("unused.setting") : "";
  }

  private String others(DataUse use) {
    List<ModelKind<?>> kinds = model.catalogue().lookingAt(use, set);
    return kinds.isEmpty() ? "" : "; " + KindWords.of("unused.others", Catalogue.names(kinds));
  }

  private String columns(int[] channels) {
    return Arrays.stream(channels)
        .mapToObj(c -> KindWords.of("quoted", set.channels().get(c).name()))
        .collect(Collectors.joining(", "));
  }
}
