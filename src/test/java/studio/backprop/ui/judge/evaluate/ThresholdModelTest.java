package studio.backprop.ui.judge.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.backprop.evaluate.BinaryEvaluation;
import studio.backprop.evaluate.metric.BinaryCounts;
import studio.backprop.layer.Loss;
import studio.backprop.layer.Output;
import studio.backprop.project.DecisionThreshold;
import studio.backprop.project.DecisionThreshold.Rule;
import studio.backprop.project.Project;
import studio.backprop.store.ProjectFile;
import studio.backprop.store.SampleProject;
import studio.backprop.store.Saved;
import studio.backprop.ui.panels.Desk;

/** The threshold is the project's: chosen on the validation part, saved, undone, and of certain weights. */
@Timeout(120)
class ThresholdModelTest {
  private Desk desk;
  private MetricsModel model;

  @BeforeEach
  void open() throws Exception {
    desk = new Desk(SampleProject.of("breast-cancer"));
    model = new MetricsModel(desk.document, desk.run, desk.pulse);
    desk.run.restarts().reset();
    desk.pulse.until(() -> desk.run.runProperty().get() != null);
    train(20);
    model.openProperty().set(true);
    desk.pulse.until(model::isComplete);
  }

  private void train(int steps) throws Exception {
    long until = step() + steps;
    desk.run.control().steps(steps);
    desk.pulse.until(() -> step() == until);
    desk.rest();
  }

  private long step() {
    return desk.run.snapshot().map(snapshot -> snapshot.step()).orElse(0L);
  }

  @AfterEach
  void close() {
    model.close();
    desk.close();
  }

  private DecisionThreshold kept() {
    return desk.document.project().threshold();
  }

  private BinaryEvaluation validation() {
    return model.evaluationProperty().get().validation().orElseThrow();
  }

  @Test
  void aChoiceIsAnEditOfTheProjectThatUndoTakesBack() {
    model.threshold().ruleProperty().set(Rule.MAX_F1);
    assertThat(kept().rule()).isEqualTo(Rule.MAX_F1);
    assertThat(kept().value()).isEqualTo(validation().curve().bestF1().orElseThrow());
    assertThat(kept().step()).isEqualTo(20);
    desk.document.undo();
    assertThat(kept()).isEqualTo(DecisionThreshold.OF_LOSS);
    assertThat(model.threshold().ruleProperty().get()).isEqualTo(Rule.LOSS);
    assertThat(((BinaryEvaluation) model.judgementProperty().get()).threshold()).isEqualTo(0.5);
    assertThat(desk.run.snapshot().orElseThrow().step()).as("nothing is trained anew").isEqualTo(20);
  }

  @Test
  void movesInARowAreTakenBackTogether() {
    for (int i = 0; i < 7; i++) {
      model.threshold().move(-1);
    }
    assertThat(kept()).isEqualTo(DecisionThreshold.OF_LOSS.custom(0.43));
    desk.document.undo();
    assertThat(kept()).isEqualTo(DecisionThreshold.OF_LOSS);
  }

  @Test
  void costsChooseTheThresholdWithTheCheapestMistakesOfTheValidationPart() {
    model.threshold().ruleProperty().set(Rule.COSTS);
    model.threshold().falseNegativeCostProperty().set(10);
    double chosen = kept().value();
    double least = cost(chosen);
    for (double other : validation().curve().thresholds()) {
      assertThat(cost(other)).isGreaterThanOrEqualTo(least);
    }
    assertThat(kept().falseNegativeCost()).isEqualTo(10);
    assertThat(kept().rule()).isEqualTo(Rule.COSTS);
  }

  private double cost(double threshold) {
    BinaryCounts counts = validation().at(threshold).counts();
    double cost = counts.fp() + 10 * counts.fn();
    assertThat(counts.cost(1, 10)).isEqualTo(cost);
    return cost;
  }

  @Test
  void aThresholdOfOtherWeightsStaysAndSaysSoUntilItIsChosenAnew() throws Exception {
    model.threshold().ruleProperty().set(Rule.MAX_F1);
    DecisionThreshold first = kept();
    assertThat(model.threshold().isOfOtherWeights()).isFalse();
    train(5);
    desk.pulse.until(() -> model.evaluationProperty().get().step() == 25);
    assertThat(kept()).isEqualTo(first);
    assertThat(model.threshold().isOfOtherWeights()).isTrue();
    model.threshold().chooseAgain();
    assertThat(kept().step()).isEqualTo(25);
    assertThat(kept().value()).isEqualTo(validation().curve().bestF1().orElseThrow());
    assertThat(model.threshold().isOfOtherWeights()).isFalse();
  }

  @Test
  void itIsSavedWithTheProjectAndReadAgain() throws Exception {
    model.threshold().ruleProperty().set(Rule.COSTS);
    model.threshold().falsePositiveCostProperty().set(2.5);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    ProjectFile.write(file, desk.run.files().toSave().get());
    Saved saved = ProjectFile.read("saved", new ByteArrayInputStream(file.toByteArray())).saved();
    assertThat(saved.project().threshold()).isEqualTo(kept());
    assertThat(saved.project().threshold().isOfOthersThan(saved.parameters().orElseThrow().sha256())).isFalse();
  }

  @Test
  void otherDataBeginWithTheThresholdOfTheLoss() {
    model.threshold().set(0.2);
    assertThat(kept().rule()).isEqualTo(Rule.CUSTOM);
    assertThat(desk.document.project().withData(desk.document.project().data().withSeed(9)).threshold()).isEqualTo(kept());
    assertThat(desk.document.project().withData(desk.document.project().data().withDataset("moons")).threshold())
        .isEqualTo(DecisionThreshold.OF_LOSS);
    assertThat(desk.document.project().withNetwork(network -> network).threshold()).isEqualTo(kept());
  }

  @Test
  void anotherLossWithScoresOfAnotherKindBeginsWithItsOwn() {
    model.threshold().set(0.2);
    Project hinge = desk.document.project().withNetwork(network -> network.with(
        network.outputs().get(0).id(), node -> node.withLayer(Output.of(Loss.HINGE))));
    assertThat(hinge.threshold()).isEqualTo(DecisionThreshold.OF_LOSS);
  }
}
