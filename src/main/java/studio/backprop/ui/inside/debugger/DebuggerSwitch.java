package studio.backprop.ui.inside.debugger;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCombination;
import studio.backprop.ui.kit.Hints;
import studio.backprop.ui.kit.Icon;
import studio.backprop.ui.kit.Lang;

/** Toggle button of the step debugger. */
public final class DebuggerSwitch extends ToggleButton {
  public DebuggerSwitch(DebuggerModel model, Lang lang, Hints hints, Runnable toggle) {
    super(null, Icon.DEBUGGER.view());
    getStyleClass().addAll("small", "debugger-switch");
    textProperty().bind(lang.bind("debugger.name"));
    setMinWidth(USE_PREF_SIZE);
    model.shownProperty().subscribe(this::setSelected);
    setOnAction(event -> {
      toggle.run();
      setSelected(model.shownProperty().get());
    });
    hints.explain(this, KeyCombination.valueOf(DebuggerView.KEYS), "debugger.switch.help");
  }

  /** Icon without text where there is little room. */
  void compact(boolean wanted) {
    setContentDisplay(wanted ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
    getStyleClass().remove("icon-only");
    if (wanted) {
      getStyleClass().add("icon-only");
    }
  }
}
