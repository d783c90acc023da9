package studio.backprop.evaluate.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import studio.backprop.data.Part;
import studio.backprop.data.PreparedData;
import studio.backprop.data.Progress;
import studio.backprop.kernel.KernelChoice;
import studio.backprop.kernel.Kernels;
import studio.backprop.plan.Parameters;
import studio.backprop.project.Project;
import studio.backprop.store.SampleProject;
import studio.backprop.train.Session;

/** What is explained of the digits of the test part, by the trained network of the sample. */
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReasonsTest {
  private PreparedData data;
  private ScoredNetwork network;
  private InputStatistics statistics;
  private Parameters learned;

  @BeforeAll
  void train() throws Exception {
    Project project = SampleProject.of("digits-cnn");
    Kernels kernels = KernelChoice.create(1);
    data = PreparedData.load(project.data(), project.table(), Progress.NONE);
    Session session = new Session(project, data, kernels, Session.initialParameters(project));
    while (session.step()) {
      assertThat(session.fault()).isEmpty();
    }
    learned = session.parameters();
    network = new ScoredNetwork(project.network(), learned, kernels, data.dataset().width());
    statistics = new InputStatistics(data);
  }

  private Reasons of(int row, AttributionRequest asked) {
    return new Reasons(data, statistics, network, example(Part.TEST, row), asked);
  }

  private float[] example(Part part, int row) {
    float[] example = new float[data.dataset().width()];
    data.copyInput(part, row, example, 0);
    return example;
  }

  private List<Integer> wrong() {
    List<Integer> wrong = new ArrayList<>();
    for (int row = 0; row < data.testRows(); row++) {
      if (of(row, AttributionRequest.USUAL).predicted() != data.classOf(Part.TEST, row)) {
        wrong.add(row);
      }
    }
    return wrong;
  }

  @Test
  void integratedGradientsAddUpForEveryDigit() {
    List<String> far = new ArrayList<>();
    int most = 0;
    for (int row = 0; row < data.testRows(); row++) {
      AttributionMap map = of(row, AttributionRequest.USUAL).map(AttributionMethod.INTEGRATED_GRADIENTS, () -> false);
      List<Attribution> tries = map.tries();
      most = Math.max(most, map.integral().orElseThrow().steps());
      boolean twice = tries.size() > 1 && IntegratedGradients.isNear(tries.get(tries.size() - 1))
          && IntegratedGradients.isNear(tries.get(tries.size() - 2));
      if (!twice || !map.integral().orElseThrow().converged()) {
        far.add("test " + (row + 1) + ": " + map.integral().orElseThrow().gap());
      }
    }
    assertThat(far).isEmpty();
    assertThat(most).as("20 steps for 95 digits, 40 for 78, 80 for 91, 160 for 5").isBetween(20, 320);
  }

  @Test
  void gradCamIsNotEmptyForAnyWrongDigit() {
    List<Integer> wrong = wrong();
    assertThat(wrong).hasSizeBetween(1, 20);
    for (int row : wrong) {
      AttributionMap map = of(row, AttributionRequest.USUAL).map(AttributionMethod.GRAD_CAM, () -> false);
      assertThat(map.isEmpty()).as("test " + (row + 1)).isFalse();
      assertThat(map.parts()).hasSize(64);
    }
    List<Integer> passing = wrong.stream().filter(row -> of(row, AttributionRequest.USUAL).passesOverEmpty()).toList();
    assertThat(passing).as("where the last convolution's is empty, an earlier one is read, and that is said").isNotEmpty();
    for (int row : passing) {
      int last = of(row, AttributionRequest.USUAL).layers().get(1);
      assertThat(of(row, AttributionRequest.USUAL.withLayer(last)).map(AttributionMethod.GRAD_CAM, () -> false).isEmpty()).isTrue();
    }
  }

  @Test
  void gradCamIsThatOfASecondImplementationAndItsEmptinessIsNoFault() {
    int empty = 0;
    for (Part part : List.of(Part.VALIDATION, Part.TEST)) {
      for (int row = 0; row < data.rows(part); row++) {
        float[] example = example(part, row);
        Reasons usual = new Reasons(data, statistics, network, example, AttributionRequest.USUAL);
        int last = usual.layers().get(usual.layers().size() - 1);
        GradCam cam = new Reasons(data, statistics, network, example, AttributionRequest.USUAL.withLayer(last))
            .map(AttributionMethod.GRAD_CAM, () -> false).cam().orElseThrow();
        CamByHand hand = new CamByHand(learned, example, usual.of(), 10);
        String name = part + " " + (row + 1);
        assertThat(cam.weights()).as(name).containsExactly(hand.alpha, Offset.offset(1e-6));
        assertThat(cam.map()).as(name).containsExactly(Arrays.stream(hand.sums).map(sum -> Math.max(0, sum)).toArray(),
            Offset.offset(1e-5));
        // what follows is linear: the score is the sum over all positions by their own gradients, which no mean gradient knows of
        assertThat(hand.total + hand.bias).as(name).isCloseTo(usual.value(), Offset.offset(1e-3));
        assertThat(hand.mostBeforeRelu).as(name + ": of A before the ReLU it is never empty").isPositive();
        if (cam.isEmpty()) {
          empty++;
          assertThat(Arrays.stream(hand.sums).max().orElseThrow()).as(name).isLessThan(1e-5);
          assertThat(Arrays.stream(cam.perPosition()).max().orElseThrow()).as(name + ": HiResCAM is not empty").isPositive();
        }
      }
    }
    assertThat(empty).as("of 539 digits").isBetween(60, 180);
  }

  @Test
  void theWayLeadsFromTheScoreOfTheBaselineToThatOfTheExample() {
    Reasons reasons = of(3, AttributionRequest.USUAL.against(AttributionBaseline.MEAN));
    double[] way = reasons.way();
    assertThat(way[0]).isCloseTo(reasons.baselineValue(), Offset.offset(1e-4));
    assertThat(way[way.length - 1]).isCloseTo(reasons.value(), Offset.offset(1e-4));
    AttributionMap map = reasons.map(AttributionMethod.INTEGRATED_GRADIENTS, () -> false);
    assertThat(map.raising() + map.lowering()).isCloseTo(map.integral().orElseThrow().sum(), Offset.offset(1e-9));
  }

  @Test
  void everyConvolutionCanBeReadAndTheLastOneIsUsual() {
    Reasons reasons = of(248, AttributionRequest.USUAL);
    assertThat(reasons.passesOverEmpty()).isFalse();
    assertThat(reasons.layers()).hasSize(2);
    assertThat(reasons.layer()).isEqualTo(reasons.layers().get(1));
    GradCam first = of(248, AttributionRequest.USUAL.withLayer(reasons.layers().get(0))).map(AttributionMethod.HIRES_CAM, () -> false)
        .cam().orElseThrow();
    GradCam last = reasons.map(AttributionMethod.HIRES_CAM, () -> false).cam().orElseThrow();
    assertThat(first.height()).isEqualTo(8);
    assertThat(last.height()).isEqualTo(4);
  }
}
