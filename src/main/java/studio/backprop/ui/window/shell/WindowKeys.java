package studio.backprop.ui.window.shell;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import studio.backprop.ui.kit.Command;

/** Global shortcuts. While a text field has the focus, undo and plain keys belong to it. */
final class WindowKeys {
  private final Map<KeyCombination, Command> commands = new LinkedHashMap<>();
  private final Map<KeyCombination, Command> sometimes = new LinkedHashMap<>();
  private Predicate<Command> permitted = command -> true;

  /** Restricts the commands with active shortcuts. */
  void permit(Predicate<Command> which) {
    permitted = which;
  }

  /** Adds shortcuts; a key already in use stays with its command. */
  void add(List<Command> more) {
    more.forEach(command -> command.keys().forEach(key -> commands.putIfAbsent(KeyCombination.valueOf(key), command)));
  }

  /** These commands take precedence for their keys while enabled. */
  void addWhilePossible(List<Command> more) {
    more.forEach(command -> command.keys().forEach(key -> sometimes.put(KeyCombination.valueOf(key), command)));
  }

  void installOn(Node root) {
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressWithControl);
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressAfterMouse);
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressEnter);
    root.addEventHandler(KeyEvent.KEY_PRESSED, this::pressAlone);
  }

  private void pressWithControl(KeyEvent event) {
    press(event, command -> true);
  }

  /**
   * Runs the command of a key that is not typed into a field.
   *
   * @param which filter of commands
   */
  void press(KeyEvent event, Predicate<Command> which) {
    if (isForCommands(event) && !isForText(event)) {
      run(event, which);
    }
  }

  static boolean isForCommands(KeyEvent event) {
    return !event.getCode().isModifierKey() && (event.isShortcutDown() || event.isAltDown() || event.getCode().isFunctionKey());
  }

  private static boolean isForText(KeyEvent event) {
    if (!(event.getTarget() instanceof TextInputControl)) {
      return false;
    }
    return WindowShortcuts.UNDO.match(event) && typed(event, TextInputControl::isUndoable)
        || (WindowShortcuts.REDO.match(event) || WindowShortcuts.REDO_TOO.match(event)) && typed(event, TextInputControl::isRedoable)
        || WindowShortcuts.RESET.match(event);
  }

  /** Whether text was typed but not committed. */
  private static boolean typed(KeyEvent event, Predicate<TextInputControl> something) {
    return something.test((TextInputControl) event.getTarget());
  }

  /** A clicked control has the focus, but no ring: Space then means Play rather than that control. */
  private void pressAfterMouse(KeyEvent event) {
    boolean wouldTakeIt = event.getTarget() instanceof ButtonBase || event.getTarget() instanceof ScrollPane
        || event.getTarget() instanceof ListView;
    if (event.getCode() == KeyCode.SPACE && wouldTakeIt && !((Node) event.getTarget()).isFocusVisible()) {
      run(event, command -> true);
    }
  }

  /** A clicked list, table or button would also handle Enter; a temporarily available command takes precedence. */
  private void pressEnter(KeyEvent event) {
    boolean chosen = event.getTarget() instanceof ButtonBase button && button.isFocusVisible();
    if (event.getCode() == KeyCode.ENTER && !chosen && !(event.getTarget() instanceof TextInputControl)) {
      run(event, sometimes::containsValue);
    }
  }

  /** Last: a focused button handles Space itself, a focused node the arrows. */
  private void pressAlone(KeyEvent event) {
    if (!(event.getTarget() instanceof TextInputControl) && !event.isShortcutDown() && !event.isAltDown()) {
      run(event, command -> true);
    }
  }

  private void run(KeyEvent event, Predicate<Command> which) {
    Stream<Map.Entry<KeyCombination, Command>> now = sometimes.entrySet().stream().filter(entry -> entry.getValue().possible().get());
    Stream.concat(now, commands.entrySet().stream())
        .filter(entry -> entry.getKey().match(event) && which.test(entry.getValue()) && permitted.test(entry.getValue()))
        .findFirst().ifPresent(entry -> {
      entry.getValue().run();
      event.consume();
    });
  }
}
