package undercurrent.view;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import undercurrent.experiment.Experiment;
import undercurrent.inference.Estimate;
import undercurrent.kind.ChosenModel;
import undercurrent.kind.FigureCard;
import undercurrent.kind.FigureCard.Place;
import undercurrent.kind.ResultKey;
import undercurrent.kind.Results;

/** Which figures of a model stand in a place of the window. */
final class CardLists {
  private CardLists() {}

  /** Those that show how any training goes. */
  static List<FigureCard> curves(ChosenModel<?> model) {
    return model.figures().stream().filter(FigureCard::isCurve).toList();
  }

  /** Those that the settings and the data of an experiment have something for. */
  static List<FigureCard> of(Experiment experiment, Place place) {
    return experiment.model().figures().stream()
        .filter(c -> c.place() == place && c.isOfferedFor(experiment.data()))
        .toList();
  }

  static Optional<FigureCard> first(List<FigureCard> cards, Place place) {
    return cards.stream().filter(c -> c.place() == place).findFirst();
  }

  /** Those that can be drawn from results. */
  static Stream<FigureCard> possible(List<FigureCard> cards, Place place, Results results) {
    return cards.stream().filter(c -> c.place() == place && c.isPossible(results));
  }

  /** The plane of a state of one dimension, unless it shows what its transition does. */
  static boolean saysNothing(FigureCard card, Results results) {
    return card.id().equals("phase")
        && isOne(results.need(ResultKey.SMOOTHED))
        && results.get(ResultKey.FIELD).isEmpty();
  }

  private static boolean isOne(Estimate estimate) {
    return estimate.length() > 0 && estimate.latent().size() == 1;
  }
}
