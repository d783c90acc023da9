package studio.backprop.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import studio.backprop.doctor.Finding.Kind;
import studio.backprop.doctor.HealthyRuns.Healthy;
import studio.backprop.doctor.SickRuns.Sick;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.layer.Loss;
import studio.backprop.optim.Adam;
import studio.backprop.optim.Sgd;
import studio.backprop.project.Project;
import studio.backprop.store.Sample;
import studio.backprop.store.SampleProject;
import studio.backprop.text.Texts;
import studio.backprop.train.Session;

class DoctorTest {
  private static final double OPERATIONS = 5e8;
  private static final double MOST_STEPS = 600;
  private static final Dense CHANCE = Dense.of(1, Activation.SIGMOID);

  @Test
  void whatIsWrongIsNamedWithItsNode() throws Exception {
    List<Sick> sick = SickRuns.all();
    List<String> missed = new ArrayList<>();
    for (Sick one : sick) {
      List<Finding> found = Ward.examine(one.run());
      found.forEach(DoctorTest::isSaid);
      Optional<Finding> named = found.stream().filter(finding -> finding.kind() == one.kind()).findFirst();
      if (named.isEmpty() || !one.node().isEmpty() && !names(one, named.get()).contains(one.node())) {
        missed.add(one + " but found " + found.stream().map(finding -> finding.kind() + " " + names(one, finding)).toList());
      }
    }
    assertThat(sick).hasSizeGreaterThanOrEqualTo(30);
    assertThat(missed).hasSizeLessThanOrEqualTo(sick.size() / 10);
  }

  private static List<String> names(Sick sick, Finding finding) {
    return finding.nodes().stream().map(node -> sick.run().project().network().node(node).name()).toList();
  }

  /** In both languages, with all its experiments, each of which changes something. */
  private static void isSaid(Finding finding) {
    for (Texts texts : Texts.all()) {
      texts.say(finding.kind().title());
      texts.say(finding.kind().fine());
      texts.say(finding.kind().severity().title());
      texts.say(finding.sentence());
      texts.say(finding.why());
      finding.figures().forEach(figure -> texts.say(figure.label()));
      finding.experiments().forEach(experiment -> texts.say(experiment.title()));
    }
  }

  @Test
  void aRateThatSaturatesUnitsIsNamedBeforeThem() throws Exception {
    List<Finding> found = Ward.examine(
        Ward.on("circles", Sgd.STANDARD, 10, 16, 200, Loss.BINARY_CROSS_ENTROPY, Dense.of(8, Activation.TANH), CHANCE).seed(7));
    assertThat(found).extracting(Finding::kind).containsExactly(Kind.RATE_TOO_HIGH, Kind.SATURATION);
  }

  @Test
  void aStepOfManyTimesTheWeightsIsSaidToBeJustThat() throws Exception {
    Finding far = Ward.examine(Ward.on("moons", Adam.STANDARD, 1, 16, 200, Loss.BINARY_CROSS_ENTROPY,
        Ward.deep(2, 8, Activation.TANH, CHANCE)).seed(7)).get(0);
    assertThat(far.kind()).isEqualTo(Kind.RATE_TOO_HIGH);
    assertThat(Texts.ENGLISH.say(far.sentence())).contains("2.6× their size").doesNotContain("%");
  }

  @Test
  void ofHealthyTrainingsNothingIsSaid() throws Exception {
    List<Healthy> healthy = HealthyRuns.all();
    List<String> alarms = new ArrayList<>();
    for (Healthy one : healthy) {
      List<Finding> found = Ward.examine(one.run());
      if (!found.isEmpty()) {
        alarms.add(one + ": " + found.stream().map(finding -> finding.kind() + " " + finding.sentence()).toList());
      }
    }
    assertThat(healthy).hasSizeGreaterThanOrEqualTo(30);
    assertThat(alarms).hasSizeLessThanOrEqualTo(1);
  }

  /** Its ravine comes of inputs and targets that are not scaled, which the doctor says: that is the point of it. */
  private static final String RAVINE = "race-ravine";

  /** The quick ones, for some epochs. */
  @TestFactory
  Stream<DynamicTest> ofASampleNothingIsSaid() throws Exception {
    List<DynamicTest> tests = new ArrayList<>();
    for (Sample sample : Sample.all()) {
      Project project = SampleProject.of(sample.name());
      int steps = (int) Math.min(MOST_STEPS, OPERATIONS / (3.0 * project.network().analyse().flops() * project.training().batch()));
      if (steps >= HealthMonitor.EVERY && !sample.name().equals(RAVINE)) {
        tests.add(DynamicTest.dynamicTest(
            sample.name(), () -> assertThat(Ward.examine(project, Session.initialParameters(project), steps)).isEmpty()));
      }
    }
    return tests.stream();
  }

  @Test
  void twentySigmoidsVanishWithinFiftyBatchesAndTwentyReluDoNot() throws Exception {
    List<Finding> sigmoids =
        Ward.examine(Ward.on("moons", Sgd.STANDARD, 0.1, 10, 50, Loss.BINARY_CROSS_ENTROPY, Ward.deep(20, 8, Activation.SIGMOID, CHANCE)));
    assertThat(sigmoids).extracting(Finding::kind).containsExactly(Kind.VANISHING);
    assertThat(sigmoids.get(0).nodes()).contains(2, 3, 4, 5, 6).doesNotContain(21, 22);
    assertThat(Ward.examine(Ward.on("moons", Sgd.STANDARD, 0.1, 10, 50, Loss.BINARY_CROSS_ENTROPY,
        Ward.deep(20, 8, Activation.RELU, CHANCE)))).isEmpty();
  }
}
