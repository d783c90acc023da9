package studio.backprop.ui.window.presenter;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import studio.backprop.ui.kit.Command;
import studio.backprop.ui.workspace.run.RunModel;

/** Keys of the presenter, before those of the view. A clicker sends Page Up, Page Down, full stop and Escape. */
final class PresenterKeys {
  private static final Set<KeyCode> CLICKER = EnumSet.of(KeyCode.PAGE_UP, KeyCode.PAGE_DOWN, KeyCode.PERIOD, KeyCode.F5);

  private final PresenterModel model;
  private final Pen pen;
  private final RunModel run;
  private final Supplier<List<Command>> view;
  private final Map<KeyCode, Runnable> alone = new EnumMap<>(KeyCode.class);
  private final Map<KeyCode, Runnable> withSpotlight = new EnumMap<>(KeyCode.class);
  private Optional<Node> own = Optional.empty();

  PresenterKeys(PresenterModel model, Pen pen, RunModel run, IntConsumer walk, Supplier<List<Command>> view) {
    this.model = model;
    this.pen = pen;
    this.run = run;
    this.view = view;
    alone.put(KeyCode.ESCAPE, model::escape);
    alone.put(KeyCode.F5, model::end);
    alone.put(KeyCode.S, () -> model.toggle(model.spotlightProperty()));
    alone.put(KeyCode.D, () -> model.toggle(model.drawingProperty()));
    alone.put(KeyCode.Z, () -> model.toggle(model.magnifiedProperty()));
    alone.put(KeyCode.PERIOD, () -> model.toggle(model.blankProperty()));
    alone.put(KeyCode.B, () -> model.toggle(model.blankProperty()));
    alone.put(KeyCode.DELETE, pen::wipe);
    alone.put(KeyCode.V, model::showNext);
    alone.put(KeyCode.PAGE_DOWN, () -> walk.accept(1));
    alone.put(KeyCode.PAGE_UP, () -> walk.accept(-1));
    alone.put(KeyCode.SPACE, () -> doIf(model.playsProperty().get(), run.control()::togglePlay));
    alone.put(KeyCode.RIGHT, () -> doIf(model.stepsProperty().get(), run.control()::stepBatch));
    withSpotlight.put(KeyCode.LEFT, () -> model.moveSpotlight(-1, 0));
    withSpotlight.put(KeyCode.RIGHT, () -> model.moveSpotlight(1, 0));
    withSpotlight.put(KeyCode.UP, () -> model.moveSpotlight(0, -1));
    withSpotlight.put(KeyCode.DOWN, () -> model.moveSpotlight(0, 1));
    withSpotlight.put(KeyCode.PLUS, () -> model.growSpotlight(1));
    withSpotlight.put(KeyCode.EQUALS, () -> model.growSpotlight(1));
    withSpotlight.put(KeyCode.MINUS, () -> model.growSpotlight(-1));
  }

  private static void doIf(boolean possible, Runnable action) {
    if (possible) {
      action.run();
    }
  }

  void installOn(Node cover) {
    cover.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
  }

  /** The key of a tool toggles it while available. */
  void offer(Tool tool) {
    alone.put(tool.key(), () -> tool.on().set(!tool.on().get() && tool.possible().getValue()));
  }

  /** Keys pressed on this card belong to it, except those of a clicker. */
  void leaveTo(Node card) {
    own = Optional.of(card);
  }

  private boolean isOwn(KeyEvent event) {
    Node at = event.getTarget() instanceof Node node ? node : null;
    while (at != null && at != own.orElse(null)) {
      at = at.getParent();
    }
    return at != null && !CLICKER.contains(event.getCode());
  }

  private void press(KeyEvent event) {
    if (event.isConsumed() || isOwn(event)) {
      return;
    }
    if (event.isShortcutDown() && event.getCode() == KeyCode.Z && model.drawingProperty().get()) {
      pen.undo();
      event.consume();
    } else if (event.isShiftDown() && event.getCode() == KeyCode.RIGHT) {
      doIf(model.stepsProperty().get(), run.control()::stepLayer);
      event.consume();
    } else if (!event.isShortcutDown() && !event.isAltDown()) {
      Runnable action = model.spotlightProperty().get() ? withSpotlight.getOrDefault(event.getCode(), alone.get(event.getCode()))
          : alone.get(event.getCode());
      if (action != null) {
        action.run();
        event.consume();
      } else {
        pressForView(event);
      }
    }
  }

  private void pressForView(KeyEvent event) {
    view.get().stream().filter(command -> command.keys().stream().anyMatch(key -> KeyCombination.valueOf(key).match(event))).findFirst()
        .ifPresent(command -> {
      command.run();
      event.consume();
    });
  }
}
