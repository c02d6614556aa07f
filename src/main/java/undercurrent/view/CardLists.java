package undercurrent.view;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import undercurrent.experiment.Experiment;
import undercurrent.kind.ChosenModel;
import undercurrent.kind.FigureCard;
import undercurrent.kind.FigureCard.Place;
import undercurrent.kind.ResultKey;
import undercurrent.kind.Results;

/** Which figures of a model stand in a place of the window. */
final class CardLists {
  private CardLists() {}

  static List<FigureCard> of(ChosenModel<?> model, Place place) {
    return model.figures().stream().filter(c -> c.place() == place).toList();
  }

  /** Those that the data of an experiment do not refuse. */
  static List<FigureCard> ofSet(Experiment experiment, Place place) {
    Results data = Results.NONE.and(ResultKey.SET, experiment.data());
    return experiment.model().figures().stream()
        .filter(c -> c.place() == place && c.refusal().apply(data).isEmpty())
        .toList();
  }

  static Optional<FigureCard> first(List<FigureCard> cards, Place place) {
    return cards.stream().filter(c -> c.place() == place).findFirst();
  }

  /** Those that can be drawn from results. */
  static Stream<FigureCard> possible(List<FigureCard> cards, Place place, Results results) {
    return cards.stream().filter(c -> c.place() == place && c.isPossible(results));
  }
}
