package studio.backprop.ui.compare.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.backprop.compare.Differing;
import studio.backprop.layer.Activation;
import studio.backprop.layer.Dense;
import studio.backprop.optim.Sgd;
import studio.backprop.project.Agent;
import studio.backprop.project.DataForm;
import studio.backprop.project.Project;
import studio.backprop.store.Sample;
import studio.backprop.store.SampleProject;

class ComparedVariantsTest {
  private final ComparedVariants setup = new ComparedVariants();
  private Project circles;

  @BeforeEach
  void begin() throws Exception {
    circles = SampleProject.of("circles");
    setup.begin(circles, DataForm.of(circles.data()));
  }

  private int differences(int lane) {
    return Differing.between(circles, setup.variants().get(lane)).size();
  }

  @Test
  void fourLearningRatesAreSetUpAtOnce() {
    assertThat(setup.variants()).extracting(project -> project.training().rate()).containsExactly(0.0075, 0.03, 0.12, 0.48);
    assertThat(setup.variants()).contains(circles);
  }

  @Test
  void everyProposalForEverySampleChangesOneThingAndKeepsTheDrawnProject() throws Exception {
    for (Sample sample : Sample.all()) {
      Project drawn = SampleProject.of(sample.name());
      setup.begin(drawn, DataForm.of(drawn.data()));
      for (Proposal proposal : Proposal.values()) {
        List<Project> variants = setup.offered(proposal);
        assertThat(variants.size()).as(sample.name() + " " + proposal).isNotEqualTo(1).isLessThanOrEqualTo(ComparedVariants.MAX_VARIANTS);
        assertThat(variants.isEmpty() || variants.contains(drawn)).as(sample.name() + " " + proposal).isTrue();
        assertThat(variants.stream().mapToInt(variant -> Differing.between(drawn, variant).size())).as(sample.name() + " " + proposal)
            .allMatch(count -> count <= 1);
      }
    }
  }

  @Test
  void aMethodOfAnAgentIsAVariantAndOneDifference() throws Exception {
    assertThat(setup.offered(Proposal.METHODS)).isEmpty();
    Project cliff = SampleProject.of("cliff");
    setup.begin(cliff, DataForm.of(cliff.data()));
    List<Project> methods = setup.offered(Proposal.METHODS);
    assertThat(methods).extracting(project -> ((Agent) project.assignment()).method().getClass().getSimpleName())
        .containsExactly("QLearning", "Sarsa");
    assertThat(methods.get(0)).isEqualTo(cliff);
    assertThat(Differing.between(cliff, methods.get(1))).extracting(one -> one.what().toString()).containsExactly("Method");
  }

  @Test
  void classesAreBalancedOnlyWhereThereAreSome() throws Exception {
    assertThat(setup.hasClasses()).isTrue();
    Project numbers = SampleProject.of("auto-mpg");
    setup.begin(numbers, DataForm.of(numbers.data()));
    assertThat(setup.hasClasses()).isFalse();
  }

  @Test
  void aSecondDifferenceIsRefusedAndBothAreNamed() {
    setup.change(3, project -> project.withTraining(training -> training.withOptimizer(Sgd.STANDARD)));
    ComparedVariants.Refusal refusal = setup.refusalProperty().get().orElseThrow();
    assertThat(refusal.lane()).isEqualTo(3);
    assertThat(refusal.differing()).extracting(one -> one.what().toString()).containsExactly("Learning rate", "Optimizer");
    assertThat(differences(3)).isEqualTo(1);
    assertThat(setup.mostDiffering()).isEqualTo(1);
  }

  @Test
  void whatWasRefusedCanBeAllowedAndIsNoFairTestThen() {
    setup.change(3, project -> project.withTraining(training -> training.withOptimizer(Sgd.STANDARD)));
    setup.allow();
    assertThat(setup.guardedProperty().get()).isFalse();
    assertThat(differences(3)).isEqualTo(2);
    assertThat(setup.mostDiffering()).isEqualTo(2);
    assertThat(setup.refusalProperty().get()).isEmpty();
  }

  @Test
  void orItTakesThePlaceOfWhatDifferedBefore() {
    setup.change(3, project -> project.withTraining(training -> training.withOptimizer(Sgd.STANDARD)));
    setup.onlyThis();
    assertThat(setup.variants().get(3)).isEqualTo(circles.withTraining(training -> training.withOptimizer(Sgd.STANDARD)));
    assertThat(setup.guardedProperty().get()).isTrue();
  }

  @Test
  void aVariantThatCouldNotBeTrainedIsRefusedWithTheReason() {
    int last = circles.network().nodes().get(2).id();
    setup.change(1, project -> project.withNetwork(network -> network.with(last, node -> node.withLayer(Dense.of(7, Activation.SIGMOID)))));
    assertThat(setup.refusalProperty().get().orElseThrow().problem()).isPresent();
    assertThat(setup.variants().get(1)).isEqualTo(circles);
    setup.allow();
    assertThat(setup.variants().get(1)).isEqualTo(circles);
  }

  @Test
  void thereAreTwoToFourLanes() {
    setup.add();
    assertThat(setup.variants()).hasSize(4);
    setup.remove(0);
    setup.remove(0);
    setup.remove(0);
    assertThat(setup.variants()).hasSize(2);
    setup.add();
    assertThat(setup.variants()).hasSize(3);
    assertThat(setup.variants().get(2)).isEqualTo(circles);
  }
}
