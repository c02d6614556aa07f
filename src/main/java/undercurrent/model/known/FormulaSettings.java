package undercurrent.model.known;

import undercurrent.model.ModelSettings;
import undercurrent.model.formula.Formula;
import undercurrent.settings.Knob;

/**
 * Equations that a person typed, and how they are filtered.
 *
 * @param solver of differential equations
 * @param integrationStep its usual step; 0 for a tenth of the usual time between rows
 */
public record FormulaSettings(
    @Knob(group = "model", lines = true, example = "dx/dt = -x; y = x") String formula,
    @Knob(group = "model", advanced = true) Solver solver,
    @Knob(group = "model", max = 1e9, advanced = true) double integrationStep,
    FilterSettings filtering)
    implements ModelSettings {
  /**
   * Refuses what cannot be read.
   *
   * @throws undercurrent.text.TextMistake with the place of the mistake
   */
  public FormulaSettings {
    Formula.of(formula);
  }

  /** A damped oscillator of which two parameters are learned. */
  public static FormulaSettings defaults() {
    return new FormulaSettings(Formula.EXAMPLE, Solver.RUNGE_KUTTA, 0, FilterSettings.USUAL);
  }
}
