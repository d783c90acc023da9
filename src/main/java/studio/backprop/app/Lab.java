package studio.backprop.app;

import javafx.beans.binding.BooleanExpression;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;

/** Button "Lab" in the rail of a narrow window: opens the settings of the kind of training, which a wide window always shows. */
final class Lab {
  private final Lang lang;
  private final Hints hints;

  Lab(Lang lang, Hints hints) {
    this.lang = lang;
    this.hints = hints;
  }

  /** @param there whether the project's kind of training has a lab */
  Button button(Runnable show, BooleanExpression there) {
    Button button = new Button(null, Icon.EXPERIMENT.view());
    button.textProperty().bind(lang.bind("lab.rail"));
    button.setContentDisplay(ContentDisplay.TOP);
    button.getStyleClass().add("bare");
    button.setMaxWidth(Double.MAX_VALUE);
    button.visibleProperty().bind(there);
    button.managedProperty().bind(there);
    button.setOnAction(event -> show.run());
    hints.explain(button, "lab.rail.help");
    return button;
  }
}
