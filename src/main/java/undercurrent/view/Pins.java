package undercurrent.view;

import java.util.function.Consumer;
import undercurrent.figure.ReportTable;
import undercurrent.kind.ChosenModel;

/** Holds parameters at their estimates, and lets them be learned again, by the setting of both. */
record Pins(Lab lab) implements Consumer<ReportTable.Pin> {
  @Override
  public void accept(ReportTable.Pin pin) {
    ChosenModel<?> model = lab.knobs().model();
    ChosenModel<?> changed =
        pin.isHeld() ? model.releasing(pin.name()) : model.holding(pin.name(), pin.value());
    lab.turn(changed, lab.knobs().training());
  }
}
