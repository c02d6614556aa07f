package undercurrent.view;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import undercurrent.edit.Revision;
import undercurrent.experiment.Experiment;
import undercurrent.figure.Figure;
import undercurrent.figure.SteadyAxes;
import undercurrent.kind.FigureCard;
import undercurrent.kind.Results;
import undercurrent.picture.FigureFiles;
import undercurrent.picture.FilmFiles;
import undercurrent.picture.GifWriter;
import undercurrent.picture.Sheet;
import undercurrent.session.ReplayEstimates;
import undercurrent.session.Viewpoint;
import undercurrent.training.Curve;
import undercurrent.training.CurvePoint;
import undercurrent.training.Moment;

/**
 * The replay of a training as pictures, one for each kept epoch, with the same axes in all of them.
 * It is made away from the screen's thread.
 *
 * @param revision the data as they are now
 * @param moments that are shown, from the first to the last
 * @param cards of the figures
 */
record ReplayFilm(
    Experiment experiment,
    Revision revision,
    Curve curve,
    List<Moment> moments,
    Viewpoint viewpoint,
    int channel,
    List<FigureCard> cards,
    boolean dark) {
  /** The figures of each moment. */
  List<List<Figure>> frames(BooleanSupplier isCancelled, IntConsumer done) {
    List<List<Figure>> frames = new ArrayList<>();
    ReplayEstimates.each(
        experiment,
        moments,
        viewpoint,
        isCancelled,
        beliefs -> {
          Curve until = until(beliefs.epoch());
          Results results = ShownResults.of(revision, channel, until, beliefs, List.of());
          List<Figure> figures = new ArrayList<>();
          for (FigureCard card : cards) {
            if (card.isDrawn() && card.isPossible(results)) {
              figures.add(at(card.figure(results), beliefs.epoch()));
            }
          }
          frames.add(figures);
          done.accept(frames.size());
        });
    return steady(frames);
  }

  private Curve until(int epoch) {
    List<CurvePoint> points = curve.stream().filter(p -> p.epoch() <= epoch).toList();
    return Curve.of(curve.criterion(), points);
  }

  private static Figure at(Figure figure, int epoch) {
    return figure.titled(
        figure.title() + ", " + Words.of("figure.epoch", Integer.toString(epoch)),
        figure.summary());
  }

  /** The ranges of each figure are those that it needs over all moments. */
  private List<List<Figure>> steady(List<List<Figure>> frames) {
    int most = frames.stream().mapToInt(List::size).min().orElse(0);
    List<List<Figure>> all = new ArrayList<>();
    for (int i = 0; i < frames.size(); i++) all.add(new ArrayList<>());
    for (int f = 0; f < most; f++) {
      int place = f;
      List<Figure> one = frames.stream().map(frame -> frame.get(place)).toList();
      List<Figure> same = SteadyAxes.of(one, FigureFiles.WIDTH, FigureFiles.HEIGHT);
      for (int i = 0; i < same.size(); i++) all.get(i).add(same.get(i));
    }
    return all;
  }

  /** A picture of the figures of a moment. */
  BufferedImage picture(List<Figure> figures) {
    return Sheet.image(figures, dark);
  }

  private BufferedImage picture(List<Figure> figures, BooleanSupplier isCancelled) {
    if (isCancelled.getAsBoolean()) throw new CancellationException();
    return picture(figures);
  }

  /**
   * Writes an animated GIF, whole or not at all.
   *
   * @throws CancellationException when it was cancelled
   */
  void writeGif(Path file, BooleanSupplier isCancelled, IntConsumer done) throws IOException {
    List<List<Figure>> frames = frames(isCancelled, done);
    GifWriter.write(frames.stream().map(f -> picture(f, isCancelled)).iterator(), file);
  }

  /**
   * Writes a new folder of numbered pictures, whole or not at all.
   *
   * @throws CancellationException when it was cancelled
   */
  void writePictures(Path folder, BooleanSupplier isCancelled, IntConsumer done)
      throws IOException {
    List<List<Figure>> frames = frames(isCancelled, done);
    FilmFiles.writePictures(frames.size(), i -> picture(frames.get(i), isCancelled), folder);
  }
}
