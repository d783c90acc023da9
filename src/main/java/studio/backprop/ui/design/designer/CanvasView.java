package studio.backprop.ui.design.designer;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.NodeGroup;
import studio.backprop.network.Problem;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.DesignerModel;
import studio.backprop.ui.design.designer.edit.Ghost;
import studio.backprop.ui.design.designer.edit.Shift;
import studio.backprop.ui.design.designer.edit.Wording;
import studio.backprop.ui.design.designer.note.NoteField;
import studio.backprop.ui.design.designer.wire.DraftView;

/** Zoomable drawing of the network; follows the document and previews gestures. */
final class CanvasView extends Pane {
  private final CanvasDesk desk;
  private final DesignerModel model;
  private final Pane content = new Pane();
  private final NetworkDrawing drawing;
  private final PreviewView preview;
  private final RenameField rename;
  private final WeightTag weights;
  private Network shownNetwork;
  private List<Problem> shownProblems = List.of();

  CanvasView(CanvasDesk desk, Wording wording) {
    this.desk = desk;
    this.model = desk.model();
    this.drawing = new NetworkDrawing(desk, wording);
    this.preview = new PreviewView(desk, wording);
    this.rename = new RenameField(desk, this::focusSelected);
    this.weights = new WeightTag(desk, this::focusSelected);
    getStyleClass().add("designer-canvas");
    accessibleTextProperty().bind(desk.lang().bind("designer.name"));
    build();
    bind();
  }

  private void build() {
    Flight seen = new Flight(model.camera(), desk.motion());
    DotGrid dots = new DotGrid(seen, desk.theme().paletteProperty());
    dots.prefWidthProperty().bind(widthProperty());
    dots.prefHeightProperty().bind(heightProperty());
    Translate offset = new Translate();
    offset.xProperty().bind(seen.offsetXProperty());
    offset.yProperty().bind(seen.offsetYProperty());
    Scale scale = new Scale();
    scale.xProperty().bind(seen.zoomProperty());
    scale.yProperty().bind(seen.zoomProperty());
    content.getTransforms().addAll(offset, scale);
    content.setManaged(false);
    content.setPickOnBounds(false);
    content.getChildren().addAll(
        drawing, new GhostView(desk), preview, new CopiesView(desk), new DraftView(desk), new MarqueeView(model.hand()), rename,
        new NoteField(desk, drawing.notes()));
    getChildren().addAll(dots, content, weights);
    Rectangle clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
  }

  private void bind() {
    model.document().projectProperty().subscribe(project -> follow());
    desk.lang().whenWrittenAnew(this::showAll);
    model.lensProperty().subscribe((before, lens) -> showAll());
    model.advice().allowedProperty().subscribe((before, now) -> showAll());
    model.document().openingsProperty().subscribe(desk.glide()::end);
    model.hand().ghostProperty().subscribe(this::showGhost);
    model.mending().previewProperty().subscribe(this::showPreview);
  }

  /** Ignores changes outside the network, such as of the learning rate. */
  private void follow() {
    List<Problem> problems = model.document().findings();
    if (model.network() != shownNetwork || !problems.equals(shownProblems)) {
      shownNetwork = model.network();
      shownProblems = problems;
      showNetwork();
    }
  }

  private void showNetwork() {
    boolean hadFocus = getScene() != null && owner(getScene().getFocusOwner(), CanvasView.class).isPresent();
    drawing.follow(model.network());
    requestLayout();
    if (hadFocus && owner(getScene().getFocusOwner(), CanvasView.class).isEmpty()) {
      requestFocus(); // the focused node is gone; keys must still arrive
    }
  }

  private void showAll() {
    drawing.show();
    requestLayout(); // labels know their size only with the styles of the window
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    drawing.join();
  }

  /** New values can move nodes, and with them the followed path. */
  void followNumbers() {
    if (!desk.focus().followed().wayProperty().get().isEmpty()) {
      requestLayout();
    }
  }

  NetworkDrawing drawing() {
    return drawing;
  }

  /** Editor of a weight under the mouse. */
  WeightTag weights() {
    return weights;
  }

  /** Node that holds all that zooms and moves with the network. */
  Pane ground() {
    return content;
  }

  /** Layout after nodes have changed their height or distance. */
  void fitted() {
    drawing.fitted();
    preview.follow();
    requestLayout();
  }

  /** Nodes behind the wire that a layer is dropped on make room. */
  private void showGhost(Optional<Ghost> ghost) {
    desk.glide().part(ghost.map(held -> model.growth().parting(held)).orElse(Shift.NONE));
  }

  /** Nodes in the way of previewed ones make room. */
  private void showPreview(Optional<Network> preview) {
    desk.glide().part(preview.map(after -> model.growth().way(after)).orElse(Shift.NONE));
  }

  /** Updates the visible nodes to the newest training state; others are updated when they become visible. */
  void refresh() {
    double zoom = model.camera().zoom();
    refresh(new Box(model.camera().canvasX(0), model.camera().canvasY(0), getWidth() / zoom, getHeight() / zoom));
  }

  private void refresh(Box window) {
    if (drawing.nodes().outgrown() && getParent() != null) {
      getParent().requestLayout(); // they need more room
    }
    drawing.refresh(window);
  }

  /** Runs a painter on the network at full size and without selection. */
  <T> T posed(Function<Parent, T> painter) {
    desk.glide().end();
    Runnable back = drawing.pose(() -> refresh(desk.places().all()));
    T painted = painter.apply(drawing);
    back.run();
    return painted;
  }

  /** Edits the name of the selected group or node. */
  void rename() {
    model.groups().selected().ifPresentOrElse(rename::open, () -> model.document().selectedNode().map(model.network()::node)
        .ifPresent(rename::open));
  }

  /** Asks for the name of a block made of the selected nodes. */
  void keepBlock() {
    List<Box> boxes = model.document().selection().stream().map(model.network()::node).map(model.places()::box).toList();
    Box.around(boxes).ifPresent(box -> rename.openForBlock(box, model.groups().selected().map(NodeGroup::name).orElse("")));
  }

  /** Folds or unfolds the selected groups and keeps the focus there. */
  void fold() {
    model.groups().fold();
    focusSelected();
  }

  /** Focuses the selected node, otherwise the canvas. */
  void focusSelected() {
    if (!drawing.focusSelected()) {
      requestFocus();
    }
  }

  /** Takes the focus from a field of the previous project; if it vanished, the focus would go to some other field. */
  void takeKeys() {
    javafx.scene.Node focused = getScene() == null ? null : getScene().getFocusOwner();
    for (javafx.scene.Node at = focused; at != null; at = at.getParent()) {
      if (at.getStyleClass().contains("panel")) {
        requestFocus();
        return;
      }
    }
  }

  /** Nearest ancestor of one type, from a picked node upwards. */
  static <V> Optional<V> owner(Object picked, Class<V> kind) {
    javafx.scene.Node at = picked instanceof javafx.scene.Node node ? node : null;
    while (at != null && !kind.isInstance(at)) {
      at = at.getParent();
    }
    return Optional.ofNullable(at).map(kind::cast);
  }
}
