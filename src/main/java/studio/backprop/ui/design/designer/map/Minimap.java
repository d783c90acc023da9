package studio.backprop.ui.design.designer.map;

import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import studio.backprop.network.Node;
import studio.backprop.network.NodeGroup;
import studio.backprop.network.Note;
import studio.backprop.network.Wire;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.design.designer.edit.Camera;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.DesignerModel;
import studio.backprop.ui.design.designer.node.GroupColour;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Token;

/** Minimap of a large network in the lower right corner: nodes in the colours of their groups, and the frame of the view. */
public final class Minimap extends Region {
  public static final double WIDTH = 208;
  public static final double HEIGHT = 132;
  /** Number of nodes up to which there is no minimap. */
  public static final int FEW = 20;
  private static final double PADDING = 8;
  private static final double MIN_NODE = 3;

  private final CanvasDesk desk;
  private final DesignerModel model;
  private final Canvas canvas = new Canvas(WIDTH, HEIGHT);

  public Minimap(CanvasDesk desk) {
    this.desk = desk;
    this.model = desk.model();
    getStyleClass().addAll("card", "pop", "minimap");
    accessibleTextProperty().bind(desk.lang().bind("map.name"));
    setManaged(false);
    getChildren().add(canvas);
    resize(WIDTH, HEIGHT);
    Camera camera = model.camera();
    List<ObservableValue<?>> causes = List.of(model.document().projectProperty(), model.document().selectionProperty(), model.mapProperty(),
        model.lensProperty(), model.hand().shiftProperty(), desk.theme().paletteProperty(),
        camera.zoomProperty(), camera.offsetXProperty(), camera.offsetYProperty());
    causes.forEach(cause -> cause.subscribe(this::refresh));
    refresh();
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    addEventHandler(MouseEvent.MOUSE_RELEASED, event -> model.hand().commit());
  }

  /** Shown in the corner while a part of the network is not visible. */
  public void place(double right, double bottom) {
    relocate(right - WIDTH, bottom - HEIGHT);
    refresh();
  }

  private void refresh() {
    setVisible(model.mapProperty().get() && model.network().nodes().size() > FEW && !model.camera().seen().holds(model.places().all()));
    requestLayout();
  }

  private MapScale scale() {
    return MapScale.of(model.places().all(), WIDTH - 2 * PADDING, HEIGHT - 2 * PADDING);
  }

  private void press(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY) {
      model.hand().begin(new PullView(model.camera(), scale().canvasX(event.getX() - PADDING), scale().canvasY(event.getY() - PADDING)));
    }
    event.consume();
  }

  private void drag(MouseEvent event) {
    model.hand().moveTo(scale().canvasX(event.getX() - PADDING), scale().canvasY(event.getY() - PADDING));
    event.consume();
  }

  @Override
  protected void layoutChildren() {
    if (isVisible()) {
      paint(canvas.getGraphicsContext2D(), desk.theme().palette(), scale());
    }
  }

  private void paint(GraphicsContext g, Palette colours, MapScale scale) {
    g.clearRect(0, 0, WIDTH, HEIGHT);
    g.save();
    g.translate(PADDING, PADDING);
    paintMarks(g, colours, scale);
    g.setStroke(colours.color(Token.WIRE));
    g.setLineWidth(1);
    for (Wire wire : model.network().wires()) {
      Box from = scale.onMap(model.places().box(model.network().node(wire.from())));
      Box to = scale.onMap(model.places().box(model.network().node(wire.to())));
      g.strokeLine(from.right(), from.centerY(), to.x(), to.centerY());
    }
    for (Node node : model.network().nodes()) {
      boolean selected = model.document().selection().contains(node.id());
      g.setFill(colours.color(selected ? Token.ACCENT : GroupColour.of(node.type().group())));
      g.setGlobalAlpha(selected ? 1 : 0.7);
      Box box = scale.onMap(model.places().box(node));
      g.fillRect(box.x(), box.y(), Math.max(MIN_NODE, box.width()), Math.max(MIN_NODE, box.height()));
    }
    g.setGlobalAlpha(1);
    paintFrame(g, colours, scale.onMap(model.camera().seen()));
    g.restore();
  }

  private void paintMarks(GraphicsContext g, Palette colours, MapScale scale) {
    g.setStroke(colours.color(Token.BORDER));
    for (NodeGroup group : model.network().marks().groups()) {
      Box box = scale.onMap(model.places().frame(group));
      g.strokeRect(box.x(), box.y(), box.width(), box.height());
    }
    for (Note note : model.network().marks().notes()) {
      Box box = scale.onMap(model.places().box(note));
      g.setFill(colours.color(Paper.of(note.colour())));
      g.fillRect(box.x(), box.y(), Math.max(MIN_NODE, box.width()), Math.max(MIN_NODE, box.height()));
    }
  }

  private static void paintFrame(GraphicsContext g, Palette colours, Box seen) {
    double left = Math.max(1 - PADDING, seen.x());
    double top = Math.max(1 - PADDING, seen.y());
    double right = Math.min(WIDTH - PADDING - 1, seen.right());
    double bottom = Math.min(HEIGHT - PADDING - 1, seen.bottom());
    if (right > left && bottom > top) {
      g.setFill(colours.color(Token.ACCENT).deriveColor(0, 1, 1, 0.08));
      g.fillRect(left, top, right - left, bottom - top);
      g.setStroke(colours.color(Token.BG));
      g.setLineWidth(4);
      g.strokeRect(left, top, right - left, bottom - top);
      g.setStroke(colours.color(Token.ACCENT));
      g.setLineWidth(1.5);
      g.strokeRect(left, top, right - left, bottom - top);
    }
  }
}
