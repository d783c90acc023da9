package studio.backprop.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import studio.backprop.layer.Activate;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Add;
import studio.backprop.layer.Concatenate;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Flatten;
import studio.backprop.layer.Layer;
import studio.backprop.layer.LayerCatalog;
import studio.backprop.layer.Loss;
import studio.backprop.layer.MaxPool2d;
import studio.backprop.layer.Output;
import studio.backprop.layer.Upsample2d;
import studio.backprop.setting.Size;
import studio.backprop.tensor.Shape;

class SingleLayerRunTest {
  private static final List<Shape> IMAGE = List.of(Shape.of(2, 2, 3));

  @Test
  void flattenKeepsTheOrder() {
    assertThat(route(new Flatten(), IMAGE)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
  }

  @Test
  void upsamplingCopiesEachPixel() {
    int[] route = route(new Upsample2d(Size.square(2)), List.of(Shape.of(1, 1, 2)));
    assertThat(route).containsExactly(0, 0, 1, 1, 0, 0, 1, 1);
  }

  @Test
  void joiningTellsWhichInputANumberIsFrom() {
    Layer join = LayerCatalog.types().stream().filter(type -> type.fresh() instanceof Concatenate).findFirst().orElseThrow().fresh();
    assertThat(route(join, List.of(Shape.of(2), Shape.of(3)))).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void whatComputesMovesNothing() {
    assertThat(SingleLayerRun.of(MaxPool2d.of(2), List.of(Shape.of(1, 4, 4))).orElseThrow().route()).isEmpty();
    assertThat(SingleLayerRun.of(new Activate(Activation.RELU), IMAGE).orElseThrow().route()).isEmpty();
    assertThat(SingleLayerRun.of(new Add(), List.of(Shape.of(3), Shape.of(3))).orElseThrow().route()).isEmpty();
  }

  @Test
  void aLossIsNotAsked() {
    assertThat(SingleLayerRun.of(Output.of(Loss.MSE), List.of(Shape.of(4)))).isEmpty();
  }

  @Test
  void whatLearnsIsNotAsked() {
    assertThat(SingleLayerRun.of(Dense.of(3, Activation.NONE), List.of(Shape.of(4)))).isEmpty();
  }

  @Test
  void aCurveIsWhatTheEngineAnswers() {
    float[] answer = SingleLayerRun.of(new Activate(Activation.TANH), List.of(Shape.of(3))).orElseThrow().answer(new float[] {-1, 0, 2});
    assertThat(answer).containsExactly(new float[] {(float) Math.tanh(-1), 0, (float) Math.tanh(2)}, within(1e-5f));
  }

  private static int[] route(Layer layer, List<Shape> inputs) {
    return SingleLayerRun.of(layer, inputs).flatMap(SingleLayerRun::route).orElseThrow();
  }
}
