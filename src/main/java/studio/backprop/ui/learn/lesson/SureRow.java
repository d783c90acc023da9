package studio.backprop.ui.learn.lesson;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import studio.backprop.ui.kit.FocusRing;
import studio.backprop.ui.kit.Lang;

/** Confidence of the learner, three levels: one tab stop, arrow keys move the selection. Enter or Space on the selected level reveals. */
final class SureRow extends HBox {
  private static final int LEVELS = 3;

  private final LessonModel model;
  private final HBox levels = new HBox();
  private Subscription chosen = Subscription.EMPTY;

  SureRow(LessonModel model, Lang lang) {
    this.model = model;
    managedProperty().bind(visibleProperty());
    getStyleClass().add("sure");
    levels.getStyleClass().add("segmented");
    Label ask = new Label();
    ask.getStyleClass().add("mut");
    ask.textProperty().bind(lang.bind("lesson.sure"));
    ask.setMinWidth(Region.USE_PREF_SIZE);
    for (int level = 1; level <= LEVELS; level++) {
      levels.getChildren().add(level(level, lang));
    }
    levels.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    getChildren().addAll(ask, levels);
  }

  private ToggleButton level(int value, Lang lang) {
    ToggleButton one = new ToggleButton();
    one.setId("sure-" + value);
    one.textProperty().bind(lang.bind("lesson.sure." + value));
    one.accessibleTextProperty().bind(lang.bind("lesson.sure.spoken", one.textProperty()));
    one.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
    one.setMinWidth(Region.USE_PREF_SIZE);
    if (value == 1 || value == LEVELS) {
      one.getStyleClass().add(value == 1 ? "first" : "last");
    }
    one.setOnAction(event -> {
      one.setSelected(true); // a second click does not take it back
      model.answering().sureProperty().set(value);
    });
    one.disableProperty().bind(model.phaseProperty().isNotEqualTo(Phase.ASKING));
    return one;
  }

  void begin() {
    chosen.unsubscribe(); // that of the step before
    chosen = model.answering().sureProperty().subscribe(now -> mark(now.intValue()));
  }

  private void mark(int sure) {
    for (int i = 0; i < LEVELS; i++) {
      ToggleButton one = (ToggleButton) levels.getChildren().get(i);
      one.setSelected(sure == i + 1);
      one.setFocusTraversable(Math.max(sure, 1) == i + 1);
    }
  }

  private void press(KeyEvent event) {
    int at = levels.getChildren().indexOf(event.getTarget());
    int by = event.getCode() == KeyCode.RIGHT || event.getCode() == KeyCode.DOWN ? 1
        : event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.UP ? -1 : 0;
    if (by != 0 && at >= 0) {
      ToggleButton next = (ToggleButton) levels.getChildren().get(Math.floorMod(at + by, LEVELS));
      next.fire();
      FocusRing.lead(next);
      event.consume();
    } else if ((event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) && model.answering().sure() == at + 1
        && model.question().mayReveal()) {
      model.question().reveal();
      event.consume();
    }
  }

  /** Initial focus. */
  Node first() {
    return levels.getChildren().get(Math.max(model.answering().sure(), 1) - 1);
  }
}
