package studio.backprop.ui.design.designer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import studio.backprop.network.Node;
import studio.backprop.network.NodeGroup;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.design.designer.edit.ChooseLayer;
import studio.backprop.ui.design.designer.edit.Conversation;
import studio.backprop.ui.design.designer.edit.DesignerModel;
import studio.backprop.ui.design.designer.edit.DrawWire;
import studio.backprop.ui.design.designer.edit.GroupView;
import studio.backprop.ui.design.designer.edit.HandNumber;
import studio.backprop.ui.design.designer.edit.MoveNodes;
import studio.backprop.ui.design.designer.edit.PortView;
import studio.backprop.ui.design.designer.node.NodeView;
import studio.backprop.ui.design.designer.note.NoteView;
import studio.backprop.ui.design.designer.wire.WireView;
import studio.backprop.ui.kit.Gesture;
import studio.backprop.ui.kit.Pulse;

/** Maps mouse and touchpad events of the canvas to gestures. */
final class Gestures {
  static final List<Gesture> ALL =
      Stream.of("wire", "grow", "within", "copy", "marquee", "here", "weight", "pull", "zoom").map(name -> Gesture.of("gesture." + name))
          .toList();

  private static final double DRAG_FROM = 4;
  private static final double WHEEL_ZOOM = 1.0016;

  private final DesignerModel model;
  private final CanvasView view;
  private final WeightTag weights;
  private final CanvasKeys keys;
  private final EdgePan edgePan;
  private final IntConsumer openNode;
  private final Clicks clicks;
  /** Gesture that starts if the mouse moves after the press. */
  private Optional<Conversation> waiting = Optional.empty();
  private Runnable click = () -> {};
  private double pressX;
  private double pressY;
  private boolean panning;
  private boolean twice;

  /** @param openNode receives a node that was double-clicked */
  Gestures(DesignerModel model, CanvasView view, CanvasKeys keys, Pulse pulse, IntConsumer openNode) {
    this.model = model;
    this.view = view;
    this.weights = view.weights();
    this.keys = keys;
    this.openNode = openNode;
    this.edgePan = new EdgePan(model, pulse);
    this.clicks = new Clicks(pulse);
    view.addEventFilter(MouseEvent.MOUSE_PRESSED, this::press);
    view.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::drag);
    view.addEventFilter(MouseEvent.MOUSE_RELEASED, this::release);
    view.addEventHandler(ScrollEvent.SCROLL, this::scroll);
    view.addEventHandler(ZoomEvent.ZOOM, this::pinch);
  }

  private void press(MouseEvent event) {
    keys.mouseIsUsed();
    pressX = event.getX();
    pressY = event.getY();
    waiting = Optional.empty();
    click = () -> {};
    panning = event.getButton() == MouseButton.MIDDLE || event.getButton() == MouseButton.PRIMARY && keys.spaceIsDown();
    if (panning) {
      model.hand().begin(new Pan(model.camera(), pressX, pressY));
    } else if (event.getButton() == MouseButton.PRIMARY) {
      pressPrimary(event);
    }
  }

  private void pressPrimary(MouseEvent event) {
    if (CanvasView.owner(event.getTarget(), WeightTag.class).isPresent()) {
      return; // it takes the mouse itself
    }
    model.hand().refuse(Optional.empty());
    twice = clicks.isSecond(event);
    boolean adding = event.isShortcutDown() || event.isShiftDown();
    boolean copying = event.isShortcutDown() || event.isAltDown();
    Optional<PortView> port = CanvasView.owner(event.getTarget(), PortView.class);
    Optional<NodeView> node = CanvasView.owner(event.getTarget(), NodeView.class);
    Optional<WireView> wire = CanvasView.owner(event.getTarget(), WireView.class);
    Optional<GroupView> group = CanvasView.owner(event.getTarget(), GroupView.class);
    Optional<NoteView> note = CanvasView.owner(event.getTarget(), NoteView.class);
    double x = model.camera().canvasX(pressX);
    double y = model.camera().canvasY(pressY);
    Optional<HandNumber> weight = weights.at(event);
    if (port.isPresent() && node.isPresent()) {
      node.get().requestFocus();
      model.hand().begin(new DrawWire(model, node.get().id(), !port.get().input(), x, y));
    } else if (weight.isPresent()) {
      node.ifPresentOrElse(javafx.scene.Node::requestFocus, () -> wire.ifPresent(javafx.scene.Node::requestFocus));
      wire.ifPresent(pressed -> model.select(pressed.wire()));
      waiting = Optional.of(weights.drag(weight.get(), pressX, pressY, y));
      click = () -> weights.type(weight.get(), pressX, pressY);
    } else if (node.isPresent()) {
      pressNode(node.get(), event, adding, copying, x, y);
    } else if (wire.isPresent()) {
      wire.get().requestFocus();
      model.select(wire.get().wire());
    } else if (port.isPresent() && group.isPresent()) {
      boolean forward = !port.get().input();
      model.hand().begin(new DrawWire(model, model.groups().port(group.get().group().members().get(0), !forward), forward, x, y));
    } else if (group.isPresent() && CanvasView.owner(event.getTarget(), ButtonBase.class).isEmpty()) {
      pressGroup(group.get(), event, adding, copying, x, y);
    } else if (group.isPresent()) {
      waiting = Optional.empty(); // its button does by itself what it does
    } else if (note.isPresent()) {
      pressNote(note.get(), event, adding, copying, x, y);
    } else {
      view.requestFocus();
      waiting = Optional.of(new Marquee(model, adding, x, y));
      if (twice) {
        waiting = Optional.empty();
        click = () -> ChooseLayer.at(model, x, y);
        return;
      }
      click = adding ? click : model::clearSelection;
    }
  }

  /** A press selects; within a selection a single choice waits for the release, since a drag moves all of it. A double click opens. */
  private void pressNode(NodeView pressed, MouseEvent event, boolean adding, boolean copying, double x, double y) {
    int id = pressed.id();
    pressed.requestFocus();
    boolean onButton = CanvasView.owner(event.getTarget(), ButtonBase.class).isPresent();
    if (twice && !adding && !copying && !onButton) {
      click = () -> openNode.accept(id);
      return;
    }
    Set<Integer> before = model.document().selection();
    if (adding && copying) {
      click = () -> model.toggle(id); // a drag may follow, which copies
    } else if (adding) {
      model.toggle(id);
    } else if (before.contains(id)) {
      click = () -> model.select(id);
    } else {
      model.select(id);
    }
    Node lead = model.network().node(id);
    if (copying) {
      waiting = Optional.of(new CopyNodes(model, lead, before.contains(id) ? before : Set.of(id), x, y));
    } else if (model.document().selection().contains(id)) {
      waiting = Optional.of(new MoveNodes(model, lead, model.document().selection(), x, y));
    }
  }

  /** A double click folds or unfolds the group. */
  private void pressGroup(GroupView pressed, MouseEvent event, boolean adding, boolean copying, double x, double y) {
    NodeGroup group = pressed.group();
    pressed.requestFocus();
    if (twice) {
      click = view::fold;
      return;
    }
    boolean selected = model.document().selection().containsAll(group.members());
    if (adding && copying) {
      click = () -> model.groups().toggle(group);
    } else if (adding) {
      model.groups().toggle(group);
    } else if (selected) {
      click = () -> model.groups().select(group);
    } else {
      model.groups().select(group);
    }
    Set<Integer> selection = model.document().selection();
    if (copying) {
      waiting = Optional.of(new CopyNodes(model, pressed.place(), selected ? selection : Set.copyOf(group.members()), x, y));
    } else if (selection.containsAll(group.members())) {
      waiting = Optional.of(new MoveNodes(model, pressed.place(), x, y));
    }
  }

  /** A double click edits the note. */
  private void pressNote(NoteView pressed, MouseEvent event, boolean adding, boolean copying, double x, double y) {
    int id = pressed.id();
    pressed.requestFocus();
    if (twice) {
      click = () -> model.notes().write(id);
      return;
    }
    if (adding && model.notes().selected().contains(id) && copying) {
      click = () -> model.notes().toggle(id);
    } else if (adding) {
      model.notes().toggle(id);
    } else if (model.notes().selected().contains(id)) {
      click = () -> model.notes().select(id);
    } else {
      model.notes().select(id);
    }
    if (pressed.isCorner(event.getTarget())) {
      waiting = Optional.of(new SizeNote(model.notes(), pressed.note(), x, y));
    } else if (model.notes().selected().contains(id)) {
      Box lead = model.places().box(pressed.note());
      waiting = Optional.of(copying ? new CopyNodes(model, lead, model.document().selection(), x, y) : new MoveNodes(model, lead, x, y));
    }
  }

  private void drag(MouseEvent event) {
    boolean far = Math.hypot(event.getX() - pressX, event.getY() - pressY) > DRAG_FROM;
    if (waiting.isPresent() && far) {
      model.hand().begin(waiting.get());
      waiting = Optional.empty();
      click = () -> {};
      clicks.forget();
    }
    if (panning) {
      model.hand().moveTo(event.getX(), event.getY());
      keys.spaceWasUsed();
    } else {
      model.hand().moveTo(model.camera().canvasX(event.getX()), model.camera().canvasY(event.getY()));
      if (model.hand().conversationProperty().get().filter(Conversation::goesFar).isPresent()) {
        edgePan.dragAt(event.getX(), event.getY());
      }
    }
  }

  private void release(MouseEvent event) {
    edgePan.stop();
    model.hand().commit();
    click.run();
    click = () -> {};
    waiting = Optional.empty();
    panning = false;
  }

  /** Ctrl and scroll zooms around the pointer; scroll alone pans. */
  private void scroll(ScrollEvent event) {
    if (event.isShortcutDown()) {
      model.camera().zoomBy(Math.pow(WHEEL_ZOOM, event.getDeltaY()), event.getX(), event.getY());
    } else {
      model.camera().pan(event.getDeltaX(), event.getDeltaY());
    }
    event.consume();
  }

  private void pinch(ZoomEvent event) {
    model.camera().zoomBy(event.getZoomFactor(), event.getX(), event.getY());
    event.consume();
  }
}
