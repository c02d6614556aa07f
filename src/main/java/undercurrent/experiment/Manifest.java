package undercurrent.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import undercurrent.edit.Revision;
import undercurrent.series.Channel;
import undercurrent.series.FrameShape;
import undercurrent.series.Part;
import undercurrent.series.Series;
import undercurrent.series.SeriesSet;
import undercurrent.series.StampForm;
import undercurrent.series.TimeAxis;
import undercurrent.settings.Settings;
import undercurrent.training.Training;

/**
 * The readable part of an experiment file, {@code experiment.json}; the numbers lie beside it.
 *
 * @param format always {@link #FORMAT}
 * @param version of the format; a file with a newer one is refused. Version 1 had the settings of
 *     all kinds, version 2 has those of the experiment's kind, version 3 is written for films,
 *     version 4 for data that were edited
 * @param checkpoint none before the first step, else one
 * @param edits what was changed by hand in the rows, which lie there as they were read
 * @param learnedEdits those that the training began with
 */
record Manifest(
    String format,
    int version,
    Data data,
    Map<String, Object> model,
    Map<String, Object> training,
    List<Progress> checkpoint,
    Map<String, String> view,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<StoredEdit> edits,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<StoredEdit> learnedEdits) {
  static final String FORMAT = "undercurrent experiment";
  static final int VERSION = 4;
  private static final int WITHOUT_EDITS = 3;
  private static final int WITHOUT_FILMS = 2;

  Manifest {
    // A list with a null in it is damage, noticed while the JSON is read.
    checkpoint = List.copyOf(checkpoint);
    edits = List.copyOf(edits);
    learnedEdits = List.copyOf(learnedEdits);
  }

  /** Of an experiment as it is. */
  static Manifest of(Experiment experiment) {
    SeriesSet set = experiment.data();
    return new Manifest(
        FORMAT,
        version(experiment),
        new Data(
            set.name(),
            set.channels(),
            Time.of(set.time()),
            set.series().stream().map(Series::name).toList(),
            set.split().bySeries(),
            set.split().trainingFraction(),
            set.split().validationFraction(),
            set.frame().stream().toList()),
        experiment.model().values(),
        Settings.values(experiment.training()),
        experiment.checkpoint().stream()
            .map(
                c ->
                    new Progress(
                        c.epoch(),
                        c.step(),
                        c.batch(),
                        c.best().length > 0,
                        c.bestElbo(),
                        c.bestEpoch(),
                        c.waited(),
                        c.sums(),
                        c.status()))
            .toList(),
        new TreeMap<>(experiment.view()),
        StoredEdit.all(experiment.revision().edits()),
        StoredEdit.all(experiment.revision().learned()));
  }

  /** The oldest version that holds all of it, so that earlier programs read what they can. */
  private static int version(Experiment experiment) {
    Revision revision = experiment.revision();
    if (revision.isEdited() || revision.isAhead()) return VERSION;
    return FrameTensors.hold(revision.original()) ? WITHOUT_EDITS : WITHOUT_FILMS;
  }

  /**
   * A series set without its rows.
   *
   * @param frame none, or the frame that the observed channels are together
   */
  record Data(
      String name,
      List<Channel> channels,
      Time time,
      List<String> series,
      List<Part> splitBySeries,
      double trainingFraction,
      double validationFraction,
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FrameShape> frame) {
    Data {
      frame = List.copyOf(frame);
    }
  }

  /** A time axis; its calendar is found from the times of the rows. Origin and form came later. */
  record Time(String name, String unit, boolean isDate, boolean regular, String form, long origin) {
    static Time of(TimeAxis axis) {
      return new Time(
          axis.name(),
          axis.unit(),
          axis.isDate(),
          axis.regular(),
          axis.stamps().text(),
          axis.origin());
    }

    TimeAxis axis() {
      return new TimeAxis(name, unit, isDate, regular).written(new StampForm(form)).from(origin);
    }
  }

  /** A checkpoint without its weights. */
  record Progress(
      int epoch,
      long step,
      int batch,
      boolean hasBest,
      double bestElbo,
      int bestEpoch,
      int waited,
      double[] sums,
      Training.Status status) {
    Progress {
      if (epoch < 0 || step < 0 || batch < 0 || waited < 0) {
        throw new IllegalArgumentException("A count is negative.");
      }
    }
  }
}
