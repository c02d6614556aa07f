package undercurrent.view;

import java.util.function.Consumer;
import undercurrent.figure.ReportTable;
import undercurrent.kind.ChosenModel;
import undercurrent.model.exact.FixedText;
import undercurrent.settings.Settings;

/** Holds parameters at their estimates, and lets them be learned again, by the setting of both. */
record Pins(Lab lab) implements Consumer<ReportTable.Pin> {
  private static final String FIXED = "fixed";

  @Override
  public void accept(ReportTable.Pin pin) {
    ChosenModel<?> model = lab.modelProperty().get();
    if (!model.has(FIXED)) return;
    String text = String.valueOf(Settings.value(model.settings(), FIXED));
    String changed =
        pin.isHeld()
            ? FixedText.without(text, pin.name())
            : FixedText.with(text, pin.name(), pin.value());
    lab.turn(model.with(FIXED, changed), lab.trainingProperty().get());
  }
}
