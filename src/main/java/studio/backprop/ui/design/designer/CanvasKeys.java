package studio.backprop.ui.design.designer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import studio.backprop.network.NodeGroup;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.DesignerModel;
import studio.backprop.ui.design.designer.edit.GroupView;
import studio.backprop.ui.design.designer.node.ExamplePane;
import studio.backprop.ui.design.designer.node.NodeView;
import studio.backprop.ui.design.designer.note.NoteView;
import studio.backprop.ui.kit.Command;

/** Keyboard handling of the canvas. */
final class CanvasKeys {
  private static final PseudoClass RINGED = PseudoClass.getPseudoClass("ringed");

  private final CanvasDesk desk;
  private final DesignerModel model;
  private final CanvasView view;
  private final ArrowKeys walk;
  private final Map<KeyCombination, Runnable> keys = new LinkedHashMap<>();
  private boolean spaceDown;
  private boolean spaceUsed;
  private boolean byKey;
  /** Whether the pressed key was a command: its character must not go to a text field that the command has opened. */
  private boolean taken;
  private Node ringed;

  CanvasKeys(CanvasDesk desk, CanvasView view, ArrowKeys walk, CanvasCommands commands) {
    this.desk = desk;
    this.model = desk.model();
    this.view = view;
    this.walk = walk;
    keys(commands);
    view.setFocusTraversable(true);
    EventHandler<KeyEvent> used = event -> keysAreUsed(((Scene) event.getSource()).getFocusOwner());
    EventHandler<KeyEvent> typed = this::swallow;
    EventHandler<MouseEvent> pressed = event -> byKey = false;
    view.sceneProperty().subscribe((before, now) -> {
      if (before != null) {
        before.removeEventFilter(KeyEvent.KEY_PRESSED, used);
        before.removeEventFilter(KeyEvent.KEY_TYPED, typed);
        before.removeEventFilter(MouseEvent.MOUSE_PRESSED, pressed);
      }
      if (now != null) {
        now.addEventFilter(KeyEvent.KEY_PRESSED, used);
        now.addEventFilter(KeyEvent.KEY_TYPED, typed);
        now.addEventFilter(MouseEvent.MOUSE_PRESSED, pressed);
      }
    });
    view.addEventHandler(KeyEvent.KEY_PRESSED, this::press);
    view.addEventHandler(KeyEvent.KEY_RELEASED, this::release);
    view.sceneProperty().flatMap(javafx.scene.Scene::focusOwnerProperty).subscribe(this::showRing);
  }

  private void keys(CanvasCommands commands) {
    on("Delete", this::removeWireOrSelection);
    on("Backspace", model::removeSelection);
    on(ExamplePane.PREVIOUS_KEY, () -> desk.run().observation().chooseExample(-1));
    on(ExamplePane.NEXT_KEY, () -> desk.run().observation().chooseExample(1));
    on("Enter", () -> model.notes().selectedNote().ifPresentOrElse(note -> model.notes().write(note.id()), () -> model.mending()
        .mendOr(0, () -> open(commands))));
    on("G", () -> { // of a group that is selected before all
      Command fold = commands.get("group.toggle");
      (fold.possible().get() ? fold : commands.get("adversarial.train.generator")).run();
    });
    commands.all().forEach(command -> command.keys().forEach(key -> keys.putIfAbsent(KeyCombination.valueOf(key), command::run)));
  }

  private void on(String key, Runnable command) {
    keys.put(KeyCombination.valueOf(key), command);
  }

  private void open(CanvasCommands commands) {
    model.groups().selected().filter(NodeGroup::folded).ifPresentOrElse(group -> view.fold(), commands.get("lens.open")::run);
  }

  /** Delete means the wire while a card offers to remove it. */
  private void removeWireOrSelection() {
    model.mending().unwireOr(model::removeSelection);
  }

  private void press(KeyEvent event) {
    if (event.getTarget() instanceof TextInputControl) {
      return;
    }
    if (event.getCode() == KeyCode.SPACE && !event.isShiftDown()) {
      spaceUsed = spaceUsed && spaceDown;
      spaceDown = true;
      event.consume();
      return;
    }
    boolean done = event.getCode() == KeyCode.ESCAPE && model.escape(); // with nothing to close, the parent handles it
    if (done || walk.press(event)) {
      event.consume();
      return;
    }
    keys.entrySet().stream().filter(entry -> entry.getKey().match(event)).findFirst().ifPresent(entry -> {
      taken = true;
      entry.getValue().run();
      event.consume();
    });
  }

  private void swallow(KeyEvent typed) {
    if (taken) {
      typed.consume();
    }
  }

  /** Space pans; without a drag it has its meaning in the window. */
  private void release(KeyEvent event) {
    if (event.getCode() == KeyCode.SPACE && spaceDown) {
      spaceDown = false;
      if (!spaceUsed) {
        view.getParent().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, event.getCharacter(), event.getText(), KeyCode.SPACE, false, false,
            false, false));
      }
      spaceUsed = false;
      event.consume();
    }
  }

  boolean spaceIsDown() {
    return spaceDown;
  }

  void spaceWasUsed() {
    spaceUsed = true;
  }

  void mouseIsUsed() {
    byKey = false;
    showRing(null);
  }

  private void keysAreUsed(Node focused) {
    byKey = true;
    taken = false;
    showRing(focused);
  }

  /** Focus ring only after keyboard navigation. */
  private void showRing(Node focused) {
    if (ringed != null) {
      ringed.pseudoClassStateChanged(RINGED, false);
    }
    ringed = byKey && focused != null && CanvasView.owner(focused, CanvasView.class).isPresent() ? focused : null;
    if (ringed != null) {
      ringed.pseudoClassStateChanged(RINGED, true);
      Optional<Integer> node = CanvasView.owner(ringed, NodeView.class).map(NodeView::id);
      model.lookAt(node);
      CanvasView.owner(ringed, GroupView.class).map(GroupView::group).filter(group -> nothingSelected()).ifPresent(model.groups()::select);
      CanvasView.owner(ringed, NoteView.class).map(NoteView::id).filter(id -> nothingSelected()).ifPresent(model.notes()::select);
      node.filter(id -> nothingSelected()).ifPresent(model::select);
    }
  }

  private boolean nothingSelected() {
    return model.document().selection().isEmpty() && model.notes().selected().isEmpty() && model.selectedWireProperty().get().isEmpty();
  }
}
