package studio.backprop.ui.inside.debugger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.kernel.ScalarKernels;
import studio.backprop.kernel.Workers;
import studio.backprop.layer.Examples;
import studio.backprop.layer.Examples.Example;
import studio.backprop.layer.ParameterSpec;
import studio.backprop.op.Op;
import studio.backprop.op.TestBuilder;
import studio.backprop.text.Texts;

/** What can be chosen to be followed has a name in the reader's language, not only the engine's. */
class NamesTest {
  /** Functions that are written alike in every language. */
  private static final Set<String> ALIKE = Set.of("sigmoid", "tanh", "softmax", "log softmax", "softplus");

  static Stream<Example> examples() {
    return Examples.all();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void eachParameterHasAName(Example example) {
    assertThat(example.layer().parameters(example.inputs())).extracting(ParameterSpec::name)
        .allSatisfy(name -> assertThat(Texts.ENGLISH.has("parameter." + name)).as(name).isTrue());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void eachOpHasANameInBothLanguages(Example example) {
    TestBuilder builder = new TestBuilder(new ScalarKernels(Workers.of(1)), 2, 1);
    example.layer().parameters(example.inputs())
        .forEach(spec -> builder.parameter(spec.name(), spec.rows(), spec.shape(), spec.trainable()));
    example.layer().build(builder, example.inputs().stream().map(builder::input).toList());
    for (Op op : builder.ops()) {
      String key = "op." + op.name().replace(' ', '_');
      List<Texts> languages = ALIKE.contains(op.name()) ? List.of() : Texts.all();
      assertThat(languages).as("add %s to layers_en and layers_zh", key).allMatch(texts -> texts.has(key));
    }
  }
}
