package studio.backprop.ui.debugger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import studio.backprop.layer.Examples;
import studio.backprop.layer.Examples.Example;
import studio.backprop.layer.ParameterSpec;
import studio.backprop.text.Texts;

/** What can be chosen to be followed has a name in the reader's language, not only the engine's. */
class NamesTest {
  static Stream<Example> examples() {
    return Examples.all();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void eachParameterHasAName(Example example) {
    assertThat(example.layer().parameters(example.inputs())).extracting(ParameterSpec::name)
        .allSatisfy(name -> assertThat(Texts.ENGLISH.has("parameter." + name)).as(name).isTrue());
  }
}
