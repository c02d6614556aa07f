package undercurrent.model.dynamical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import undercurrent.math.DeepGolden;
import undercurrent.model.Dependencies;
import undercurrent.model.Dependencies.Asked;
import undercurrent.model.Dependencies.Change;
import undercurrent.model.deep.ChannelStatistics;
import undercurrent.model.deep.DeepMarkovModel;
import undercurrent.model.deep.DeepSettings;
import undercurrent.series.Support;
import undercurrent.settings.Settings;

/** What each model depends on, cell by cell as in {@code golden/deep/dvae_probe.json}. */
final class DependenciesTest {
  private static final JsonNode PROBES = DeepGolden.read("dvae_probe").get("models");

  @ParameterizedTest
  @EnumSource(Structure.class)
  void everyCellIsTheKnownOne(Structure structure) {
    Dependencies found = DynamicalGolden.model(structure).dependencies().orElseThrow();
    assertCells(PROBES.get(DynamicalGolden.name(structure)), found);
  }

  /** Weights as they are drawn for a new experiment show the same. */
  @ParameterizedTest
  @EnumSource(Structure.class)
  void newWeightsShowTheSame(Structure structure) {
    for (Support support : new Support[] {Support.REAL, Support.BINARY}) {
      ChannelStatistics channels = ChannelStatistics.plain(new double[2], support);
      DynamicalVae model = new DynamicalVae(structure, DynamicalSettings.USUAL, 2, channels, 1);
      assertCells(PROBES.get(DynamicalGolden.name(structure)), model.dependencies().orElseThrow());
    }
  }

  /** The deep Markov model with the network of the future depends on what DKF does. */
  @Test
  void theDeepMarkovModelIsADeepKalmanFilter() {
    DeepMarkovModel model = deep("structured_future", 0);
    assertCells(PROBES.get("DKF"), model.dependencies().orElseThrow());
  }

  /** One that reads the past depends on nothing that comes. */
  @Test
  void theNetworkOfThePastSeesThePast() {
    Dependencies found = deep("structured_past", 0).dependencies().orElseThrow();
    for (int t = 0; t < found.steps(); t++) {
      for (int s = 0; s < found.steps(); s++) {
        assertEquals(s <= t, found.has(Change.OBSERVATION, Asked.POSTERIOR, t, s));
        assertEquals(s == t - 1, found.has(Change.STATE, Asked.POSTERIOR, t, s));
      }
    }
  }

  @Test
  void statesBehindAFlowAreNotProbed() {
    assertEquals(Optional.empty(), deep("structured_future", 1).dependencies());
  }

  private static DeepMarkovModel deep(String network, int flowSteps) {
    DeepSettings settings = Settings.with(DeepSettings.defaults(), "network", network);
    settings = Settings.with(settings, "flowSteps", flowSteps);
    ChannelStatistics channels = ChannelStatistics.plain(new double[2], Support.REAL);
    return DeepMarkovModel.of(settings, channels, 1);
  }

  private static void assertCells(JsonNode expected, Dependencies found) {
    int cells = 0;
    for (Change change : Change.values()) {
      for (Asked asked : Asked.values()) {
        JsonNode table = expected.get(name(change)).get(name(asked));
        for (int t = 0; t < table.size(); t++) {
          for (int s = 0; s < table.size(); s++) {
            String cell = change + " " + asked + " t=" + (t + 1) + " s=" + (s + 1);
            assertEquals(table.get(t).get(s).intValue() == 1, found.has(change, asked, t, s), cell);
            cells++;
          }
        }
      }
    }
    assertTrue(cells == 9 * 16, "cells: " + cells);
  }

  private static String name(Change change) {
    return switch (change) {
      case OBSERVATION -> "x_s, z held fixed";
      case STATE -> "z_s, x held fixed";
      case OBSERVATION_THROUGH_STATES -> "x_s, noise held fixed";
    };
  }

  private static String name(Asked asked) {
    return switch (asked) {
      case POSTERIOR -> "q(z_t)";
      case PRIOR -> "p(z_t)";
      case EMISSION -> "p(x_t)";
    };
  }
}
