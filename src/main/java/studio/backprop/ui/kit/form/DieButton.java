package studio.backprop.ui.kit.form;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Pane;
import javafx.util.Subscription;
import studio.backprop.text.Message;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Sight;

/** Dice button beside a field: selected while the setting is in the search space, else visible only on hover or focus. */
final class DieButton extends ToggleButton {
  private static final double SIZE = 15;
  /** Distance of its right edge from the name in px. */
  private static final double APART = 1;
  /** Height of a name in px. */
  private static final double NAME = 28;

  private final SettingDice dice;
  private final Supplier<String> name;
  private final ObjectProperty<Message> says = new SimpleObjectProperty<>(Message.of("trials.die.none"));
  private Subscription following = Subscription.EMPTY;

  DieButton(SettingDice dice, Supplier<String> name, Hints hints) {
    super(null, Icon.DIE.view());
    this.dice = dice;
    this.name = name;
    getStyleClass().add("die");
    setManaged(false);
    hints.explain(this, says);
    setOnAction(event -> {
      dice.press(name.get());
      show();
    });
    // listens only while in a scene: forms come and go, the dice model stays
    sceneProperty().subscribe(scene -> {
      following.unsubscribe();
      following = scene == null ? Subscription.EMPTY
          : Subscription.combine(dice.shownProperty().subscribe(now -> show()), dice.heldProperty().subscribe(now -> show()));
    });
  }

  /** Places it left of a row without a name. */
  void standBeside(Pane row) {
    row.getChildren().add(this);
    resizeRelocate(-SIZE - APART, (NAME - SIZE) / 2, SIZE, SIZE);
  }

  private void show() {
    Optional<SettingDice.Die> die = dice.die(name.get());
    Sight.show(this, die.isPresent());
    setManaged(false);
    setSelected(die.map(SettingDice.Die::chosen).orElse(false));
    setDisable(dice.heldProperty().get());
    die.ifPresent(now -> says.set(now.says()));
    setId("die-" + name.get().replace('.', '-'));
  }
}
