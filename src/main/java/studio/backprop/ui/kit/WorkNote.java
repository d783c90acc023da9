package studio.backprop.ui.kit;

import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;

/** Busy note; appears only after a delay. */
public final class WorkNote extends Label {
  private static final double SIZE = 14;

  private final BooleanProperty working = new SimpleBooleanProperty(this, "working");

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
      setGraphic(turning); // animated only while visible
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

  public BooleanProperty workingProperty() {
    return working;
  }
}
