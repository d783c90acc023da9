package studio.backprop.ui.design.designer.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import studio.backprop.network.Node;
import studio.backprop.observe.Activations;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.kit.HeatMap;
import studio.backprop.ui.workspace.run.ColourReach;

/** Inputs of a node in a column or a row, before they are added, multiplied, concatenated or upsampled. */
final class StreamsAside extends Region implements OutputAside {
  private static final int MAX_STREAMS = 3;
  private static final int SIGN = 12;
  private static final int GAP = 2;

  private final List<Node> sources;
  private final List<OutputCells> pictures = new ArrayList<>();
  private final List<Text> signs = new ArrayList<>();
  /** Whether they stand in a row, which makes them larger. */
  private final boolean abreast;

  private StreamsAside(CanvasDesk desk, Node node, List<Node> sources, List<Shape> shapes, int width, int height) {
    this.sources = sources;
    int line = Math.max(4, height / sources.size() - GAP);
    int column = Math.max(4, width / sources.size() - SIGN);
    abreast = area(shapes, column, height) > area(shapes, width - SIGN, line);
    String sign = node.layer().sign().orElse("");
    for (int i = 0; i < sources.size(); i++) {
      pictures.add(new OutputCells(shapes.get(i), abreast ? column : width - SIGN, abreast ? height : line, false, desk.theme()
          .paletteProperty(), ColourReach.Limit.OWN));
      Text text = new Text(i == 0 ? "" : sign);
      text.getStyleClass().add("pane-caption");
      signs.add(text);
    }
    getChildren().addAll(pictures);
    getChildren().addAll(signs);
    getChildren().forEach(child -> child.setManaged(false));
  }

  /** Area of the smallest picture in this room. */
  private static int area(List<Shape> shapes, int width, int height) {
    return shapes.stream().mapToInt(shape -> area(OutputTiles.of(shape, width, height).tiles())).min().orElse(0);
  }

  private static int area(HeatMap.Tiles tiles) {
    return tiles.across() * tiles.down() * tiles.mapWidth() * tiles.mapHeight();
  }

  static Optional<OutputAside> of(CanvasDesk desk, Node node, int width, int height) {
    List<Node> sources = desk.model().network().sources(node.id()).stream().limit(MAX_STREAMS).toList();
    List<Shape> shapes = sources.stream().flatMap(source -> desk.model().document().analysis().shape(source.id()).stream()).toList();
    return shapes.isEmpty() || shapes.size() < sources.size() ? Optional.empty()
        : Optional.of(new StreamsAside(desk, node, sources, shapes, width, height));
  }

  @Override
  public Region view() {
    return this;
  }

  @Override
  public void show(Activations seen) {
    for (int i = 0; i < pictures.size(); i++) {
      if (seen.has(sources.get(i).id())) {
        pictures.get(i).show(seen.output(sources.get(i).id()));
      }
    }
  }

  @Override
  public void redraw() {
    pictures.forEach(OutputCells::paint);
  }

  @Override
  protected void layoutChildren() {
    double column = getWidth() / pictures.size();
    double line = getHeight() / pictures.size();
    for (int i = 0; i < pictures.size(); i++) {
      if (abreast) {
        pictures.get(i).resizeRelocate(i * column + SIGN, 0, column - SIGN, getHeight());
        signs.get(i).relocate(i * column, getHeight() / 2 - SIGN);
      } else {
        pictures.get(i).resizeRelocate(SIGN, i * line, getWidth() - SIGN, line - GAP);
        signs.get(i).relocate(0, i * line + line / 2 - SIGN);
      }
    }
  }
}
