package studio.backprop.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.layer.LayerType;
import studio.backprop.observe.LayerDemo.Part;
import studio.backprop.tensor.Shape;

/** Every kind of layer shows what it does on an example that the engine really sends through it. */
class LayerDemoTest {
  private static LayerDemo demo(String id) {
    return LayerDemo.of(LayerCatalog.find(id).orElseThrow(), KernelChoice.create(1)).orElseThrow();
  }

  @Test
  void everyKindOfLayerHasAnExample() {
    Kernels kernels = KernelChoice.create(1);
    List<String> without = new ArrayList<>();
    for (LayerType type : LayerCatalog.types()) {
      LayerDemo.of(type, kernels).ifPresentOrElse(demo -> {
        assertThat(demo.out().values()).as(type.id()).hasSize((int) demo.out().shape().count());
        for (float value : demo.out().values()) {
          assertThat(value).as(type.id()).isFinite();
        }
      }, () -> without.add(type.id()));
    }
    assertThat(without).isEmpty();
  }

  @Test
  void aPoolKeepsTheLargestOfEachWindow() {
    LayerDemo pool = demo("max_pool2d");
    assertThat(pool.out().shape()).isEqualTo(Shape.of(1, 4, 4));
    Part in = pool.in().get(0);
    for (int y = 0; y < 4; y++) {
      for (int x = 0; x < 4; x++) {
        float largest = 0;
        for (int i = 0; i < 4; i++) {
          largest = Math.max(largest, in.values()[(2 * y + i / 2) * 8 + 2 * x + i % 2]);
        }
        assertThat(pool.out().values()[4 * y + x]).isEqualTo(largest);
      }
    }
  }

  @Test
  void aLossComparesThePredictionWithTheTrueClass() {
    LayerDemo loss = demo("output");
    assertThat(loss.out().shape()).isEqualTo(Shape.SCALAR);
    assertThat(loss.out().values()[0]).isCloseTo((float) -Math.log(0.55), within(1e-5f));
  }

  @Test
  void flattenKeepsTheNumbersAndDropoutSetsSomeToZero() {
    LayerDemo flat = demo("flatten");
    assertThat(flat.out().values()).containsExactly(flat.in().get(0).values());
    assertThat(flat.out().shape()).isEqualTo(Shape.of(64));
    assertThat(demo("dropout").out().values()).contains(0f);
  }
}
