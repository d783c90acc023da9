package studio.backprop.ui.designer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import studio.backprop.ui.designer.ColourReach.Over;
import studio.backprop.ui.designer.ColourReach.Quantity;
import studio.backprop.ui.designer.ColourReach.Steps;

/** Says in the legend how far the colours reach, with the number where it is one for all nodes, and lets a person choose. */
final class ReachButton extends MenuButton {
  private final Desk desk;

  ReachButton(Desk desk) {
    this.desk = desk;
    getStyleClass().addAll("reach", "bare", "small");
    ColourReach reach = desk.reach();
    choices(reach.overProperty(), List.of(Over.values()), "reach.over.");
    getItems().add(new SeparatorMenuItem());
    choices(reach.stepsProperty(), List.of(Steps.values()), "reach.steps.");
    desk.hints().explain(this, "reach.help");
    desk.lang().textsProperty().subscribe(texts -> refresh());
  }

  private <T extends Enum<T>> void choices(ObjectProperty<T> property, List<T> values, String key) {
    ToggleGroup group = new ToggleGroup();
    for (T value : values) {
      RadioMenuItem item = new RadioMenuItem();
      item.textProperty().bind(desk.lang().bind(key + name(value)));
      item.setToggleGroup(group);
      item.setOnAction(event -> property.set(value));
      property.subscribe(now -> item.setSelected(now == value));
      getItems().add(item);
    }
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  @Override
  protected double computeMinWidth(double height) {
    return computePrefWidth(height);
  }

  /** Says what holds now. */
  void refresh() {
    ColourReach reach = desk.reach();
    Over over = reach.overProperty().get();
    Optional<Float> limit = over == Over.NETWORK ? reach.ofNetwork(quantity()) : Optional.empty();
    String where = desk.lang().say("reach.said." + name(over));
    String steps = desk.lang().say("reach.said." + name(reach.stepsProperty().get()));
    String said = limit.map(size -> desk.lang().say("reach.said_to", where, steps, desk.lang().numbers().compact(size)))
        .orElseGet(() -> desk.lang().say("reach.said", where, steps));
    if (!said.equals(getText())) {
      setText(said);
    }
  }

  private Quantity quantity() {
    return switch (desk.model().lens()) {
      case STRUCTURE, ACTIVATIONS -> Quantity.OUTPUT;
      case GRADIENTS -> Quantity.GRADIENT;
      case WEIGHTS -> Quantity.WEIGHT;
    };
  }
}
