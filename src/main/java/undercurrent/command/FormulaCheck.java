package undercurrent.command;

import java.util.List;
import undercurrent.model.deep.DeepSettings;
import undercurrent.model.deep.Equations;
import undercurrent.settings.Settings;

/** The system of {@link CoupledCheck}, typed as a formula. */
final class FormulaCheck implements Check {
  private static final String TYPED =
      """
      a' = 0.2*a + tanh(alpha*b) + noise
      b' = 0.2*b + sin(beta*a) + noise
      y1 = a/2 + sqrt(0.1)*noise
      y2 = b/2 + sqrt(0.1)*noise
      a(0) = 0 +- 1
      b(0) = 0 +- 1
      alpha ~ 0
      beta ~ 0
      """;

  @Override
  public String id() {
    return "formula";
  }

  @Override
  public Size size() {
    return new CoupledCheck().size();
  }

  @Override
  public List<Reached> run(CheckRun run) {
    DeepSettings settings = Settings.with(DeepSettings.defaults(), "equations", Equations.FORMULA);
    return CoupledCheck.learned(run, Settings.with(settings, "formula", TYPED));
  }
}
