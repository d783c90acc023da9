package studio.backprop.train.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.data.Progress;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.layer.Examples;
import studio.backprop.layer.Examples.Example;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.layer.ParameterSpec;
import studio.backprop.op.TestBuilder;
import studio.backprop.op.Values;
import studio.backprop.plan.Step;
import studio.backprop.tensor.Tensor;

/** The chain rule with numbers, for each kind of layer under a loss, and for each loss. */
class ChainRuleTest {
  private static final int BATCH = 3;
  private static final long SEED = 5;
  private static final double EQUAL = 1e-5;

  static Stream<Example> examples() {
    return Examples.all();
  }

  /** A layer over inputs that keep gradients, with the mean squared error of what it gives where it is no loss itself. */
  private static final class Built {
    final List<Tensor> variables = new ArrayList<>();
    final Slopes slopes;

    Built(Example example) {
      TestBuilder builder = new TestBuilder(KernelChoice.create(1), BATCH, SEED);
      SplittableRandom random = new SplittableRandom(SEED);
      List<Tensor> inputs = example.inputs().stream().map(builder::input).toList();
      inputs.forEach(input -> example.values().fill(input, random));
      variables.addAll(inputs);
      for (ParameterSpec spec : example.layer().parameters(example.inputs())) {
        boolean learns = spec.role() == ParameterSpec.Role.LEARNED;
        Tensor parameter = builder.parameter(spec.name(), spec.rows(), spec.shape(), learns);
        spec.init().fill(parameter, spec.fanIn(), spec.fanOut(), random);
        if (learns) {
          variables.add(parameter);
        }
      }
      Tensor output = example.layer().build(builder, inputs);
      if (!(example.layer() instanceof Output)) {
        Output.of(Loss.MSE).build(builder, List.of(output));
      }
      Values.BITS.fill(builder.target(), random);
      slopes = new Slopes(builder.ops().stream().map(op -> new Step(1, op, op.output().hasGrad())).toList(), example.mode(), Twins.NONE, Twins.NONE);
      slopes.forward();
      if (slopes.loss().hasGrad()) {
        slopes.use(slopes.backward(), Slopes.ALL);
      }
    }

    /** Of each input and parameter, the number that the loss feels most, and another one. */
    List<Cell> cells() {
      List<Cell> cells = new ArrayList<>();
      for (Tensor variable : variables) {
        Cell steepest = new Cell(variable, 0, 0);
        for (int row = 0; row < variable.rows(); row++) {
          for (int place = 0; place < variable.rowCount(); place++) {
            Cell cell = new Cell(variable, row, place);
            steepest = Math.abs(slopes.gradient(cell)) > Math.abs(slopes.gradient(steepest)) ? cell : steepest;
          }
        }
        cells.add(steepest);
        cells.add(new Cell(variable, variable.rows() - 1, variable.rowCount() / 2));
      }
      return cells;
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theWaysAndTheirRestAddUpToTheGradient(Example example) {
    Built built = new Built(example);
    if (!built.slopes.loss().hasGrad()) {
      return;
    }
    for (Cell cell : built.cells()) {
      for (int most : new int[] {1, 4, 200}) {
        ChainRule.Chain chain = new ChainRule(built.slopes, most, 400).to(cell, Progress.NONE);
        double sum = chain.rest();
        double size = Math.abs(chain.gradient());
        for (ChainRule.Way way : chain.ways()) {
          sum += way.product();
          size = Math.max(size, Math.abs(way.product()));
          assertThat(way.links().stream().mapToDouble(Link::slope).reduce(1, (a, b) -> a * b))
              .isCloseTo(way.product(), Offset.offset(EQUAL * Math.abs(way.product())));
          assertThat(way.links().get(0).to().tensor()).isSameAs(built.slopes.loss());
          assertThat(way.links().get(way.links().size() - 1).from().is(cell)).isTrue();
        }
        assertThat(chain.gradient()).as("of %s", cell).isEqualTo(built.slopes.gradient(cell));
        assertThat(sum).as("ways of %s", cell).isCloseTo(chain.gradient(), Offset.offset(EQUAL * size + 1e-12));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theCentralDifferenceAgrees(Example example) {
    Built built = new Built(example);
    if (!built.slopes.loss().hasGrad()) {
      return;
    }
    for (Cell cell : built.cells()) {
      CentralDifference difference = CentralDifference.of(built.slopes, cell);
      assertThat(difference.agrees()).as("%s at %s", difference, cell).isTrue();
      assertThat(difference.gradient()).isEqualTo(built.slopes.gradient(cell));
    }
  }
}
