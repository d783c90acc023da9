package studio.backprop.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import studio.backprop.network.Network;
import studio.backprop.network.Node;
import studio.backprop.store.Sample;
import studio.backprop.train.Session;

/** The numbers that the debugger puts into the formula of a loss give that loss. */
class LossFormTest {
  private static final Percentage FOUR_DIGITS = Percentage.withPercentage(0.2);

  private static OpLine loss(String sample, int row) throws Exception {
    Session session = EverySampleTest.session(Sample.find(sample).orElseThrow());
    Network network = session.project().network();
    Node loss = network.nodes().stream().filter(node -> network.targets(node.id()).isEmpty()).findFirst().orElseThrow();
    return Rehearsal.of(session, null).orElseThrow().explain(new Subject(loss.id(), null, 0), row).orElseThrow().forward().get(0);
  }

  private static List<Double> numbers(OpLine line) {
    return Pattern.compile("(?<![a-z{\\d.])(- |-)?\\d+(\\.\\d+)?").matcher(line.form().numbers()).results()
        .map(found -> Double.parseDouble(found.group().replace(" ", ""))).toList();
  }

  @Test
  void aSquaredErrorSaysThePredictionAndTheAnswer() throws Exception {
    OpLine line = loss("auto-mpg", 3);
    assertThat(line.form().letters()).endsWith(" - t)^2");
    List<Double> both = numbers(line);
    assertThat(Math.pow(both.get(0) + both.get(1), 2)).as(line.form().numbers()).isCloseTo(line.of().value(), FOUR_DIGITS);
  }

  @Test
  void anEntropySaysTheProbabilityOfTheRightClass() throws Exception {
    OpLine line = loss("digits-cnn", 2);
    assertThat(line.form().numbers()).matches("-\\\\ln 0\\.\\d+");
    assertThat(-Math.log(numbers(line).get(0))).isCloseTo(line.of().value(), FOUR_DIGITS);
  }

  @Test
  void aBatchSaysTheMeanOfWhatItsExamplesCostTheDearestFirst() throws Exception {
    OpLine line = loss("circles", -1);
    assertThat(line.form().letters()).isEqualTo("\\frac{1}{32}\\sum_i \\ell_i");
    List<Double> dearest = new ArrayList<>();
    for (int row = 0; row < 32; row++) {
      dearest.add(loss("circles", row).of().value());
    }
    dearest.sort(Comparator.reverseOrder());
    for (int place = 0; place < 3; place++) {
      assertThat(numbers(line).get(place)).as(line.form().numbers()).isCloseTo(dearest.get(place), FOUR_DIGITS);
    }
    assertThat(dearest.stream().mapToDouble(Double::doubleValue).average().orElseThrow()).isCloseTo(line.of().value(), FOUR_DIGITS);
  }
}
