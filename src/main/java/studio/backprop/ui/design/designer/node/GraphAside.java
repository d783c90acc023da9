package studio.backprop.ui.design.designer.node;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import studio.backprop.network.Node;
import studio.backprop.observe.Activations;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.design.designer.edit.CanvasDesk;
import studio.backprop.ui.kit.GraphDrawing;
import studio.backprop.ui.kit.GraphLayout;
import studio.backprop.ui.kit.Painting;
import studio.backprop.ui.kit.Palette;
import studio.backprop.ui.kit.Token;

/** Graph of the chosen example, its nodes coloured by their first output feature. */
final class GraphAside extends StackPane implements OutputAside {
  /** Limit for readability. */
  private static final int MAX_NODES = 256;

  private final CanvasDesk desk;
  private final Node node;
  private final Node edges;
  private final int features;
  private final Painting painting = new Painting(this::paint);
  private float[] adjacency = {};
  private float[] answer = {};
  private int[] drawn = {};
  private GraphLayout layout = GraphLayout.of(0, new int[0]);

  private GraphAside(CanvasDesk desk, Node node, Node edges, int features) {
    this.desk = desk;
    this.node = node;
    this.edges = edges;
    this.features = features;
    getChildren().add(painting);
  }

  static Optional<OutputAside> of(CanvasDesk desk, Node node, Shape answer) {
    List<Node> sources = desk.model().network().sources(node.id());
    return sources.size() < 2 || answer.rank() != 2 || answer.size(0) > MAX_NODES ? Optional.empty()
        : Optional.of(new GraphAside(desk, node, sources.get(1), answer.size(1)));
  }

  @Override
  public Region view() {
    return this;
  }

  @Override
  public void show(Activations seen) {
    if (!seen.has(edges.id())) {
      return;
    }
    answer = seen.output(node.id());
    float[] now = seen.output(edges.id());
    if (!Arrays.equals(now, adjacency)) {
      adjacency = now.clone();
      arrange(answer.length / features);
    }
    painting.repaint();
  }

  /** In a dataset of many graphs, nodes without edges are padding. */
  private void arrange(int nodes) {
    int[] ends = IntStream.range(0, nodes).boxed()
        .flatMapToInt(i -> IntStream.range(0, i).filter(j -> adjacency[i * nodes + j] != 0 || adjacency[j * nodes + i] != 0)
            .flatMap(j -> IntStream.of(i, j)))
        .toArray();
    boolean fills = desk.run().runProperty().get().data().dataset().isGraphs() && ends.length > 0;
    drawn = fills ? Arrays.stream(ends).distinct().sorted().toArray() : IntStream.range(0, nodes).toArray();
    layout = GraphLayout.of(drawn.length, Arrays.stream(ends).map(end -> Arrays.binarySearch(drawn, end)).toArray());
  }

  @Override
  public void redraw() {
    painting.repaint();
  }

  private void paint(GraphicsContext g, double width, double height) {
    Palette palette = desk.theme().palette();
    GraphDrawing drawing = new GraphDrawing(layout, width, height);
    drawing.edges(g, palette.color(Token.BORDER));
    double largest = IntStream.of(drawn).mapToDouble(one -> Math.abs(answer[one * features])).max().orElse(0);
    for (int place = 0; place < drawn.length; place++) {
      double share = largest > 0 ? answer[drawn[place] * features] / largest : 0;
      drawing.node(g, place, palette.signed().color(share), palette.color(Token.WIRE), 1);
    }
  }
}
