package studio.backprop.ui.design.designer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.backprop.network.Network;
import studio.backprop.observe.Snapshot;
import studio.backprop.text.Measured;
import studio.backprop.ui.design.designer.HealthSentence.Finding;
import studio.backprop.ui.design.designer.HealthSentence.Grade;
import studio.backprop.ui.panels.Desk;

class HealthSentenceTest {
  private static HealthSentence of(double... norms) {
    List<Finding> findings = new ArrayList<>();
    for (double norm : norms) {
      findings.add(new Finding(findings.size() + 1, "dense_" + (findings.size() + 1), norm));
    }
    return HealthSentence.of(findings);
  }

  @Test
  void gradientsOfLikeSizeAreHealthyAndTheFirstLayerIsComparedWithTheLast() {
    HealthSentence shrinks = of(0.1, 0.4, 0.2);
    assertThat(shrinks.grade()).isEqualTo(Grade.OK);
    assertThat(shrinks.sentence().key()).isEqualTo("health.shrinks");
    assertThat(shrinks.sentence().args()).containsExactly("dense_3", "dense_1", new Measured(2), new Measured(0.2), new Measured(0.1));
    assertThat(of(0.4, 0.1).sentence().key()).isEqualTo("health.grows");
    assertThat(of(0.4, 0.1).sentence().args()).containsExactly("dense_2", "dense_1", new Measured(4), new Measured(0.1), new Measured(0.4));
  }

  @Test
  void aGradientThatFadesTowardsTheInputVanishes() {
    HealthSentence health = of(1e-5, 0.4);
    assertThat(health.grade()).isEqualTo(Grade.WARN);
    assertThat(health.sentence().key()).isEqualTo("health.vanishing");
  }

  @Test
  void aLayerFarBehindThoseBeforeItIsUneven() {
    HealthSentence health = of(0.4, 1e-5);
    assertThat(health.grade()).isEqualTo(Grade.WARN);
    assertThat(health.sentence().key()).isEqualTo("health.uneven");
  }

  @Test
  void aLayerThatNoGradientReachesIsNamed() {
    assertThat(of(0.4, 0).sentence().args()).containsExactly("dense_2");
  }

  @Test
  void tooLargeAndNotFiniteAreBad() {
    assertThat(of(0.1, 31).grade()).isEqualTo(Grade.BAD);
    assertThat(of(Double.NaN, 0.1).sentence().key()).isEqualTo("health.infinite");
    assertThat(of(0.1, Double.POSITIVE_INFINITY).sentence().key()).isEqualTo("health.infinite");
  }

  @Test
  void gradientsThatHardlyDifferAreNotSaidToGrowOrShrink() {
    assertThat(of(0.16, 0.3, 0.165).sentence().key()).isEqualTo("health.equal");
    assertThat(of(0.1014, 0.1184).sentence().key()).isEqualTo("health.equal");
  }

  @Test
  void aFactorIsTheOneBetweenTheTwoNumbersThatAreSaid() {
    assertThat(of(0.1049, 0.1951).sentence().args()).contains(new Measured(2), new Measured(0.1049), new Measured(0.1951));
    assertThat(of(0.01249, 0.0275).sentence().args()).contains(new Measured(0.028 / 0.012));
  }

  @Test
  void whereEvenTheLargestGradientIsTinyNothingIsLearned() {
    HealthSentence health = of(4e-9, 2e-9);
    assertThat(health.grade()).isEqualTo(Grade.WARN);
    assertThat(health.sentence().args()).containsExactly("dense_1", new Measured(4e-9));
  }

  @Test
  void oneLayerIsComparedWithNone() {
    assertThat(of(0.1).sentence().key()).isEqualTo("health.one");
  }

  @Test
  void aSentenceIsSaidOfTheNetworkThatIsThere() {
    try (Desk desk = new Desk(Desk.circles())) {
      desk.run.restarts().reset();
      desk.pulse.until(() -> desk.run.snapshot().isPresent());
      desk.run.control().stepBatch();
      desk.pulse.until(() -> desk.run.snapshot().filter(seen -> seen.step() == 1).isPresent());
      Snapshot seen = desk.run.snapshot().orElseThrow();
      assertThat(HealthSentence.of(desk.document.network(), desk.document.analysis(), seen)).isPresent();
      assertThat(HealthSentence.of(Network.EMPTY, Network.EMPTY.analyse(), seen)).isEmpty();
      Network less = desk.document.network().remove(List.of(2));
      assertThat(HealthSentence.of(less, less.analyse(), seen)).isEmpty();
    }
  }
}
