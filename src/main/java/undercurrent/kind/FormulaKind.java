package undercurrent.kind;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import undercurrent.kind.ModelGraph.Box;
import undercurrent.kind.ModelGraph.Shape;
import undercurrent.model.formula.Formula;
import undercurrent.model.known.FilterSettings;
import undercurrent.model.known.FormulaSettings;
import undercurrent.model.known.FormulaSystem;
import undercurrent.model.known.KnownModel;
import undercurrent.series.Dataset;
import undercurrent.series.SeriesSet;
import undercurrent.settings.Settings;

/** Equations that a person types, with parameters that are given or learned. */
final class FormulaKind extends FilteredKind<FormulaSettings> {
  @Override
  public String id() {
    return "formula";
  }

  @Override
  public Card card() {
    return Card.of(
        id(),
        "known",
        "S. Särkkä and L. Svensson, Bayesian Filtering and Smoothing, 2nd edition, 2023.",
        Card.equation(
            "\\frac{dz}{dt} = f_\\theta(z, u, t) + w(t) \\quad\\mathrm{or}\\quad z_t ="
                + " f_\\theta(z_{t-1}, u_t, t) + \\mathcal{N}(0, Q)",
            "dz/dt = f(z, u, t) + w(t)   or   zₜ = f(zₜ₋₁, uₜ, t) + N(0, Q)"),
        Card.equation(
            "x_t = h_\\theta(z_t, u_t, t) + \\mathcal{N}(0, R)", "xₜ = h(zₜ, uₜ, t) + N(0, R)"));
  }

  @Override
  public ModelGraph graph() {
    return graph(
        ModelGraphs.start(),
        Box.of("typed-transition", Shape.MAP, "f(z)").with("formula", "solver", "integrationStep"));
  }

  @Override
  public FormulaSettings defaults() {
    return FormulaSettings.defaults();
  }

  @Override
  FilterSettings filtering(FormulaSettings settings) {
    return settings.filtering();
  }

  /** Differential equations go from row to row by their times; others count rows. */
  @Override
  public Set<DataUse> looksAt(FormulaSettings settings, SeriesSet set) {
    Formula formula = Formula.of(settings.formula());
    Set<DataUse> uses = EnumSet.noneOf(DataUse.class);
    if (formula.isContinuous()) uses.add(DataUse.GAPS);
    if (formula.usesInputs()) uses.add(DataUse.INPUTS);
    return uses;
  }

  /** A parameter that is learned, {@code k ~ 1}, becomes one that is given, {@code k = 1.3}. */
  @Override
  FormulaSettings setting(FormulaSettings settings, String name, double value) {
    String learned = "(^|[;\\n])(\\s*)" + Pattern.quote(name) + "\\s*~[^;\\n#]*";
    String given = "$1$2" + Matcher.quoteReplacement(name + " = " + Double.toString(value));
    String formula = settings.formula().replaceFirst(learned, given);
    return formula.equals(settings.formula())
        ? super.setting(settings, name, value)
        : Settings.with(settings, "formula", formula);
  }

  @Override
  KnownModel model(FormulaSettings settings, Dataset data, long seed) {
    return KnownModel.of(FormulaSystem.of(settings), settings.filtering(), data, seed);
  }
}
