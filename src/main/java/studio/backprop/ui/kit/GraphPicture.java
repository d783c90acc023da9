package studio.backprop.ui.kit;

import java.util.Arrays;
import javafx.scene.canvas.GraphicsContext;
import studio.backprop.data.Dataset;
import studio.backprop.data.Graph;
import studio.backprop.data.PreparedData;
import studio.backprop.observe.Example;

/** Example of a graph-classification dataset, laid out for drawing in the colour of its class; padding nodes are omitted. */
public record GraphPicture(GraphLayout layout, int ofClass) {
  private static final double RIM = 1;

  public static GraphPicture of(Dataset data, int row) {
    Graph graph = data.graph().orElseThrow();
    float[] numbers = new float[data.width()];
    data.copyInput(row, numbers, 0);
    int[] present = graph.present(numbers);
    int[] edges = Arrays.stream(graph.edges(numbers)).map(node -> Math.max(0, Arrays.binarySearch(present, node))).toArray();
    return new GraphPicture(GraphLayout.of(present.length, edges), (int) data.target(row));
  }

  public static GraphPicture of(PreparedData data, Example example) {
    return of(data.dataset(), data.split().row(example.part(), example.row()));
  }

  public void paint(GraphicsContext g, Palette palette, double x, double y, double width, double height) {
    g.save();
    g.translate(x, y);
    GraphDrawing drawing = new GraphDrawing(layout, width, height);
    drawing.edges(g, palette.color(Token.MUT));
    for (int node = 0; node < layout.nodes(); node++) {
      drawing.node(g, node, palette.ofClass(ofClass), palette.color(Token.BG), RIM);
    }
    g.restore();
  }
}
