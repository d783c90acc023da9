package studio.backprop.ui.designer;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.shape.CubicCurve;
import javafx.scene.shape.Rectangle;
import studio.backprop.network.Analysis;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.network.Wire;

/** What a repair would do, dashed in the accent colour: new nodes and wires, and a rim around each node that changes. */
final class PreviewView extends Group {
  private static final double RIM = 4;

  private final Desk desk;
  private final Wording wording;
  private final Map<Integer, Box> ghosts = new HashMap<>();

  PreviewView(Desk desk, Wording wording) {
    this.desk = desk;
    this.wording = wording;
    setMouseTransparent(true);
    setManaged(false);
    desk.model().mending().previewProperty().subscribe(this::show);
    desk.glide().partedProperty().subscribe(parted -> show(desk.model().mending().previewProperty().get()));
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
  }

  private void add(Node node, Network after, Analysis known) {
    Optional<Node> source = after.sources(node.id()).stream().findFirst();
    Box place = new Growth(desk.model()).ghost(node, source.map(this::boxOf));
    ghosts.put(node.id(), place);
    Label title = label(wording.kind(node), "node-title");
    Label settings = label(wording.summary(known, node), "node-summary");
    Label shape = label(known.shape(node.id()).map(wording::shape).orElse(""), "ghost-shape");
    VBox box = new VBox(title, settings, shape);
    box.getStyleClass().setAll("designer-node", "ghost", node.type().group().name().toLowerCase(Locale.ROOT));
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
    CubicCurve curve = new CubicCurve();
    curve.getStyleClass().add("ghost-wire");
    WireView.follow(curve, new WireCurve(from.right(), from.y() + Anatomy.PORT_Y, to.x(), to.y() + Anatomy.PORT_Y));
    getChildren().add(0, curve);
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
