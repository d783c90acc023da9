package studio.backprop.ui.inside.lens.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.backprop.observe.NodeTrace.OpLook;
import studio.backprop.observe.NodeTrace.Tensors;
import studio.backprop.op.SumNeighbours;
import studio.backprop.tensor.Shape;
import studio.backprop.ui.inside.lens.graph.GraphNumbers.Term;

class GraphNumbersTest {
  private static GraphNumbers path() {
    Tensors h = new Tensors("h", 1, Shape.of(3, 1), new float[] {1, 2, -8}, null);
    Tensors weights = new Tensors("weights", 1, Shape.of(3, 3), new float[] {0.5f, 0.5f, 0, 0.25f, 0.5f, 0.25f, 0, 0.5f, 0.5f}, null);
    Tensors bias = new Tensors("bias", 1, Shape.of(1), new float[] {0.1f}, null);
    Tensors y = new Tensors("y", 1, Shape.of(3, 1), new float[] {1.6f, -0.65f, -2.9f}, null);
    return GraphNumbers.of(new OpLook("sum", SumNeighbours.class, List.of(h, weights), List.of(bias), y, List.of(), List.of(), false));
  }

  @Test
  void whatComesToANodeAndTheBiasAddUpToItsValue() {
    for (int node = 0; node < 3; node++) {
      double sum = path().terms(node, 0).stream().mapToDouble(Term::product).sum() + path().bias(0);
      assertEquals(path().heard(node, 0), sum, 1e-6);
    }
  }

  @Test
  void theLargestContributionComesFirst() {
    assertEquals(2, path().terms(1, 0).get(0).from());
  }

  @Test
  void aNodesWayToItselfIsNoEdge() {
    assertArrayEquals(new int[] {1, 0, 2, 1}, path().edges());
  }

  @Test
  void whatComesBackAlongTheEdgesIsTheSlopeOfWhatANodeSays() {
    Tensors h = new Tensors("h", 1, Shape.of(3, 1), new float[] {1, 2, -8}, null);
    Tensors weights = new Tensors("weights", 1, Shape.of(3, 3), new float[] {0.5f, 0.5f, 0, 0.25f, 0.5f, 0.25f, 0, 0.5f, 0.5f}, null);
    Tensors y = new Tensors("y", 1, Shape.of(3, 1), new float[] {1.5f, -0.75f, -3}, new float[] {4, -2, 1});
    GraphNumbers numbers = GraphNumbers.of(new OpLook("sum", SumNeighbours.class, List.of(h, weights), List.of(), y, List.of(), List.of(),
        false));
    double[] slopes = {0.5 * 4 - 0.25 * 2, 0.5 * 4 - 0.5 * 2 + 0.5 * 1, -0.25 * 2 + 0.5 * 1};
    for (int node = 0; node < 3; node++) {
      assertEquals(slopes[node], numbers.back(node, 0).stream().mapToDouble(Term::product).sum(), 1e-6);
    }
  }
}
