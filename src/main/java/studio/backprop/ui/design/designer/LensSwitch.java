package studio.backprop.ui.design.designer;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.input.KeyCombination;
import studio.backprop.text.Message;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.Lens;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Segmented;

/** Switch of the lens: structure, activations, gradients, weights, update and, with two runs, their difference. */
final class LensSwitch extends Segmented<Lens> {
  LensSwitch(CanvasDesk desk) {
    super(desk.lang().bind("lens.name"));
    add(Lens.STRUCTURE, desk.lang().bind("lens.structure"), Icon.STRUCTURE)
        .add(Lens.ACTIVATIONS, desk.lang().bind("lens.activations"), Icon.ACTIVATIONS)
        .add(Lens.GRADIENTS, desk.lang().bind("lens.gradients"), Icon.GRADIENTS)
        .add(Lens.WEIGHTS, desk.lang().bind("lens.weights"), Icon.WEIGHTS)
        .add(Lens.CHANGE, desk.lang().bind("lens.change"), Icon.CHANGE)
        .add(Lens.DIFFERENCE, desk.lang().bind("lens.difference"), Icon.DIFFERENCE);
    for (Lens choice : EnumSet.range(Lens.STRUCTURE, Lens.CHANGE)) {
      String digit = String.valueOf(choice.ordinal() + 1);
      explain(choice, desk.hints(), KeyCombination.valueOf(digit), "lens.see." + choice.name().toLowerCase(Locale.ROOT));
    }
    ObservableValue<Boolean> comparable = desk.run().branches().comparison().pairProperty().map(Optional::isPresent);
    explain(Lens.DIFFERENCE, desk.hints(), comparable.map(LensSwitch::meaningOfDifference));
    allow(Lens.DIFFERENCE, comparable);
    offerLast(comparable);
    valueProperty().bindBidirectional(desk.model().lensProperty());
  }

  private static Message meaningOfDifference(boolean comparable) {
    String key = String.valueOf(Lens.DIFFERENCE.ordinal() + 1);
    return comparable ? Message.of("kit.tip", Message.of("lens.see.difference"), key) : Message.of("lens.difference.no_pair", key);
  }
}
