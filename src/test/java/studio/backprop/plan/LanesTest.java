package studio.backprop.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.kernel.ScalarKernels;
import studio.backprop.kernel.Workers;
import studio.backprop.layer.Activate;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Add;
import studio.backprop.layer.AvgPool2d;
import studio.backprop.layer.AxisOrder;
import studio.backprop.layer.BatchNorm;
import studio.backprop.layer.Concatenate;
import studio.backprop.layer.Conv2d;
import studio.backprop.layer.Conv2dTranspose;
import studio.backprop.layer.Dense;
import studio.backprop.layer.DepthwiseConv2d;
import studio.backprop.layer.Dropout;
import studio.backprop.layer.Flatten;
import studio.backprop.layer.GlobalAvgPool2d;
import studio.backprop.layer.GlobalMaxPool2d;
import studio.backprop.layer.Input;
import studio.backprop.layer.Loss;
import studio.backprop.layer.MaxPool2d;
import studio.backprop.layer.Multiply;
import studio.backprop.layer.Output;
import studio.backprop.layer.Padding;
import studio.backprop.layer.Permute;
import studio.backprop.layer.Reduce;
import studio.backprop.layer.Slice;
import studio.backprop.layer.Upsample2d;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.op.Mode;
import studio.backprop.op.Rearrange;
import studio.backprop.plan.Compiler.Purpose;
import studio.backprop.setting.Size;
import studio.backprop.tensor.Axis;
import studio.backprop.tensor.Seeds;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;

/** A batch that is kept in the vector lanes from layer to layer gives what a row-major one gives. */
class LanesTest {
  private static final Seeds SEEDS = new Seeds(3);
  private static final int BATCH = 32;

  /** Every layer that reads images, with branches that meet again, some of them row-major. */
  private static Network images() {
    Size two = Size.square(2);
    Network network =
        Network.EMPTY
            .add(new Input(Shape.of(2, 9, 9)), 0, 0) // 1
            .add(Conv2d.of(5, 3, Padding.SAME, Activation.RELU), 0, 0) // 2
            .add(Conv2d.of(5, 3, Padding.SAME, Activation.ELU), 0, 0) // 3
            .add(new Add(), 0, 0) // 4
            .add(new BatchNorm(0.1, 1e-5, true), 0, 0) // 5
            .add(new Activate(Activation.RELU), 0, 0) // 6
            .add(new Multiply(), 0, 0) // 7
            .add(new Concatenate(), 0, 0) // 8
            .add(new MaxPool2d(Size.square(3), two, Padding.SAME, Size.square(0)), 0, 0) // 9
            .add(new AvgPool2d(two, two, Padding.VALID, Size.square(0)), 0, 0) // 10
            .add(Conv2d.of(3, 2, Padding.VALID, Activation.RELU), 0, 0) // 11
            .add(new GlobalAvgPool2d(), 0, 0) // 12
            .add(new Flatten(), 0, 0) // 13
            .add(new Dropout(0), 0, 0) // 14
            .add(new Concatenate(), 0, 0) // 15
            .add(Dense.of(4, Activation.NONE), 0, 0) // 16
            .add(Output.of(Loss.CROSS_ENTROPY), 0, 0) // 17
            .add(Conv2dTranspose.enlarging(3, 2, Activation.TANH), 0, 0) // 18
            .add(new Upsample2d(new Size(2, 1)), 0, 0) // 19
            .add(new GlobalMaxPool2d(), 0, 0) // 20
            .add(DepthwiseConv2d.of(3, Padding.SAME, Activation.NONE), 0, 0) // 21
            .add(new Slice(Axis.HEIGHT, 0, 3), 0, 0) // 22
            .add(new Permute(AxisOrder.HEIGHT_WIDTH_CHANNEL), 0, 0) // 23
            .add(new Reduce(Reduce.Method.MEAN, Axis.WIDTH), 0, 0) // 24
            .add(new Reduce(Reduce.Method.MAX, Axis.HEIGHT), 0, 0) // 25
            .add(new Flatten(), 0, 0) // 26
            .add(new Flatten(), 0, 0); // 27
    network = network.wire(1, 2).wire(2, 3).wire(2, 4).wire(3, 4).wire(4, 5).wire(5, 6).wire(6, 7).wire(3, 7).wire(7, 8).wire(1, 8);
    return network.wire(8, 9).wire(9, 10).wire(10, 11).wire(11, 12).wire(10, 13).wire(13, 14).wire(12, 15).wire(14, 15)
        .wire(10, 18).wire(18, 19).wire(19, 20).wire(20, 15)
        .wire(9, 21).wire(21, 22).wire(22, 23).wire(23, 24).wire(23, 25).wire(24, 26).wire(25, 27).wire(26, 15).wire(27, 15)
        .wire(15, 16).wire(16, 17);
  }

  private static Plan run(Kernels kernels, Parameters parameters, int batch) {
    Plan plan = Compiler.compile(images(), parameters, kernels, SEEDS, Purpose.TRAIN, batch);
    SplittableRandom random = SEEDS.source("data");
    for (int row = 0; row < batch; row++) {
      float[] image = new float[plan.inputs().get(0).rowCount()];
      for (int i = 0; i < image.length; i++) {
        image[i] = (float) random.nextDouble(-1, 1);
      }
      plan.inputs().get(0).setRow(row, image, 0);
      float[] target = new float[4];
      target[row % 4] = 1;
      plan.target().setRow(row, target, 0);
    }
    for (int pass = 0; pass < 2; pass++) { // the second finds the gradients of the first
      plan.forward(Mode.TRAIN);
      plan.backward();
    }
    return plan;
  }

  private static Parameters parameters() {
    return Parameters.initial(images(), images().analyse(), SEEDS);
  }

  @Test
  void everyOutputAndGradientEqualsThoseOfRowMajorOrder() {
    Kernels vector = KernelChoice.create(1);
    assumeTrue(vector.lanes() > 1, "this machine keeps no batch in lanes");
    Parameters ofLanes = parameters();
    Parameters ofRows = parameters();
    Plan lanes = run(vector, ofLanes, BATCH);
    Plan rows = run(new ScalarKernels(Workers.of(1)), ofRows, BATCH);
    assertThat(lanes.output(2).orElseThrow().lanes()).isEqualTo(vector.lanes());
    assertThat(lanes.steps()).anyMatch(step -> step.op() instanceof Rearrange);
    for (Node node : images().nodes()) {
      if (lanes.output(node.id()).isPresent()) {
        compare(lanes.output(node.id()).orElseThrow(), rows.output(node.id()).orElseThrow(), node.toString());
      }
    }
    for (int p = 0; p < ofRows.all().size(); p++) {
      compare(ofLanes.all().get(p).tensor(), ofRows.all().get(p).tensor(), ofRows.all().get(p).toString());
    }
  }

  private static void compare(Tensor lanes, Tensor rows, String what) {
    for (int row = 0; row < rows.rows(); row++) {
      for (int place = 0; place < rows.rowCount(); place++) {
        assertThat(lanes.get(row, place)).as("%s %d %d", what, row, place).isCloseTo(rows.get(row, place), within(2e-5f));
        if (rows.hasGrad()) {
          assertThat(lanes.gradAt(row, place)).as("gradient of %s %d %d", what, row, place)
              .isCloseTo(rows.gradAt(row, place), within(2e-5f));
        }
      }
    }
  }

  @Test
  void aBatchThatDoesNotFillTheLanesStaysRowMajor() {
    Plan plan = run(KernelChoice.create(1), parameters(), 17);
    assertThat(plan.steps()).noneMatch(step -> step.op() instanceof Rearrange);
  }

  @Test
  void rowsAreReadAndWrittenWhereverTheyLie() {
    Tensor lanes = new Tensor("x", 8, Shape.of(3), 4, true);
    Tensor rows = new Tensor("x", 8, Shape.of(3), true);
    float[] numbers = new float[24];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i;
    }
    lanes.set(numbers);
    rows.set(numbers);
    float[] copy = new float[24];
    lanes.copyTo(copy);
    assertThat(copy).isEqualTo(numbers);
    float[] row = new float[3];
    lanes.copyRow(5, row);
    assertThat(row).containsExactly(15, 16, 17);
    lanes.setRow(5, new float[] {0, 7, 8, 9}, 1);
    assertThat(lanes.get(5, 2)).isEqualTo(9);
    assertThat(lanes.get(4, 2)).isEqualTo(rows.get(4, 2));
    assertThat(lanes.values()[(1 * 3 + 2) * 4 + 1]).isEqualTo(9);
  }
}
