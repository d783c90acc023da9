package studio.backprop.train.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Dropout;
import studio.backprop.optim.Sgd;
import studio.backprop.project.Project;

class DifferingTest {
  private static List<String> between(UnaryOperator<Project> change) {
    return Differing.between(Variants.CIRCLES, change.apply(Variants.CIRCLES)).stream()
        .map(one -> one.what() + ": " + one.before() + " → " + one.now()).toList();
  }

  @Test
  void namesAndPlacesOfNodesAreNoDifference() {
    assertThat(between(project -> project)).isEmpty();
    assertThat(between(project -> project.withNetwork(network -> network.with(2, node -> node.withName("hidden").movedTo(9, 9)))))
        .isEmpty();
  }

  @Test
  void everySettingIsNamedWithBothValues() {
    assertThat(between(p -> p.withTraining(t -> t.withRate(0.04)))).containsExactly("Learning rate: 0.01 → 0.04");
    assertThat(between(p -> p.withTraining(t -> t.withOptimizer(Sgd.STANDARD))))
        .containsExactly("Optimizer: Adam → Gradient descent (SGD)");
    assertThat(between(p -> p.withData(p.data().withNoise(0.2)))).containsExactly("Noise: 0.05 → 0.2");
    assertThat(between(p -> p.withNetwork(network -> network.with(2, node -> node.withLayer(Dense.of(4, Activation.TANH))))))
        .containsExactly("Units of dense_1: 8 → 4");
  }

  @Test
  void twoSettingsAreTwoDifferences() {
    assertThat(between(p -> p.withTraining(t -> t.withRate(0.04).withBatch(5)))).hasSize(2);
  }

  @Test
  void theSameChangeInSeveralLayersIsOneDifference() {
    assertThat(between(p -> p.withNetwork(network -> network
        .with(2, node -> node.withLayer(Dense.of(4, Activation.TANH))).with(3, node -> node.withLayer(Dense.of(4, Activation.TANH))))))
        .hasSize(2); // 8 → 4 and 6 → 4 are not the same change
    assertThat(between(p -> p.withNetwork(network -> network
        .with(2, node -> node.withLayer(Dense.of(8, Activation.SIGMOID)))
            .with(3, node -> node.withLayer(Dense.of(6, Activation.SIGMOID))))))
        .hasSize(1).first().asString().startsWith("Activation of 2 layers");
  }

  @Test
  void anotherLayerAndOtherWiresAreFound() {
    assertThat(between(p -> p.withNetwork(network -> network.with(3, node -> node.withLayer(new Dropout(0.5)))))).hasSize(1)
        .first().asString().startsWith("Layer dense_2: Dense → Dropout");
  }
}
