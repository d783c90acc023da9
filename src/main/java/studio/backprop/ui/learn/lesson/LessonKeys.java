package studio.backprop.ui.learn.lesson;

import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Keyboard shortcuts of a lesson, self-paced and in class. */
final class LessonKeys {
  /** Keys of presenters besides Page Up and Down. */
  private static final Set<KeyCode> AHEAD = EnumSet.of(KeyCode.RIGHT, KeyCode.DOWN);
  private static final Set<KeyCode> BEHIND = EnumSet.of(KeyCode.LEFT, KeyCode.UP);

  private final LessonModel model;
  private final LessonFooter footer;
  private final IntPredicate chooses;
  private final Turning turning;

  /** @param chooses selects the answer with a number, from 1; returns whether there is one */
  LessonKeys(LessonModel model, LessonFooter footer, IntPredicate chooses, Turning turning) {
    this.model = model;
    this.footer = footer;
    this.chooses = chooses;
    this.turning = turning;
  }

  private static OptionalInt digit(KeyEvent event) {
    String typed = event.getText();
    boolean digit = typed.length() == 1 && typed.charAt(0) >= '1' && typed.charAt(0) <= '9';
    return digit ? OptionalInt.of(typed.charAt(0) - '0') : OptionalInt.empty();
  }

  /** Digits select an answer, page keys change the step. */
  void press(KeyEvent event) {
    if (event.getTarget() instanceof TextInputControl || event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    OptionalInt digit = digit(event);
    if (digit.isPresent() && chooses.test(digit.getAsInt())) {
      event.consume();
    } else if (event.getCode() == KeyCode.PAGE_DOWN) {
      footer.goOn();
      event.consume();
    } else if (event.getCode() == KeyCode.PAGE_UP) {
      model.back();
      event.consume();
    }
  }

  /** In class: a presenter advances, digits add votes, Backspace resets them. @return whether handled */
  boolean pressPresented(KeyEvent event) {
    OptionalInt digit = digit(event);
    if (event.getTarget() instanceof TextInputControl || event.isShortcutDown() || event.isAltDown()) {
      return false;
    } else if (digit.isPresent()) {
      model.question().tally().count(digit.getAsInt() - 1);
    } else if (event.getCode() == KeyCode.BACK_SPACE) {
      model.question().tally().count(-1);
    } else if (event.getCode() == KeyCode.PAGE_DOWN || event.getCode() == KeyCode.SPACE && footer.revealsProperty().get()
        || !model.stepsByKey() && AHEAD.contains(event.getCode())) {
      goOnBeforeClass();
    } else if (event.getCode() == KeyCode.PAGE_UP || !model.stepsByKey() && BEHIND.contains(event.getCode())) {
      if (!turning.back()) {
        model.back();
      }
    } else {
      return false;
    }
    return true;
  }

  /** In class the lesson carries out its solutions. */
  private void goOnBeforeClass() {
    if (!turning.ahead()) {
      footer.goOn();
    }
  }
}
