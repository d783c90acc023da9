package studio.backprop.ui.inside.debugger;

import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import studio.backprop.ui.kit.Motion;

/** Progress of a computation with a cancel button. Appears only if it takes long enough to be read. */
final class Waiting extends HBox {
  Waiting(DebuggerDesk desk) {
    DebuggerModel model = desk.model();
    getStyleClass().add("waiting");
    Label text = new Label();
    text.textProperty().bind(desk.lang().bind("debugger.working"));
    ProgressBar bar = new ProgressBar();
    bar.progressProperty().bind(model.progressProperty());
    bar.accessibleTextProperty().bind(text.textProperty());
    Button cancel = new Button();
    cancel.setId("cancel-answer");
    cancel.getStyleClass().add("small");
    cancel.textProperty().bind(desk.lang().bind("palette.cancel"));
    cancel.setOnAction(event -> model.cancel());
    getChildren().addAll(text, bar, cancel);
    setVisible(false);
    managedProperty().bind(visibleProperty());
    PauseTransition patience = new PauseTransition(Motion.PATIENCE);
    patience.setOnFinished(event -> setVisible(true));
    model.workingProperty().subscribe(working -> {
      if (working) {
        patience.playFromStart();
      } else {
        patience.stop();
        setVisible(false);
      }
    });
  }
}
