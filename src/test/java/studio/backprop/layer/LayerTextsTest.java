package studio.backprop.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.setting.Setting;
import studio.backprop.setting.Size;
import studio.backprop.tensor.Axis;
import studio.backprop.tensor.Init;
import studio.backprop.tensor.Shape;
import studio.backprop.text.Message;
import studio.backprop.text.Texts;

/** What a person reads about layers, in both languages. */
class LayerTextsTest {
  static Stream<LayerType> types() {
    return LayerCatalog.types().stream();
  }

  private static void assertSaid(Message message) {
    for (Texts texts : Texts.all()) {
      assertThat(texts.has(message.key())).as("add %s to layers_%s.properties", message.key(), texts.locale().getLanguage()).isTrue();
      assertThat(texts.say(message)).as(message.key()).isNotBlank();
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void everyLayerAndSettingHasATitleAndASentence(LayerType type) {
    assertSaid(type.title());
    assertSaid(type.help());
    assertSaid(type.group().title());
    for (Setting setting : type.settings()) {
      assertSaid(setting.title());
      assertSaid(setting.help());
      setting.choices().forEach(choice -> assertSaid(Setting.choiceTitle(choice)));
    }
  }

  @Test
  void thePoolHasAWindowAndNoKernel() {
    for (String pool : new String[] {"max_pool2d", "avg_pool2d"}) {
      Setting window = LayerCatalog.find(pool).orElseThrow().settings().stream().filter(setting -> setting.name().equals("kernel"))
          .findFirst().orElseThrow();
      assertThat(Texts.all().stream().map(texts -> texts.say(window.title()))).containsExactlyInAnyOrder("Pool size", "池化窗口大小");
    }
  }

  @Test
  void everyRuleForInitialWeightsHasAName() {
    Stream.of(Init.Kind.values()).forEach(kind -> assertSaid(Setting.choiceTitle(kind)));
  }

  @ParameterizedTest
  @MethodSource("types")
  void aFreshLayerIsWithinItsRanges(LayerType type) {
    assertThat(type.problem(type.fresh())).isEmpty();
  }

  @Test
  void aNumberOutOfRangeIsNamedWithItsRange() {
    LayerType type = LayerCatalog.find("batch_norm").orElseThrow();
    assertThat(type.problem(new BatchNorm(0.1, 0.5, true)).orElseThrow())
        .hasToString("Epsilon must be between 0.00000001 and 0.1, but was 0.5.");
    assertThat(LayerCatalog.find("dense").orElseThrow().problem(Dense.of(0, Activation.NONE)).orElseThrow())
        .hasToString("Units must be between 1 and 16,384, but was 0.");
  }

  /** A layer with inputs it cannot take, and what its sentence must name. */
  private record Refused(Layer layer, List<Shape> inputs, String... named) {}

  static Stream<Refused> refused() {
    Shape row = Shape.of(5);
    Shape image = Shape.of(3, 4, 4);
    Size two = Size.square(2);
    Conv2d grouped =
        new Conv2d(4, two, two, Padding.SAME, two, two, 2, Activation.NONE, Init.ZERO, true, true);
    return Stream.of(
        new Refused(Dense.of(2, Activation.NONE), List.of(image), "3×4×4"),
        new Refused(Conv2d.of(2, 3, Padding.SAME, Activation.RELU), List.of(row), "5"),
        new Refused(Conv2d.of(2, 5, Padding.VALID, Activation.RELU), List.of(image), "5×5", "4×4"),
        new Refused(Conv2d.of(2, 3, Padding.SAME, Activation.SOFTMAX), List.of(image), "softmax", "2×4×4"),
        new Refused(grouped, List.of(image), "2", "3", "4"),
        new Refused(Conv1d.of(2, 5, Padding.VALID, Activation.RELU), List.of(Shape.of(4, 2)), "5", "4"),
        new Refused(Conv1d.of(2, 5, Padding.VALID, Activation.RELU), List.of(image), "3×4×4"),
        new Refused(
            new Conv1d(4, 2, 1, Padding.SAME, 0, 1, 2, Activation.NONE, Init.ZERO, true, true), List.of(Shape.of(4, 3)), "2", "3", "4"),
        new Refused(transposed(Size.square(0), two), List.of(image), "2×2"),
        new Refused(transposed(Size.square(5), Size.square(1)), List.of(image), "5×5"),
        new Refused(transposed(Size.square(0), Size.square(0)), List.of(row), "5"),
        new Refused(new Upsample2d(two), List.of(row), "5"),
        new Refused(new GlobalMaxPool2d(), List.of(row), "5"),
        new Refused(DepthwiseConv2d.of(3, Padding.SAME, Activation.RELU), List.of(row), "5"),
        new Refused(new Slice(Axis.TIME, 0, 1), List.of(image), "3×4×4"),
        new Refused(new Slice(Axis.HEIGHT, 3, 2), List.of(image), "3", "2", "4"),
        new Refused(new Slice(Axis.FEATURE, 0, 6), List.of(row), "6", "5"),
        new Refused(new Reduce(Reduce.Method.MAX, Axis.WIDTH), List.of(row), "5"),
        new Refused(new Permute(AxisOrder.FEATURE_TIME), List.of(image), "3×4×4"),
        new Refused(new Repeat(2), List.of(image), "3×4×4"),
        new Refused(MaxPool2d.of(2), List.of(Shape.of(5, 2)), "5×2"),
        new Refused(new AvgPool2d(two, two, Padding.EXPLICIT, two), List.of(image), "2×2"),
        new Refused(new GlobalAvgPool2d(), List.of(row), "5"),
        new Refused(new Activate(Activation.LOG_SOFTMAX), List.of(image), "log-softmax", "3×4×4"),
        new Refused(new Reshape(Shape.of(7)), List.of(image), "7", "48"),
        new Refused(Lstm.of(2, true), List.of(row), "5"),
        new Refused(Gru.of(2, true), List.of(Shape.of(3, 4), row), "3", "5"),
        new Refused(SimpleRnn.of(2, true), List.of(image), "3×4×4"),
        new Refused(Embedding.of(9, 2), List.of(image), "3×4×4"),
        new Refused(new PaddingMask(0), List.of(image), "3×4×4"),
        new Refused(PositionalEncoding.of(PositionalEncoding.Positions.LEARNED), List.of(row), "5"),
        new Refused(MultiHeadAttention.of(3, false), List.of(Shape.of(3, 4)), "3", "4"),
        new Refused(MultiHeadAttention.of(2, false), List.of(Shape.of(3, 4), Shape.of(3, 6)), "4", "6"),
        new Refused(MultiHeadAttention.of(2, false), List.of(Shape.of(3, 4), Shape.of(6, 4), Shape.of(3)), "6"),
        new Refused(MultiHeadAttention.of(2, false), List.of(row), "5"),
        new Refused(new AverageOverTime(), List.of(Shape.of(3, 4), Shape.of(3, 2)), "3×2"),
        new Refused(new MaxOverTime(), List.of(Shape.of(3, 4), row), "3", "5"),
        new Refused(GraphConv.of(2, Activation.RELU), List.of(row, Shape.of(5, 5)), "5"),
        new Refused(GraphConv.of(2, Activation.RELU), List.of(Shape.of(6, 2), Shape.of(5, 5)), "6×6", "5×5"),
        new Refused(GraphAttention.of(2, 2, Activation.RELU), List.of(image, Shape.of(3, 3)), "3×4×4"),
        new Refused(new GraphReadout(GraphReadout.Over.SUM), List.of(row), "5"),
        new Refused(GraphPool.nodes(2), List.of(row, row), "5"),
        new Refused(GraphPool.nodes(2), List.of(Shape.of(4, 3), row), "4", "5"),
        new Refused(GraphPool.nodes(2), List.of(Shape.of(4, 3), Shape.of(4, 2)), "4", "4×2"),
        new Refused(GraphPool.edges(2), List.of(Shape.of(4, 3), Shape.of(4, 1)), "4×4", "4×3"),
        new Refused(GraphPool.nodes(2), List.of(Shape.of(4, 3), Shape.of(4, 1), row), "4", "5"),
        new Refused(new Add(), List.of(row, Shape.of(6)), "5", "6"),
        new Refused(new Multiply(), List.of(row, image), "5", "3×4×4"),
        new Refused(new Concatenate(), List.of(image, Shape.of(3, 4, 5)), "3×4×4", "3×4×5"),
        new Refused(new Concatenate(), List.of(row, image), "5", "3×4×4"),
        new Refused(Output.of(Loss.CROSS_ENTROPY), List.of(image), "3×4×4"),
        new Refused(Output.of(Loss.CROSS_ENTROPY), List.of(Shape.of(1))));
  }

  private static Layer transposed(Size pad, Size outputPad) {
    Size two = Size.square(2);
    return new Conv2dTranspose(4, two, two, pad, outputPad, Size.square(1), 1, Activation.NONE, Init.ZERO, true, true);
  }

  @ParameterizedTest
  @MethodSource("refused")
  void whatCannotBeTakenIsRefusedWithASentence(Refused refused) {
    Inference answer = refused.layer().infer(refused.inputs());
    List<String> nodes = List.of("this_node", "node_before");
    assertThat(answer.ok()).isFalse();
    for (Texts texts : Texts.all()) {
      String sentence = texts.say(answer.refusal().key(), Stream.of(nodes, answer.refusal().args(), List.of("first_node"))
          .flatMap(List::stream).toArray());
      assertThat(sentence).contains("this_node").doesNotContain("{");
      assertThat(Stream.of(refused.named())).allMatch(sentence::contains);
    }
  }

  @Test
  void summariesAreAsOnTheNode() {
    assertThat(Conv2d.of(8, 3, Padding.SAME, Activation.RELU).summary()).hasToString("3×3 same · ReLU");
    assertThat(Conv2d.of(8, 5, Padding.VALID, Activation.NONE).summary()).hasToString("5×5");
    Size two = Size.square(2);
    Conv2d spread = new Conv2d(8, Size.square(3), Size.square(1), Padding.SAME, two, two, 4, Activation.NONE, Init.ZERO, true, true);
    assertThat(spread.summary()).hasToString("3×3 same dilation 2 groups 4");
    assertThat(Conv2dTranspose.enlarging(8, 2, Activation.RELU).summary()).hasToString("4×4 pad 1 stride 2 · ReLU");
    assertThat(new GaussianNoise(0.25).summary()).hasToString("σ 0.25");
    assertThat(new Slice(Axis.TIME, -1, 0).summary()).hasToString("time from -1");
    assertThat(new Slice(Axis.WIDTH, 2, 8).summary()).hasToString("width 2 … 8");
    assertThat(new Reduce(Reduce.Method.MEAN, Axis.TIME).summary()).hasToString("mean over time");
    assertThat(Conv1d.of(8, 5, Padding.SAME, Activation.RELU).summary()).hasToString("5 same · ReLU");
    assertThat(MaxPool2d.of(2).summary()).hasToString("2×2");
    assertThat(new MaxPool2d(Size.square(3), Size.square(2), Padding.EXPLICIT, Size.square(1)).summary())
        .hasToString("3×3 pad 1 stride 2");
    assertThat(Dense.of(10, Activation.SOFTMAX).summary()).hasToString("10 · softmax");
    assertThat(Dense.of(1024, Activation.NONE).summary()).hasToString("1024");
    assertThat(new Dropout(0.25).summary()).hasToString("25 %");
    assertThat(Input.row(1).summary()).hasToString("1 feature");
    assertThat(Output.of(Loss.CROSS_ENTROPY).summary()).hasToString("cross-entropy");
    assertThat(Lstm.of(32, false).summary()).hasToString("32");
    assertThat(new Gru(32, true, true, 0, Init.ZERO, true).summary()).hasToString("2×32 · sequence");
    assertThat(new Flatten().summary()).hasToString("");
  }
}
