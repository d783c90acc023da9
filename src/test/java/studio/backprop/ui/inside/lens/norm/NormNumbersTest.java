package studio.backprop.ui.inside.lens.norm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.backprop.observe.NodeTrace;
import studio.backprop.observe.NodeTrace.OpLook;
import studio.backprop.observe.NodeTrace.Tensors;
import studio.backprop.op.NormalizeImages;
import studio.backprop.tensor.Shape;

class NormNumbersTest {
  @Test
  void aChannelHasTheNumbersOfItsPlanesInAllExamples() {
    Tensors x = new Tensors("x", 2, Shape.of(2, 1, 2), new float[] {1, 2, 10, 20, 3, 4, 30, 40}, null);
    Tensors one = new Tensors("gamma", 1, Shape.of(2), new float[] {1, 2}, null);
    OpLook op = new OpLook(
        "normalize", NormalizeImages.class, List.of(x), List.of(one, one), x,
        List.of(new Tensors("batch_mean", 1, Shape.of(2), new float[] {2.5f, 25}, null),
            new Tensors("batch_variance", 1, Shape.of(2), new float[2], null)),
        List.of(), false);
    NormNumbers numbers = NormNumbers.of(new NodeTrace(1, List.of(), x, List.of(op), List.of(op)), op, Optional.empty());
    assertArrayEquals(new float[] {1, 2, 3, 4}, numbers.groups().get(0).before());
    assertArrayEquals(new float[] {10, 20, 30, 40}, numbers.groups().get(1).after());
    assertEquals(2.5, numbers.groups().get(0).mean());
  }

  @Test
  void whatLiesBeyondTheAxisIsCountedAtItsEnds() {
    assertArrayEquals(new int[] {2, 0, 1, 1}, NormNumbers.counts(new float[] {-9, -2, 0.5f, 7}, -2, 2, 4));
  }
}
