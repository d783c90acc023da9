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

/** The die beside a field: down while its setting is searched, and else seen only where the mouse or the keys are. */
final class DieButton extends ToggleButton {
  private static final double SIZE = 15;
  /** Its right edge is so far from the name. */
  private static final double APART = 1;
  /** Names are so high. */
  private static final double NAME = 28;

  private final SettingDice dice;
  private final Supplier<String> name;
  private final ObjectProperty<Message> says = new SimpleObjectProperty<>(Message.of("trials.die.none"));
  private Subscription following = Subscription.EMPTY;

  /** @param name of the setting at the moment, as its layer may be renamed */
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
    // followed only while it is on screen: forms come and go, and the dice stay
    sceneProperty().subscribe(scene -> {
      following.unsubscribe();
      following = scene == null ? Subscription.EMPTY
          : Subscription.combine(dice.shownProperty().subscribe(now -> show()), dice.heldProperty().subscribe(now -> show()));
    });
  }

  /** Puts it left of a row, where no name is. */
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
