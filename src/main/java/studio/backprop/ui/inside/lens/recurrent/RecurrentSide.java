package studio.backprop.ui.inside.lens.recurrent;

import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import studio.backprop.ui.inside.lens.recurrent.RecurrentPlaces.Place;
import studio.backprop.ui.inside.lens.sheet.FormulaLines;
import studio.backprop.ui.inside.lens.sheet.LensDesk;
import studio.backprop.ui.inside.lens.sheet.PaintedSheet;
import studio.backprop.ui.kit.Icon;

/** Explanation of one unit at one step: its gates, the computation of its state, and its gradient. */
final class RecurrentSide extends VBox {
  private final LensDesk desk;
  private final Label title = PaintedSheet.label("panel-title");
  private final GateTable gates;
  private final Label forwardTitle = PaintedSheet.label("strong");
  private final FormulaLines forward;
  private final Label backwardTitle = PaintedSheet.label("strong", "gradient-text");
  private final FormulaLines backward;
  private final Label why = PaintedSheet.label("note", "mut");
  private final Label keptTitle = PaintedSheet.label("note", "mut");
  private final KeptBars kept;
  private final ToggleButton pin = new ToggleButton(null, Icon.LOCK.view());

  /** @param choose receives another unit */
  RecurrentSide(LensDesk desk, Consumer<Integer> choose, Runnable pinned) {
    this.desk = desk;
    this.kept = new KeptBars(desk, choose::accept);
    this.gates = new GateTable(desk);
    this.forward = new FormulaLines(desk.typesetter());
    this.backward = new FormulaLines(desk.typesetter());
    getStyleClass().add("explained");
    kept.managedProperty().bind(kept.visibleProperty());
    keptTitle.managedProperty().bind(keptTitle.visibleProperty());
    keptTitle.visibleProperty().bind(kept.visibleProperty());
    pin.textProperty().bind(desk.lang().bind("lens.recurrent.pin"));
    desk.hints().explain(pin, "lens.recurrent.pin.help");
    pin.selectedProperty().subscribe(pinned);
    getChildren().addAll(title, gates, forwardTitle, forward, backwardTitle, backward, why, keptTitle, kept, pin);
  }

  boolean pinned() {
    return pin.isSelected();
  }

  void tooLarge(String shape) {
    title.setText(desk.lang().say("lens.too_large", shape));
  }

  void show(String node, RecurrentNumbers numbers, Place chosen) {
    RecurrentTexts words = new RecurrentTexts(desk.lang(), numbers, chosen);
    title.setText(desk.lang().say("lens.recurrent.unit", node, chosen.unit() + 1, chosen.step() + 1));
    gates.show(words.rows());
    forwardTitle.setText(desk.lang().say("lens.recurrent.forward"));
    forward.show(words.forward());
    backwardTitle.setText(desk.lang().say("lens.recurrent.backward"));
    backward.show(words.backward());
    String kind = numbers.kind().name().toLowerCase(Locale.ROOT);
    why.setText(desk.lang().say("lens.recurrent.why." + kind));
    int from = numbers.later(chosen.step()).isEmpty() ? numbers.first() : chosen.step(); // of the last step all the way to the first
    int factors = numbers.later(from).size();
    kept.setVisible(numbers.keeps().isPresent() && factors > 0);
    if (kept.isVisible()) {
      keptTitle.setText(desk.lang().say(numbers.cells() != null ? "lens.recurrent.kept.lstm" : "lens.recurrent.kept.gru", factors));
      kept.show(numbers, from, chosen.unit());
    }
  }
}
