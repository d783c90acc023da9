package studio.backprop.ui.kit;

import javafx.animation.PauseTransition;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.scene.AccessibleRole;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/** Toast with an optional undo button. Closes by itself or by Escape, waits while hovered or focused, and never takes the focus. */
public final class Toast extends HBox {
  private static final Duration READING = Duration.seconds(6);

  private final Motion motion;
  private final Runnable dismiss;
  private final Label sentence = new Label();
  private final Button undo = new Button(null, Icon.UNDO.view());
  private final PauseTransition reading = new PauseTransition(READING);
  private final EventHandler<KeyEvent> escape = this::escape;

  /** @param text empty while there is nothing to show */
  public Toast(ObservableValue<String> text, ObservableValue<String> undoText, Runnable takeBack, Runnable dismiss, Motion motion) {
    this.motion = motion;
    this.dismiss = dismiss;
    getStyleClass().addAll("card", "pop", "toast");
    setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    setAccessibleRole(AccessibleRole.PARENT);
    sentence.setWrapText(true);
    undo.textProperty().bind(undoText);
    undo.setMinWidth(Region.USE_PREF_SIZE);
    undo.setOnAction(event -> {
      takeBack.run();
      dismiss.run(); // also where undo is unavailable
    });
    getChildren().addAll(sentence, undo);
    reading.setOnFinished(event -> dismiss.run());
    hoverProperty().subscribe(this::rest);
    undo.focusVisibleProperty().subscribe(this::rest);
    sceneProperty().subscribe(this::listen);
    sentence.textProperty().bind(text);
    accessibleTextProperty().bind(text);
    sentence.textProperty().subscribe(this::say);
  }

  /** Without an undo button. */
  public Toast(ObservableValue<String> text, Runnable dismiss, Motion motion) {
    this(text, new SimpleStringProperty(""), () -> {}, dismiss, motion);
    getChildren().remove(undo);
  }

  /** Shows the undo button only while this is true. */
  public Toast offerWhile(ObservableValue<Boolean> possible) {
    possible.subscribe(now -> Sight.show(undo, now));
    return this;
  }

  private void say(String said) {
    boolean shown = !said.isEmpty();
    setVisible(shown);
    reading.stop();
    if (shown) {
      setOpacity(0);
      motion.move(opacityProperty(), 1.0, Motion.PANEL);
      rest();
    }
  }

  /** Starts the time-out once it is neither hovered nor focused. */
  private void rest() {
    if (isHover() || undo.isFocusVisible()) { // a mouse click also leaves the focus there, without a visible ring
      reading.stop();
    } else if (isVisible()) {
      reading.playFromStart();
    }
  }

  private void listen(Scene before, Scene now) {
    if (before != null) {
      before.removeEventFilter(KeyEvent.KEY_PRESSED, escape);
    }
    if (now != null) {
      now.addEventFilter(KeyEvent.KEY_PRESSED, escape);
    }
  }

  /** Escape is passed on to its target. */
  private void escape(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && isVisible()) {
      dismiss.run();
    }
  }
}
