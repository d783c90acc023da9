package studio.backprop.ui.workspace.run;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.workspace.run.ColourReach.Over;
import studio.backprop.ui.workspace.run.ColourReach.Quantity;
import studio.backprop.ui.workspace.run.ColourReach.Steps;

/** Menu in the legend with the limit of the colour scale, and the number if it is the same for all nodes. */
public final class ColourRangeButton extends MenuButton {
  private final Lang lang;
  private final ColourReach reach;
  private final Supplier<Quantity> quantity;
  private final Supplier<Optional<Integer>> node;

  /**
   * @param quantity currently coloured
   * @param node the one displayed, if any
   */
  public ColourRangeButton(Lang lang, Hints hints, ColourReach reach, Supplier<Quantity> quantity, Supplier<Optional<Integer>> node) {
    this.lang = lang;
    this.reach = reach;
    this.quantity = quantity;
    this.node = node;
    getStyleClass().addAll("reach", "bare", "small");
    choices(reach.overProperty(), List.of(Over.values()), "reach.over.");
    getItems().add(new SeparatorMenuItem());
    choices(reach.stepsProperty(), List.of(Steps.values()), "reach.steps.");
    hints.explain(this, "reach.help");
    lang.textsProperty().subscribe(texts -> refresh());
  }

  private <T extends Enum<T>> void choices(ObjectProperty<T> property, List<T> values, String key) {
    ToggleGroup group = new ToggleGroup();
    for (T value : values) {
      RadioMenuItem item = new RadioMenuItem();
      item.textProperty().bind(lang.bind(key + name(value)));
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

  public void refresh() {
    Over over = reach.overProperty().get();
    Optional<Float> limit = switch (over) {
      case NODE -> Optional.empty();
      case KIND -> node.get().flatMap(one -> reach.ofKind(quantity.get(), one));
      case NETWORK -> reach.ofNetwork(quantity.get());
    };
    String where = lang.say("reach.said." + name(over));
    String steps = lang.say("reach.said." + name(reach.stepsProperty().get()));
    String said = limit.map(size -> lang.say("reach.said_to", where, steps, lang.numbers().compact(size)))
        .orElseGet(() -> lang.say("reach.said", where, steps));
    if (!said.equals(getText())) {
      setText(said);
    }
  }
}
