package studio.backprop.ui.kit;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;

/** Menu of playback rates; the button displays the current one. */
public final class SpeedMenu extends MenuButton {
  private final Lang lang;

  /** @param choices in steps a second; infinity for unlimited */
  public SpeedMenu(DoubleProperty speed, List<Double> choices, Lang lang, Hints hints) {
    this.lang = lang;
    setGraphic(Icon.SPEED.view());
    textProperty().bind(Bindings.createStringBinding(() -> title(speed.get()), speed, lang.textsProperty()));
    hints.explain(this, "transport.speed.help");
    ToggleGroup group = new ToggleGroup();
    choices.forEach(choice -> getItems().add(item(choice, group, speed)));
  }

  private RadioMenuItem item(double choice, ToggleGroup group, DoubleProperty speed) {
    RadioMenuItem item = new RadioMenuItem();
    item.textProperty().bind(Bindings.createStringBinding(() -> title(choice), lang.textsProperty()));
    item.setToggleGroup(group);
    item.setOnAction(event -> speed.set(choice));
    speed.subscribe(now -> item.setSelected(now.doubleValue() == choice));
    return item;
  }

  private String title(double stepsPerSecond) {
    return lang.say(Speeds.said(stepsPerSecond));
  }
}
