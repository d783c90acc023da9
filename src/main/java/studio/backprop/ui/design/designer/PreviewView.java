package studio.backprop.ui.design.designer;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.javafx.FontIcon;
import studio.backprop.network.Analysis;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.Wire;
import studio.backprop.ui.design.designer.edit.Anatomy;
import studio.backprop.ui.design.designer.edit.Box;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.design.designer.edit.WireCurve;
import studio.backprop.ui.design.designer.edit.Wording;
import studio.backprop.ui.design.designer.wire.WireLine;
import studio.backprop.ui.kit.Icon;

/** Preview of a repair, dashed in the accent colour: new nodes and wires, and a border around changed nodes. */
final class PreviewView extends Group {
  private static final double RIM = 4;
  /** Height of the arc of a replaced wire above the new node. */
  private static final double ARC = 26;

  private final CanvasDesk desk;
  private final Wording wording;
  private final Map<Integer, Box> ghosts = new HashMap<>();

  PreviewView(CanvasDesk desk, Wording wording) {
    this.desk = desk;
    this.wording = wording;
    setMouseTransparent(true);
    setManaged(false);
    desk.model().mending().previewProperty().subscribe(this::show);
    desk.glide().partedProperty().subscribe(parted -> follow());
  }

  /** Layout after the remaining nodes have moved or changed their size. */
  void follow() {
    show(desk.model().mending().previewProperty().get());
  }

  private void show(Optional<Network> preview) {
    getChildren().clear();
    ghosts.clear();
    preview.ifPresent(this::show);
  }

  private void show(Network after) {
    Network now = desk.model().network();
    Analysis known = after.analyse();
    for (Node node : after.nodes()) {
      if (now.find(node.id()).isEmpty()) {
        add(node, after, known);
      } else if (!now.node(node.id()).layer().equals(node.layer()) || now.node(node.id()).weights() != node.weights()) {
        surround(node, known);
      }
    }
    after.wires().stream().filter(wire -> !now.wires().contains(wire)).forEach(wire -> lead(wire, after));
    now.wires().stream().filter(wire -> !after.wires().contains(wire) && desk.model().wrong(wire)).forEach(this::arch);
  }

  private void add(Node node, Network after, Analysis known) {
    Optional<Node> source = after.sources(node.id()).stream().findFirst();
    Box place = desk.model().growth().ghost(node, source.map(this::boxOf));
    ghosts.put(node.id(), place);
    Label title = label(wording.kind(node), "node-title");
    Label settings = label(wording.summary(known, node), "node-summary");
    Label shape = label(known.shape(node.id()).map(wording::shape).orElse(""), "ghost-shape");
    Region band = new Region();
    band.getStyleClass().add("ghost-band");
    FontIcon icon = Icon.of(node.type());
    icon.getStyleClass().add("ghost-icon");
    Region gap = new Region();
    VBox.setVgrow(gap, Priority.ALWAYS);
    Region rule = new Region();
    rule.getStyleClass().add("node-rule");
    VBox box = new VBox(band, title, settings, icon, gap, rule, shape);
    box.getStyleClass().setAll("designer-node", "ghost", node.type().group().name().toLowerCase(Locale.ROOT));
    if (Anatomy.narrow(node.layer())) {
      box.getStyleClass().add("narrow");
    }
    box.setPrefSize(place.width(), place.height());
    box.resizeRelocate(place.x(), place.y(), place.width(), place.height());
    getChildren().add(box);
  }

  private void surround(Node node, Analysis known) {
    Box place = boxOf(node).grown(RIM);
    Rectangle rim = new Rectangle(place.x(), place.y(), place.width(), place.height());
    rim.getStyleClass().add("ghost-rim");
    String shape = known.shape(node.id()).map(wording::shape).orElse(wording.summary(known, node));
    String before = wording.summary(desk.model().document().analysis(), desk.model().network().node(node.id()));
    String settings = wording.summary(known, node);
    Label said = label(before.equals(settings) ? shape : before + " → " + settings, "ghost-label");
    getChildren().addAll(rim, said);
    said.applyCss();
    said.autosize();
    said.relocate(place.centerX() - said.getWidth() / 2, place.bottom() - said.getHeight() / 2);
  }

  private void lead(Wire wire, Network after) {
    Box from = boxOf(after.node(wire.from()));
    Box to = boxOf(after.node(wire.to()));
    WireLine curve = new WireLine("ghost-wire");
    curve.follow(new WireCurve(from.right(), from.y() + Anatomy.PORT_Y, to.x(), to.y() + Anatomy.PORT_Y));
    getChildren().add(0, curve);
  }

  /** The broken wire stays visible above the preview as a red arc with a crossed badge. */
  private void arch(Wire wire) {
    Network now = desk.model().network();
    Box from = boxOf(now.node(wire.from()));
    Box to = boxOf(now.node(wire.to()));
    double top = ghosts.values().stream().mapToDouble(Box::y).min().orElse(Math.min(from.y(), to.y())) - ARC;
    double startY = from.y() + Anatomy.PORT_Y;
    double endY = to.y() + Anatomy.PORT_Y;
    double pull = (4 * top - (startY + endY) / 2) / 3; // so that its middle lies at the top
    double third = (to.x() - from.right()) / 3;
    CubicCurve arc = new CubicCurve(from.right(), startY, from.right() + third, pull, to.x() - third, pull, to.x(), endY);
    arc.getStyleClass().add("ghost-wrong");
    double middle = (from.right() + to.x()) / 2;
    double height = (startY + endY) / 8 + 0.75 * pull;
    FontIcon cross = Icon.NO_ENTRY.view();
    cross.getStyleClass().add("ghost-cross");
    getChildren().addAll(arc, cross);
    cross.applyCss();
    Bounds size = cross.getLayoutBounds();
    cross.relocate(middle - size.getWidth() / 2, height - size.getHeight() / 2);
  }

  private Box boxOf(Node node) {
    return desk.model().network().find(node.id()).map(desk.places()::box).orElseGet(() -> ghosts.get(node.id()));
  }

  private static Label label(String text, String style) {
    Label label = new Label(text);
    label.getStyleClass().add(style);
    return label;
  }
}
