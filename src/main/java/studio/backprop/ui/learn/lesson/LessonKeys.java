package studio.backprop.ui.learn.lesson;

import java.util.EnumSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntPredicate;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The keys of a lesson, at a desk and before a class. */
final class LessonKeys {
  /** What clickers send besides the page keys. */
  private static final Set<KeyCode> AHEAD = EnumSet.of(KeyCode.RIGHT, KeyCode.DOWN);
  private static final Set<KeyCode> BEHIND = EnumSet.of(KeyCode.LEFT, KeyCode.UP);

  private final LessonModel model;
  private final LessonFooter footer;
  private final IntPredicate chooses;
  private final Turning turning;

  /** @param chooses the answer with a number, from 1; says whether there is one to choose */
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

  /** Within a lesson the digits choose, and the page keys walk. */
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

  /** Before a class a clicker leads, digits count the class, and Backspace begins to count anew. @return whether the key was meant */
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

  /** What a class does not do itself, the lesson does. */
  private void goOnBeforeClass() {
    if (!turning.ahead()) {
      footer.goOn();
    }
  }
}
