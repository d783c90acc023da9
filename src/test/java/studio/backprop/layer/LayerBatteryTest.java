package studio.backprop.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.ReferenceCase;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.kernel.ScalarKernels;
import studio.backprop.kernel.Workers;
import studio.backprop.layer.Examples.Example;
import studio.backprop.op.CentralDifference;
import studio.backprop.op.Mode;
import studio.backprop.op.TestBuilder;
import studio.backprop.op.Values;
import studio.backprop.tensor.Shape;
import studio.backprop.tensor.Tensor;
import studio.backprop.text.Texts;

/** What every layer must do, asked of each kind at several settings. */
class LayerBatteryTest {
  private static final int BATCH = 3;
  private static final long SEED = 11;

  private final Kernels kernels = KernelChoice.create(1);

  static Stream<Example> examples() {
    return Examples.all();
  }

  /** A layer unfolded over filled inputs, with its parameters as they start. */
  private final class Built {
    final TestBuilder builder;
    final List<Tensor> inputs;
    final List<Tensor> learned = new ArrayList<>();
    final Tensor output;

    Built(Example example) {
      this(example, kernels, BATCH, 1);
    }

    /** @param lanes examples of an image that lie side by side */
    Built(Example example, Kernels kernels, int batch, int lanes) {
      builder = new TestBuilder(kernels, batch, SEED);
      SplittableRandom random = new SplittableRandom(SEED);
      inputs = example.inputs().stream().map(shape -> builder.input(shape, lanes)).toList();
      inputs.forEach(input -> {
        Tensor rows = new Tensor("rows", batch, input.shape(), false);
        example.values().fill(rows, random);
        input.set(rows.values());
      });
      for (ParameterSpec spec : example.layer().parameters(example.inputs())) {
        boolean learns = spec.trainable();
        Tensor parameter = builder.parameter(spec.name(), spec.rows(), spec.shape(), learns);
        spec.init().fill(parameter, spec.fanIn(), spec.fanOut(), random);
        if (learns) {
          learned.add(parameter);
        }
      }
      output = example.layer().build(builder, inputs);
      if (builder.target() != null) {
        Values.BITS.fill(builder.target(), random);
      }
    }

    /** Forward, and back from a row-major gradient of the output. */
    void run(Mode mode, float[] upstream) {
      builder.forward(mode);
      if (output.hasGrad()) {
        Tensor gradient = new Tensor("gradient", output.rows(), output.shape(), output.lanes(), false);
        gradient.set(upstream);
        builder.backward(output, gradient.values());
      }
    }

    /** What {@code copy} takes from the tensor, row-major. */
    float[] numbers(Tensor tensor, Consumer<float[]> copy) {
      float[] numbers = new float[tensor.count()];
      copy.accept(numbers);
      return numbers;
    }

    List<Tensor> variables() {
      return Stream.concat(inputs.stream(), learned.stream()).toList();
    }
  }

  @Test
  void everyKindHasExamples() {
    assertThat(examples().map(e -> LayerCatalog.typeOf(e.layer())).collect(Collectors.toSet()))
        .as("a layer that takes no row, no sequence and no image needs a line in Examples")
        .containsExactlyInAnyOrderElementsOf(LayerCatalog.types());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void givesTheShapeItPromises(Example example) {
    Tensor output = new Built(example).output;
    assertThat(output.shape()).isEqualTo(example.layer().infer(example.inputs()).shape());
    assertThat(example.inputs().size()).isBetween(example.layer().arity().min(), example.layer().arity().max());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void usesTheParametersItAsksFor(Example example) {
    List<String> names = example.layer().parameters(example.inputs()).stream().map(ParameterSpec::name).toList();
    assertThat(new Built(example).builder.parametersUsed()).containsExactlyInAnyOrderElementsOf(names);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void penaltiesReachAllThatItLearnsButBiasesScalesAndShifts(Example example) {
    for (ParameterSpec spec : example.layer().parameters(example.inputs())) {
      String name = spec.name().toLowerCase(Locale.ROOT);
      boolean spared = Stream.of("bias", "gamma", "beta", "running").anyMatch(name::contains);
      assertThat(spec.role().penalized()).as(spec.name()).isEqualTo(!spared);
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void itsGradientsAreTheSlopes(Example example) {
    Built built = new Built(example);
    if (!built.builder.ops().isEmpty() && built.output.hasGrad()) {
      new CentralDifference(built.builder, built.output, example.mode(), new SplittableRandom(SEED)).check(built.variables());
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void noGradientReachesANumberThatItsTiesDoNotName(Example example) {
    Built built = new Built(example, kernels, 1, 1);
    if (built.builder.ops().isEmpty() || !built.output.hasGrad()) {
      return;
    }
    for (int answer = 0; answer < built.output.count(); answer++) {
      float[] upstream = new float[built.output.count()];
      upstream[answer] = 1;
      built.inputs.forEach(Tensor::zeroGrad);
      built.run(Mode.EVALUATE, upstream);
      List<BitSet> sources = example.layer().ties(example.inputs()).sources(single(answer));
      for (int input = 0; input < built.inputs.size(); input++) {
        if (built.inputs.get(input).hasGrad()) {
          BitSet reached = places(built.numbers(built.inputs.get(input), built.inputs.get(input)::copyGradsTo));
          reached.andNot(sources.get(input));
          assertThat(reached).as("input %d of answer %d", input, answer).isEqualTo(new BitSet());
        }
      }
    }
  }

  private static BitSet places(float[] numbers) {
    BitSet places = new BitSet();
    IntStream.range(0, numbers.length).filter(i -> numbers[i] != 0).forEach(places::set);
    return places;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void whereANumberGoesIsWhereItIsMadeFrom(Example example) {
    Ties ties = example.layer().ties(example.inputs());
    int answers = (int) example.layer().infer(example.inputs()).shape().count();
    for (int input = 0; input < example.inputs().size(); input++) {
      for (int number = 0; number < example.inputs().get(input).count(); number++) {
        int from = input;
        int place = number;
        BitSet expected = new BitSet();
        IntStream.range(0, answers).filter(answer -> ties.sources(single(answer)).get(from).get(place))
            .forEach(expected::set);
        assertThat(ties.answers(input, single(number))).isEqualTo(expected);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void itsReachIsThatOfItsTies(Example example) {
    Ties ties = example.layer().ties(example.inputs());
    Reach reach = ties.reach();
    Shape output = example.layer().infer(example.inputs()).shape();
    for (int input = 0; input < example.inputs().size() && !reach.whole(); input++) {
      Shape shape = example.inputs().get(input);
      if (shape.rank() == 3) {
        int height = widest(ties, output, input, place -> place / shape.size(2) % shape.size(1));
        int width = widest(ties, output, input, place -> place % shape.size(2));
        assertThat(height).as("height").isEqualTo(Math.min(reach.span().height(), shape.size(1)));
        assertThat(width).as("width").isEqualTo(Math.min(reach.span().width(), shape.size(2)));
      }
    }
  }

  /** Places along an axis from the first to the last that a number of the output depends on, of the number that sees most. */
  private static int widest(Ties ties, Shape output, int input, IntUnaryOperator place) {
    return IntStream.range(0, (int) output.count()).map(number -> {
      IntSummaryStatistics seen = ties.sources(single(number)).get(input).stream().map(place).summaryStatistics();
      return seen.getCount() == 0 ? 0 : seen.getMax() - seen.getMin() + 1;
    }).max().orElse(0);
  }

  /** A normalization over all of an example sees all of it: behind a small window, too. */
  @Test
  void aLayerNormalizationSeesTheWholeImage() {
    Shape image = Shape.of(2, 8, 8);
    Ties ties = new LayerNorm(1e-5, true).ties(List.of(image));
    assertThat(ties.reach()).isEqualTo(Reach.WHOLE);
    assertThat(ties.sources(single(0)).get(0).cardinality()).isEqualTo(128);
  }

  private static BitSet single(int place) {
    BitSet one = new BitSet();
    one.set(place);
    return one;
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theSameSeedGivesTheSameBits(Example example) {
    assertThat(pass(new Built(example))).isDeepEqualTo(pass(new Built(example)));
  }

  /** The output and all gradients of one training pass. */
  private static float[][] pass(Built built) {
    built.builder.forward(Mode.TRAIN);
    float[] upstream = new float[built.output.count()];
    Arrays.fill(upstream, 1f);
    if (built.output.hasGrad()) {
      built.builder.backward(built.output, upstream);
    }
    return Stream.concat(Stream.of(built.output.values()), built.variables().stream().map(Tensor::grads)).toArray(float[][]::new);
  }

  @ParameterizedTest
  @MethodSource("examples")
  void vectorsAndLanesGiveWhatPlainJavaGives(Example example) {
    Kernels plain = new ScalarKernels(Workers.of(1));
    compareAll(example, new Built(example), new Built(example, plain, BATCH, 1));
    int lanes = kernels.lanes();
    Layout storage = example.layer().layout();
    boolean images = example.inputs().stream().allMatch(shape -> shape.rank() == 3);
    if (lanes > 1 && images && (storage == Layout.LANES || storage == Layout.EITHER)) {
      compareAll(example, new Built(example, kernels, 2 * lanes, lanes), new Built(example, plain, 2 * lanes, 1));
    }
  }

  private static void compareAll(Example example, Built fast, Built plain) {
    float[] upstream = new float[plain.output.count()];
    SplittableRandom random = new SplittableRandom(SEED);
    for (int i = 0; i < upstream.length; i++) {
      upstream[i] = (float) random.nextDouble(-1, 1);
    }
    fast.run(example.mode(), upstream);
    plain.run(example.mode(), upstream);
    ReferenceCase.compare("output", fast.numbers(fast.output, fast.output::copyTo), plain.output.values());
    for (int v = 0; v < plain.variables().size(); v++) {
      Tensor variable = fast.variables().get(v);
      if (variable.hasGrad()) {
        ReferenceCase.compare("gradient of " + variable, fast.numbers(variable, variable::copyGradsTo), plain.variables().get(v).grads());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void aSmallStepAgainstTheGradientGoesDown(Example example) {
    Built built = new Built(example);
    if (built.learned.isEmpty()) {
      return;
    }
    double before = sumOfSquares(built);
    float[] upstream = new float[built.output.count()];
    for (int i = 0; i < upstream.length; i++) {
      upstream[i] = 2 * built.output.values()[i];
    }
    built.builder.backward(built.output, upstream);
    built.learned.forEach(parameter -> kernels.addScaled(-1e-3f, parameter.grads(), parameter.values(), parameter.count()));
    assertThat(sumOfSquares(built)).isLessThan(before);
  }

  private double sumOfSquares(Built built) {
    built.builder.forward(Mode.TRAIN);
    return kernels.sumOfSquares(built.output.values(), built.output.count());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void itsSettingsMakeItAgain(Example example) {
    LayerType type = LayerCatalog.typeOf(example.layer());
    assertThat(type.form().make(type.values(example.layer()))).isEqualTo(example.layer());
    assertThat(type.problem(example.layer())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void itSumsItselfUpInEveryLanguage(Example example) {
    for (Texts texts : Texts.all()) {
      assertThat(texts.say(example.layer().summary())).doesNotContain("{", "summary.");
    }
  }
}
