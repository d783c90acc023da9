package studio.backprop.ui.shell;

import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import studio.backprop.ui.document.DocumentModel;

/** The keys that work wherever the focus is. While someone types, undo and the plain keys are the text field's own. */
final class Keys {
  private final DocumentModel document;
  private final TransportModel transport;

  Keys(DocumentModel document, TransportModel transport) {
    this.document = document;
    this.transport = transport;
  }

  void installOn(Node root) {
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressWithControl);
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressAfterMouse);
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressAlone);
  }

  private void pressWithControl(KeyEvent event) {
    if (Shortcuts.UNDO.match(event) && !typed(event, TextInputControl::isUndoable)) {
      take(event, document::undo);
    } else if ((Shortcuts.REDO.match(event) || Shortcuts.REDO_TOO.match(event)) && !typed(event, TextInputControl::isRedoable)) {
      take(event, document::redo);
    } else if (Shortcuts.RESET.match(event) && !(event.getTarget() instanceof TextInputControl)) {
      take(event, transport::reset);
    }
  }

  /** Whether the key is for a text field, where something was typed and not yet taken. */
  private static boolean typed(KeyEvent event, Predicate<TextInputControl> something) {
    return event.getTarget() instanceof TextInputControl field && something.test(field);
  }

  /** A button that was clicked has the focus, but no ring: whoever presses Space then means Play, not that button once more. */
  private void pressAfterMouse(KeyEvent event) {
    if (event.getCode() == KeyCode.SPACE && event.getTarget() instanceof ButtonBase button && !button.isFocusVisible()) {
      take(event, transport::togglePlay);
    }
  }

  /** Comes last: a focused button takes Space for itself, a focused node of the canvas the arrows. */
  private void pressAlone(KeyEvent event) {
    if (event.getTarget() instanceof TextInputControl || event.isShiftDown() || event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    if (event.getCode() == KeyCode.SPACE) {
      take(event, transport::togglePlay);
    } else if (event.getCode() == KeyCode.RIGHT) {
      take(event, transport::step);
    }
  }

  private static void take(KeyEvent event, Runnable action) {
    action.run();
    event.consume();
  }
}
