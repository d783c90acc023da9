package studio.backprop.ui.lens;

import javafx.scene.control.Button;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;
import studio.backprop.ui.kit.Motion;
import studio.backprop.ui.kit.Pulse;
import studio.backprop.ui.kit.ThemeModel;

/** What every picture of a node's inside works with. */
record LensDesk(LensModel model, Lang lang, ThemeModel theme, Hints hints, Motion motion, Pulse pulse) {
  /** A bare arrow that turns to what comes before or after. */
  Button arrow(Icon icon, String help, Runnable turn) {
    Button button = new Button(null, icon.view());
    button.getStyleClass().addAll("bare", "icon-only");
    hints.explain(button, help);
    button.setOnAction(event -> turn.run());
    return button;
  }
}
