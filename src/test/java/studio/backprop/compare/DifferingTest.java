package studio.backprop.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import studio.backprop.data.DataSettings;
import studio.backprop.data.DrawnPoints;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Dropout;
import studio.backprop.network.repair.LayerSettings;
import studio.backprop.optim.Sgd;
import studio.backprop.project.Adversarial;
import studio.backprop.project.AdversarialSettings;
import studio.backprop.project.ClassBalance;
import studio.backprop.project.GanObjective;
import studio.backprop.project.LatentNoise;
import studio.backprop.project.Project;
import studio.backprop.project.WhoTrains;
import studio.backprop.setting.Setting;
import studio.backprop.store.SampleProject;
import studio.backprop.tensor.Init;

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
  void anActivationAndTheInitialWeightsThatFollowItAreOneDifference() {
    Dense tanh = Dense.of(8, Activation.TANH);
    Dense relu = Dense.of(8, Activation.RELU);
    assertThat(tanh.init()).isNotEqualTo(relu.init());
    Project first = Variants.CIRCLES.withNetwork(network -> network.with(2, node -> node.withLayer(tanh)));
    Project followed = first.withNetwork(network -> network.with(2, node -> node.withLayer(relu)));
    assertThat(Differing.between(first, followed)).extracting(one -> one.what().toString())
        .containsExactly("Activation and initial weights of dense_1");
    Project chosen = first.withNetwork(network -> network.with(2, node -> node.withLayer(
        LayerSettings.with(relu, "init", Init.ZERO).orElseThrow())));
    assertThat(Differing.between(first, chosen)).as("weights that were chosen by hand are a choice of their own").hasSize(2);
    assertThat(Differing.between(followed, chosen)).hasSize(1);
  }

  @Test
  void balancedClassesAreADifference() {
    assertThat(between(p -> p.withTraining(t -> t.withBalance(ClassBalance.BATCHES)))).containsExactly("Class balance: NONE → BATCHES");
  }

  @Test
  void anotherLayerAndOtherWiresAreFound() {
    assertThat(between(p -> p.withNetwork(network -> network.with(3, node -> node.withLayer(new Dropout(0.5)))))).hasSize(1)
        .first().asString().startsWith("Layer dense_2: Dense → Dropout");
  }

  /** Each setting of two networks against each other, and of the data, on its own: none may be forgotten. */
  @Test
  void everySettingOfAGanIsADifference() throws Exception {
    Project ring = SampleProject.of("gan-ring");
    Adversarial own = (Adversarial) ring.assignment();
    AdversarialSettings usual = own.settings();
    List<AdversarialSettings> others = List.of(usual.withObjective(GanObjective.MINIMAX), usual.withTrains(WhoTrains.GENERATOR),
        usual.withDiscriminatorRate(0.5), with(usual, "discriminatorSteps", 3), with(usual, "realLabel", 0.9),
        with(usual, "noise", LatentNoise.UNIFORM));
    assertThat(others).hasSize(AdversarialSettings.class.getRecordComponents().length - 1); // a rate of its own is two of them
    for (AdversarialSettings other : others) {
      assertThat(Differing.between(ring, ring.withAssignment(before -> own.withSettings(old -> other)))).as(other.toString()).isNotEmpty();
    }
    assertThat(Differing.between(ring, ring.withAssignment(before -> own.withDiscriminator(Optional.of(Sgd.STANDARD))))).hasSize(1);
    assertThat(Differing.between(ring.withAssignment(before -> own.withDiscriminator(Optional.of(Sgd.STANDARD))),
        ring.withAssignment(before -> own.withDiscriminator(Optional.of(new Sgd(0.5)))))).hasSize(1);
    DataSettings drawn = ring.data().withDataset("drawn");
    assertThat(Differing.between(ring.withData(drawn), ring.withData(drawn.withDrawn(DrawnPoints.NONE.with(new float[] {0, 0.5f})))))
        .hasSize(1);
    DataSettings function = ring.data().withDataset("function");
    assertThat(Differing.between(ring.withData(function), ring.withData(function.withFormula("x")))).hasSize(1);
  }

  private static AdversarialSettings with(AdversarialSettings settings, String name, Object value) {
    Setting setting = AdversarialSettings.FORM.settings().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    return AdversarialSettings.FORM.with(settings, setting, value);
  }
}
