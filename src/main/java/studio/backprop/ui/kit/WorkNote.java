package studio.backprop.ui.kit;

import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;

/** Says that something is being worked out. Appears only where that takes long enough to be read. */
public final class WorkNote extends Label {
  private static final double SIZE = 14;

  private final BooleanProperty working = new SimpleBooleanProperty(this, "working");

  /** @param key of the sentence */
  public WorkNote(Lang lang, String key) {
    textProperty().bind(lang.bind(key));
    getStyleClass().addAll("mut", "note", "work-note");
    ProgressIndicator turning = new ProgressIndicator();
    turning.setMinSize(SIZE, SIZE);
    turning.setPrefSize(SIZE, SIZE);
    turning.setMaxSize(SIZE, SIZE);
    setVisible(false);
    managedProperty().bind(visibleProperty());
    PauseTransition patience = new PauseTransition(Motion.PATIENCE);
    patience.setOnFinished(event -> {
      setGraphic(turning); // it turns only where it is seen
      setVisible(true);
    });
    working.subscribe(now -> {
      if (now) {
        patience.playFromStart();
      } else {
        patience.stop();
        setVisible(false);
        setGraphic(null);
      }
    });
  }

  /** Whether the work goes on. */
  public BooleanProperty workingProperty() {
    return working;
  }
}
